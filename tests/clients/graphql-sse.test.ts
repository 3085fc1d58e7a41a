import { createClient } from 'graphql-sse';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { collect, type Served } from '../server/served.ts';
import { serveSchool } from './serve-school.ts';

/** Everything over server-sent events, in "distinct connections mode": https://the-guild.dev/graphql/sse/get-started. */

let served: Served;

beforeAll(async () => {
  served = await serveSchool();
});

afterAll(() => served.gateway.dispose());

/** Where it goes through a proxy that knows no WebSocket, events come as an ordinary response. */
function connect(dataset?: string) {
  return createClient({ url: served.url, headers: dataset ? { 'x-dataset': dataset } : {}, retryAttempts: 0 });
}

interface Progress {
  readonly jobProgress: { readonly seq: number; readonly job: { readonly status: string; readonly inserted: number } };
}

const progress = `subscription ($id: ID!, $afterSeq: Int) {
  jobProgress(id: $id, afterSeq: $afterSeq) { seq job { status inserted } }
}`;

async function start(dataset: string): Promise<string> {
  const query = 'mutation { startSeedSchool(preset: LARGE) { id } }';
  const [result] = await collect(connect(dataset).iterate<{ startSeedSchool: { id: string } }>({ query }));
  return result?.data?.startSeedSchool.id ?? '';
}

test('a query', async () => {
  const results = await collect(connect().iterate({ query: '{ students(first: 1) { totalCount nodes { studentId } } }' }));
  expect(results).toEqual([{ data: { students: { totalCount: 10, nodes: [{ studentId: 'STU01000' }] } } }]);
});

test('a mutation, in the dataset of the header', async () => {
  const client = connect('over-events');
  await collect(client.iterate({ query: 'mutation { seedSchool(preset: SMALL, seed: 7) }' }));
  const [read] = await collect(client.iterate({ query: '{ dataset { name seed } }' }));
  expect(read).toEqual({ data: { dataset: { name: 'over-events', seed: 7 } } });
});

test('a subscription, until the job has ended', async () => {
  const id = await start('followed');
  const events = (await collect(connect().iterate<Progress>({ query: progress, variables: { id } }))).map(({ data }) => data);
  const seqs = events.map((event) => event?.jobProgress.seq ?? Number.NaN);
  expect(seqs).toEqual([...new Set(seqs)].sort((a, b) => a - b));
  expect(events.at(-1)?.jobProgress.job).toEqual({ status: 'COMPLETED', inserted: 45_774 });
});

test('a subscription that was left goes on after the event it saw last', async () => {
  const id = await start('left');
  let afterSeq = -1;
  for await (const { data } of connect().iterate<Progress>({ query: progress, variables: { id } })) {
    afterSeq = data?.jobProgress.seq ?? afterSeq;
    break;
  }
  const rest = await collect(connect().iterate<Progress>({ query: progress, variables: { id, afterSeq } }));
  expect(rest.every(({ data }) => (data?.jobProgress.seq ?? -1) > afterSeq)).toBe(true);
  expect(rest.at(-1)?.data?.jobProgress.job.status).toBe('COMPLETED');
});

test('errors carry their code', async () => {
  const [failed] = await collect(connect().iterate({ query: '{ students(first: -1) { totalCount } }' }));
  expect(failed).toMatchObject({ errors: [{ extensions: { code: 'INVALID_PAGE_SIZE', argument: ['first'] } }] });
  const [invalid] = await collect(connect().iterate({ query: '{ student { id } }' }));
  expect(invalid).toMatchObject({ errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] });
});
