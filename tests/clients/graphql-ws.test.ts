import { type Client, createClient } from 'graphql-ws';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { collect, type Served } from '../server/served.ts';
import { serveSchool } from './serve-school.ts';

/** Queries, mutations and subscriptions over one WebSocket: https://the-guild.dev/graphql/ws/get-started. */

let served: Served;
const clients: Client[] = [];

beforeAll(async () => {
  served = await serveSchool();
});

afterEach(async () => {
  for (const client of clients.splice(0)) await client.dispose();
});

afterAll(() => served.gateway.dispose());

/** The connection parameter `dataset` is what the header `x-dataset` is over HTTP. */
function connect(dataset?: string): Client {
  const client = createClient({ url: served.socketUrl, connectionParams: { dataset }, retryAttempts: 0 });
  clients.push(client);
  return client;
}

interface Progress {
  readonly jobProgress: { readonly seq: number; readonly job: { readonly status: string; readonly inserted: number } };
}

const progress = `subscription ($id: ID!, $afterSeq: Int) {
  jobProgress(id: $id, afterSeq: $afterSeq) { seq job { status planned inserted } step { entity inserted } }
}`;

async function start(client: Client, dataset: string, schools = 1): Promise<string> {
  const query = `mutation ($dataset: String, $schools: Int) {
    startSeedSchool(preset: LARGE, dataset: $dataset, overrides: { volumes: { schools: $schools } }) { id }
  }`;
  const [result] = await collect(client.iterate<{ startSeedSchool: { id: string } }>({ query, variables: { dataset, schools } }));
  return result?.data?.startSeedSchool.id ?? '';
}

test('a query', async () => {
  const results = await collect(connect().iterate({ query: '{ students(first: 1) { totalCount nodes { studentId } } }' }));
  expect(results).toEqual([{ data: { students: { totalCount: 10, nodes: [{ studentId: 'STU01000' }] } } }]);
});

test('a mutation, in the dataset of the connection', async () => {
  const client = connect('over-socket');
  const [seeded] = await collect(client.iterate({ query: 'mutation { seedSchool(preset: SMALL, seed: 7) }' }));
  expect(seeded).toMatchObject({ data: { seedSchool: expect.any(String) } });
  const [read] = await collect(client.iterate({ query: '{ dataset { name seed } }' }));
  expect(read).toEqual({ data: { dataset: { name: 'over-socket', seed: 7 } } });
});

test('a subscription, until the job has ended', async () => {
  const client = connect();
  const id = await start(client, 'followed');
  const events = (await collect(client.iterate<Progress>({ query: progress, variables: { id } }))).map(({ data }) => data);
  const seqs = events.map((event) => event?.jobProgress.seq ?? Number.NaN);
  expect(seqs).toEqual([...new Set(seqs)].sort((a, b) => a - b));
  expect(events.at(-1)?.jobProgress.job).toMatchObject({ status: 'COMPLETED', inserted: 45_774 });
});

test('a subscription that loses its connection goes on after the event it saw last', async () => {
  const id = await start(connect(), 'reconnected', 3);
  const seen: Progress['jobProgress'][] = [];
  let connections = 0;
  while (seen.at(-1)?.job.status !== 'COMPLETED') {
    const client = connect();
    connections += 1;
    const afterSeq = seen.at(-1)?.seq;
    const events = client.iterate<Progress>({ query: progress, variables: { id, afterSeq } });
    try {
      for await (const { data } of events) {
        if (data) seen.push(data.jobProgress);
        // As a network would, twice: without a word, in the middle of it.
        if (connections <= 2) client.terminate();
      }
    } catch {
      // The next round connects anew.
    }
  }
  expect(connections).toBe(3);
  const seqs = seen.map(({ seq }) => seq);
  expect(seqs).toEqual([...new Set(seqs)].sort((a, b) => a - b));
  const rows = seen.map(({ job }) => job.inserted);
  expect(rows).toEqual([...rows].sort((a, b) => a - b));
  expect(seen.at(-1)?.job.inserted).toBe(3 * 45_774);
});

test('whoever comes back when all is over is told the end', async () => {
  const client = connect();
  const id = await start(client, 'over');
  const first = await client.iterate<Progress>({ query: progress, variables: { id } }).next();
  const afterSeq: number = first.value?.data?.jobProgress.seq;
  await served.gateway.jobs.wait(id);
  const rest = await collect(connect().iterate<Progress>({ query: progress, variables: { id, afterSeq } }));
  expect(rest.map(({ data }) => data?.jobProgress.job.status)).toEqual(['COMPLETED']);
});

test('errors carry their code', async () => {
  const [failed] = await collect(connect().iterate({ query: '{ students(first: -1) { totalCount } }' }));
  expect(failed).toMatchObject({ errors: [{ extensions: { code: 'INVALID_PAGE_SIZE', argument: ['first'] } }] });
  const invalid = collect(connect().iterate({ query: '{ student { id } }' }));
  await expect(invalid).rejects.toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]);
});
