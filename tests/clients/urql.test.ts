import { Client, cacheExchange, fetchExchange, gql, subscriptionExchange } from '@urql/core';
import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  DatasetDocument,
  JobProgressDocument,
  type JobProgressSubscription,
  SeedSchoolDocument,
  StartSeedSchoolDocument,
  StudentDocument,
  StudentsPageDocument,
} from '../../operations/school/generated/graphql.ts';
import type { Served } from '../server/served.ts';
import { serveSchool } from './serve-school.ts';

/** urql: fetch for queries, which it sends by GET, and mutations; a WebSocket for subscriptions. */

let served: Served;

beforeAll(async () => {
  served = await serveSchool();
});

afterAll(() => served.gateway.dispose());

function connect(dataset = 'default'): Client {
  const sockets = createClient({ url: served.socketUrl, connectionParams: { dataset } });
  return new Client({
    url: served.url,
    fetchOptions: { headers: { 'x-dataset': dataset } },
    preferGetMethod: true,
    exchanges: [
      cacheExchange,
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: ({ query = '', variables }) => ({
          subscribe: (sink) => ({ unsubscribe: sockets.subscribe({ query, variables }, sink) }),
        }),
      }),
    ],
  });
}

test('a query, and once more from the cache', async () => {
  const client = connect();
  const { data, error } = await client.query(StudentDocument, { by: { studentId: 'stu01000' } });
  expect(error).toBeUndefined();
  expect(data?.student).toMatchObject({ studentId: 'STU01000', gradeLevel: 3 });
  expect(client.readQuery(StudentDocument, { by: { studentId: 'stu01000' } })?.data).toEqual(data);
});

test('a mutation, in the dataset of the header', async () => {
  const client = connect('apart');
  const { data, error } = await client.mutation(SeedSchoolDocument, { preset: 'SMALL', seed: 7 });
  expect(error).toBeUndefined();
  expect(data?.seedSchool).toEqual(expect.any(String));
  expect((await client.query(DatasetDocument, {})).data?.dataset).toMatchObject({ name: 'apart', seed: 7 });
});

test('a subscription, until the job has ended', async () => {
  const client = connect();
  const { data } = await client.mutation(StartSeedSchoolDocument, { preset: 'MEDIUM', dataset: 'followed' });
  const id = data?.startSeedSchool.id ?? '';
  const last = await new Promise<JobProgressSubscription['jobProgress']>((resolve, reject) => {
    const { unsubscribe } = client.subscription(JobProgressDocument, { id }).subscribe(({ data: event, error }) => {
      if (error) reject(error);
      if (event?.jobProgress.job.status !== 'COMPLETED') return;
      unsubscribe();
      resolve(event.jobProgress);
    });
  });
  expect(last.job).toMatchObject({ id, inserted: 7_676 });
});

test('errors are CombinedErrors that carry their code', async () => {
  const client = connect();
  const failed = await client.query(StudentsPageDocument, { first: -1 });
  expect(failed.error?.graphQLErrors[0]?.extensions).toMatchObject({ code: 'INVALID_PAGE_SIZE', argument: ['first'] });
  const invalid = await client.query(gql`{ student { id } }`, {});
  expect(invalid.error?.graphQLErrors[0]?.extensions).toMatchObject({ code: 'GRAPHQL_VALIDATION_FAILED' });
  const elsewhere = await connect('nowhere').query(DatasetDocument, {});
  expect(elsewhere.error?.graphQLErrors[0]?.extensions).toMatchObject({ code: 'DATASET_NOT_FOUND' });
});
