import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client';
import { cacheExchange, fetchExchange, Client as UrqlClient } from '@urql/core';
import { createClient } from 'graphql-sse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { StartSeedSchoolDocument, StudentsDocument } from '../../operations/school/generated/graphql.ts';
import { createTestGateway, type TestGateway } from '../../src/testing/index.ts';
import { collect } from '../server/served.ts';

describe('fetch', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await createTestGateway({ preset: 'SMALL' });
  });
  afterAll(() => gateway.dispose());

  const query = '?query={students{totalCount}}';
  const given: { name: string; input: string | URL | Request; init?: RequestInit }[] = [
    { name: 'a path', input: `/graphql${query}` },
    { name: 'the address of some API', input: `https://api.example.com/v1/graphql${query}` },
    { name: 'a URL', input: new URL(`http://app.example/graphql${query}`) },
    {
      name: 'a request of a page elsewhere',
      input: `http://a.example/graphql${query}`,
      init: { headers: { origin: 'http://b.example' } },
    },
    {
      name: 'a request with a body',
      input: new Request('http://api.example/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: '{ students { totalCount } }' }),
      }),
    },
  ];
  test.for(given)('takes $name', async ({ input, init }) => {
    const response = await gateway.fetch(input, init);
    expect(response).toBeInstanceOf(Response);
    expect(await response.json()).toEqual({ data: { students: { totalCount: 10 } } });
  });

  test('answers as the gateway does: status and headers too', async () => {
    const missing = await gateway.fetch('/nowhere');
    expect(missing.status).toBe(404);
    const form = await gateway.fetch('/graphql', { method: 'POST', body: new URLSearchParams({ query: '{ __typename }' }) });
    expect(form.status).toBe(415);
    expect(form.headers.get('content-type')).toBe('application/json');
  });

  test('rejects when it is aborted, as any fetch', async () => {
    const signal = AbortSignal.abort();
    await expect(gateway.fetch(`/graphql${query}`, { signal })).rejects.toMatchObject({ name: 'AbortError' });
  });

  test('serves Apollo Client', async () => {
    const client = new ApolloClient({
      link: new HttpLink({ uri: 'https://api.example.com/graphql', fetch: gateway.fetch }),
      cache: new InMemoryCache(),
    });
    const { data } = await client.query({ query: StudentsDocument, variables: { first: 2 } });
    expect(data?.students.nodes).toHaveLength(2);
    client.stop();
  });

  test('serves urql', async () => {
    const client = new UrqlClient({
      url: 'https://api.example.com/graphql',
      exchanges: [cacheExchange, fetchExchange],
      fetch: gateway.fetch,
      preferGetMethod: false,
    });
    const { data, error } = await client.query(StudentsDocument, { first: 2 }).toPromise();
    expect(error).toBeUndefined();
    expect(data?.students.nodes).toHaveLength(2);
  });

  describe('serves graphql-sse', () => {
    const query = 'subscription ($id: ID!) { jobProgress(id: $id) { job { status } } }';
    const start = async (preset: 'SMALL' | 'DISTRICT', dataset: string) => {
      const { data } = await gateway.execute(StartSeedSchoolDocument, { preset, dataset });
      return { query, variables: { id: data?.startSeedSchool.id } };
    };

    test('to the end of a subscription', async () => {
      const client = createClient({ url: 'http://localhost/graphql', fetchFn: gateway.fetch, retryAttempts: 0 });
      const events = await collect(client.iterate(await start('SMALL', 'followed')));
      expect(events.at(-1)).toEqual({ data: { jobProgress: { job: { status: 'COMPLETED' } } } });
    });

    test('until its reader has had enough', async () => {
      const client = createClient({ url: 'http://localhost/graphql', fetchFn: gateway.fetch, retryAttempts: 0 });
      const followed = await start('DISTRICT', 'left');
      for await (const { errors } of client.iterate(followed)) {
        expect(errors).toBeUndefined();
        break;
      }
      const { data } = await gateway.execute('mutation ($id: ID!) { cancelJob(id: $id) { status } }', followed.variables);
      expect(data).toEqual({ cancelJob: { status: 'CANCELING' } });
    });
  });
});
