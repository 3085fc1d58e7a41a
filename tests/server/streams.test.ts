import { createClient as createSseClient } from 'graphql-sse';
import { createClient } from 'graphql-ws';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { libraryModel } from '../fixtures/library.ts';
import { collect, type Served, serve } from './served.ts';

interface Event {
  readonly data?: {
    readonly jobProgress: {
      readonly seq: number;
      readonly job: { readonly status: string; readonly inserted: number };
      readonly step: unknown;
    };
  } | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: Readonly<Record<string, unknown>> }[];
}

const query = `subscription ($id: ID!, $afterSeq: Int) {
  jobProgress(id: $id, afterSeq: $afterSeq) { seq job { id status planned inserted } step { entity inserted } }
}`;

let served: Served;

beforeEach(async () => {
  served = await serve(libraryModel);
});

afterEach(() => served.gateway.dispose());

/** Starts a seeding that takes a while; the more libraries, the longer. */
async function start(dataset = 'default', libraries = 1): Promise<string> {
  const response = await fetch(served.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-dataset': dataset },
    body: JSON.stringify({
      query: 'mutation ($overrides: LibraryOverrides) { startSeedLibrary(preset: LARGE, overrides: $overrides) { id } }',
      variables: { overrides: { volumes: { libraries } } },
    }),
  });
  const { data } = (await response.json()) as { data: { startSeedLibrary: { id: string } } };
  return data.startSeedLibrary.id;
}

/** The two ways to subscribe, through their own clients. */
const transports = {
  'graphql-ws': (variables: Record<string, unknown>, text = query): AsyncIterable<Event> => {
    const client = createClient({ url: served.socketUrl, webSocketImpl: WebSocket, retryAttempts: 0 });
    return client.iterate({ query: text, variables }) as unknown as AsyncIterable<Event>;
  },
  'graphql-sse': (variables: Record<string, unknown>, text = query): AsyncIterable<Event> => {
    const client = createSseClient({ url: served.url, retryAttempts: 0 });
    return client.iterate({ query: text, variables }) as unknown as AsyncIterable<Event>;
  },
};

describe.each(Object.entries(transports))('jobProgress over %s', (_name, subscribe) => {
  test('begins with a snapshot, ascends, and ends with the end', async () => {
    const id = await start();
    const events = (await collect(subscribe({ id }))).map(({ data }) => data?.jobProgress);
    const seqs = events.map((event) => event?.seq ?? -1);
    expect(seqs).toEqual([...seqs].sort((a, b) => a - b));
    expect(events[0]?.step).toBeNull();
    expect(events.at(-1)?.job).toMatchObject({ id, status: 'COMPLETED', planned: 8121, inserted: 8121 });
    expect(events.slice(0, -1).every((event) => event?.job.status !== 'COMPLETED')).toBe(true);
  });

  test('of a job that has ended is its end', async () => {
    const id = await start();
    await served.gateway.jobs.wait(id);
    const events = await collect(subscribe({ id }));
    expect(events).toHaveLength(1);
    expect(events[0]?.data?.jobProgress.job.status).toBe('COMPLETED');
  });

  test('of a job that does not exist is a coded error', async () => {
    const [event] = await collect(subscribe({ id: 'nope' }));
    expect(event?.errors?.[0]).toMatchObject({ extensions: { code: 'JOB_NOT_FOUND', argument: ['id'] } });
  });

  test('leaving early does not harm the job', async () => {
    const id = await start();
    for await (const _event of subscribe({ id })) break;
    expect((await served.gateway.jobs.wait(id)).status).toBe('COMPLETED');
  });

  test('queries run too, by the same rules', async () => {
    const [event] = await collect(subscribe({}, '{ libBooks(first: -1) { totalCount } }'));
    expect(event?.errors?.[0]?.extensions).toMatchObject({ code: 'INVALID_PAGE_SIZE', argument: ['first'] });
  });
});

describe('graphql-ws', () => {
  test('reads the dataset that the connection parameter names', async () => {
    await served.gateway.jobs.wait(await start('mine'));
    const count = async (connectionParams: Record<string, unknown>) => {
      const client = createClient({ url: served.socketUrl, webSocketImpl: WebSocket, connectionParams });
      const [result] = await collect(client.iterate({ query: '{ libBooks { totalCount } }' }));
      return result;
    };
    expect(await count({ dataset: 'mine' })).toEqual({ data: { libBooks: { totalCount: 1000 } } });
    expect(await count({})).toEqual({ data: { libBooks: { totalCount: 0 } } });
    expect(await count({ dataset: 'theirs' })).toMatchObject({ errors: [{ extensions: { code: 'DATASET_NOT_FOUND' } }] });
    const noText = await count({ dataset: { toString: 'mine' } });
    expect(noText).toMatchObject({ errors: [{ extensions: { code: 'INVALID_DATASET_NAME' } }] });
  });

  test.each([
    ['no page', undefined, 'open'],
    ['its own page', (): string => served.origin, 'open'],
    ['a foreign page', (): string => 'https://elsewhere.example', 'error'],
    ['a page without an origin', (): string => 'null', 'error'],
  ] as const)('opened by %s', async (_name, origin, expected) => {
    const socket = new WebSocket(served.socketUrl, 'graphql-transport-ws', origin && { origin: origin() });
    const outcome = await new Promise((resolve) => {
      socket.once('open', () => resolve('open'));
      socket.once('error', () => resolve('error'));
    });
    socket.terminate();
    expect(outcome).toBe(expected);
  });

  test.each([
    ['validation', '{ nothing }', 'GRAPHQL_VALIDATION_FAILED'],
    ['syntax', '{ ', 'GRAPHQL_PARSE_FAILED'],
  ])('reports an error of %s with its code', async (_name, text, code) => {
    const client = createClient({ url: served.socketUrl, webSocketImpl: WebSocket, retryAttempts: 0 });
    const failed = collect(client.iterate({ query: text }));
    await expect(failed).rejects.toMatchObject([{ extensions: { code } }]);
    await expect(failed).rejects.not.toMatchObject([{ extensions: { http: expect.anything() } }]);
  });
});

describe('closing', () => {
  test.each(Object.entries(transports))('completes subscriptions over %s', async (_name, subscribe) => {
    const id = await start('default', 50);
    const events = subscribe({ id })[Symbol.asyncIterator]();
    await events.next();
    const disposed = served.gateway.dispose();
    let last: Event | undefined;
    for (let next = await events.next(); !next.done; next = await events.next()) last = next.value;
    await disposed;
    expect(last?.data?.jobProgress.job.status).toBe('INTERRUPTED');
  });

  test('refuses new connections', async () => {
    await served.gateway.dispose();
    await expect(fetch(`${served.origin}/health`)).rejects.toThrow();
  });
});
