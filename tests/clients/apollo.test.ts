import { ApolloClient, ApolloLink, CombinedGraphQLErrors, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { relayStylePagination } from '@apollo/client/utilities';
import { OperationTypeNode } from 'graphql';
import { createClient } from 'graphql-ws';
import { filter, firstValueFrom, lastValueFrom, toArray } from 'rxjs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  GenerateStudentsDocument,
  JobProgressDocument,
  SeedSchoolDocument,
  StartSeedSchoolDocument,
  StudentDocument,
  StudentsPageDocument,
} from '../../operations/school/generated/graphql.ts';
import type { Served } from '../server/served.ts';
import { serveSchool } from './serve-school.ts';

/** Apollo Client 4: HTTP for queries and mutations, a WebSocket for subscriptions, a cache that knows objects by their id. */

let served: Served;
const clients: ApolloClient[] = [];

beforeAll(async () => {
  served = await serveSchool();
});

afterAll(async () => {
  for (const client of clients) client.stop();
  await served.gateway.dispose();
});

function connect(dataset = 'default'): ApolloClient {
  const client = new ApolloClient({
    link: ApolloLink.split(
      ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
      new GraphQLWsLink(createClient({ url: served.socketUrl, connectionParams: { dataset } })),
      new HttpLink({ uri: served.url, headers: { 'x-dataset': dataset } }),
    ),
    cache: new InMemoryCache({
      typePolicies: { Query: { fields: { students: relayStylePagination(['filter', 'orderBy']) } } },
    }),
  });
  clients.push(client);
  return client;
}

test('a query fills the cache, which knows objects by their id', async () => {
  const client = connect();
  const { data } = await client.query({ query: StudentDocument, variables: { by: { studentId: 'STU01000' } } });
  const { id, user } = data?.student ?? {};
  const name = gql`fragment Name on Student { studentId user { firstName } }`;
  expect(client.readFragment({ id: `Student:${id}`, fragment: name })).toMatchObject({
    studentId: 'STU01000',
    user: { firstName: user?.firstName },
  });
  const again = await client.query({
    query: StudentDocument,
    variables: { by: { studentId: 'STU01000' } },
    fetchPolicy: 'cache-only',
  });
  expect(again.data).toEqual(data);
});

/** What a view of students would hold on to. */
async function watchStudents(client: ApolloClient) {
  const students = client.watchQuery({ query: StudentsPageDocument, variables: { first: 4 } });
  students.subscribe({});
  const { data } = await firstValueFrom(students.pipe(filter((result) => result.dataState === 'complete')));
  return { students, firstPage: data.students };
}

test('pages add up', async () => {
  const { students, firstPage } = await watchStudents(connect());
  expect(firstPage.edges).toHaveLength(4);
  let { pageInfo } = firstPage;
  while (pageInfo.hasNextPage) {
    const { data } = await students.fetchMore({ variables: { after: pageInfo.endCursor } });
    if (!data) throw new Error('There is no next page.');
    ({ pageInfo } = data.students);
  }
  const { data } = await firstValueFrom(
    students.pipe(
      filter((result) => result.dataState === 'complete'),
      filter((result) => !result.data.students.pageInfo.hasNextPage),
    ),
  );
  expect(data.students.edges.map(({ node }) => node.studentId)).toEqual(
    Array.from({ length: 10 }, (_, index) => `STU0${1000 + index}`),
  );
});

test('a mutation, and what is watched follows it', async () => {
  const client = connect('grown');
  await client.mutate({ mutation: SeedSchoolDocument, variables: { preset: 'SMALL' } });
  const { students, firstPage } = await watchStudents(client);
  expect(firstPage.totalCount).toBe(10);
  const { data } = await client.mutate({
    mutation: GenerateStudentsDocument,
    variables: { input: { count: 2, with: { gradeLevel: 4 } } },
    refetchQueries: ['StudentsPage'],
    awaitRefetchQueries: true,
  });
  expect(data?.generateStudents.students.map(({ gradeLevel }) => gradeLevel)).toEqual([4, 4]);
  expect(students.getCurrentResult().data).toMatchObject({ students: { totalCount: 12 } });
});

test('a subscription comes over the socket, until the job has ended', async () => {
  const client = connect();
  const started = await client.mutate({
    mutation: StartSeedSchoolDocument,
    variables: { preset: 'MEDIUM', dataset: 'followed' },
  });
  const id = started.data?.startSeedSchool.id ?? '';
  const events = await lastValueFrom(client.subscribe({ query: JobProgressDocument, variables: { id } }).pipe(toArray()));
  expect(events.at(-1)?.data?.jobProgress.job).toMatchObject({ id, status: 'COMPLETED', inserted: 7_676 });
});

test('errors are CombinedGraphQLErrors that carry their code', async () => {
  const client = connect();
  const failed: unknown = await client
    .query({ query: StudentsPageDocument, variables: { first: -1 } })
    .catch((error: unknown) => error);
  expect(CombinedGraphQLErrors.is(failed) && failed.errors[0]?.extensions).toMatchObject({
    code: 'INVALID_PAGE_SIZE',
    argument: ['first'],
  });
  const invalid: unknown = await client.query({ query: gql`{ student { id } }` }).catch((error: unknown) => error);
  expect(CombinedGraphQLErrors.is(invalid) && invalid.errors[0]?.extensions).toMatchObject({ code: 'GRAPHQL_VALIDATION_FAILED' });
});
