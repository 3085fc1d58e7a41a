import { setTimeout } from 'node:timers/promises';
import { createClient } from 'graphql-ws';
import { afterEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { createGateway } from '../../src/server/gateway.ts';
import type { Limits } from '../../src/server/limits/index.ts';
import type { Generation, Store } from '../../src/store/index.ts';
import { libraryModel } from '../fixtures/library.ts';
import { transports } from './asking.ts';
import type { Served } from './served.ts';

/** How long each read takes, in milliseconds, how many have begun, and how many were under way at most. */
const slow = { delay: 0, reads: 0, underWay: 0, most: 0 };

/** A store whose rows are a long way off. */
function distant(store: Store): Store {
  return { ...store, open: async (dataset, domain) => delayed(await store.open(dataset, domain)) };
}

function delayed(generation: Generation | undefined): Generation | undefined {
  return (
    generation &&
    new Proxy(generation, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name, target);
        if (typeof value !== 'function') return value;
        if (name !== 'get' && name !== 'find' && name !== 'count') return value.bind(target);
        return async (...args: unknown[]) => {
          slow.reads++;
          slow.most = Math.max(slow.most, ++slow.underWay);
          await setTimeout(slow.delay);
          slow.underWay--;
          return value.apply(target, args);
        };
      },
    })
  );
}

let served: Served;

async function serveWith(timeout: number, limits: Partial<Limits> = {}): Promise<void> {
  const gateway = await createGateway({ domains: [libraryModel], limits: { timeout, ...limits }, wrapStore: distant });
  const { url } = await gateway.listen({ port: 0 });
  served = { gateway, url, origin: new URL(url).origin, socketUrl: url.replace('http:', 'ws:') };
  Object.assign(slow, { delay: 0, reads: 0, underWay: 0, most: 0 });
  await transports.HTTP(served, 'mutation { seedLibrary }');
}

afterEach(() => served.gateway.dispose());

/** Six reads, each of which needs what the one before it gives. */
const chain = `{ libLibraries { nodes { shelves(first: 3) { nodes { books(first: 3) { nodes { shelf { library { members(first: 3) { nodes { id } } } } } } } } } } }`;

/** Waits until nothing has been read for as long as ten reads take; returns how many reads there were. */
async function readsInTheEnd(): Promise<number> {
  for (let seen = -1; seen !== slow.reads; ) {
    seen = slow.reads;
    await setTimeout(10 * slow.delay);
  }
  return slow.reads;
}

test.each(Object.entries(transports))('a query that takes too long is ended, over %s', async (transport, ask) => {
  await serveWith(150);
  Object.assign(slow, { delay: 100, reads: 0 });
  const { status, data, errors } = await ask(served, chain);
  expect(errors).toMatchObject([{ extensions: { code: 'QUERY_TIMEOUT', details: { limit: 150 } } }]);
  expect(errors?.[0]?.message).toContain('150 ms');
  expect(data).toBeUndefined();
  if (transport === 'HTTP') expect(status).toBe(504);
  // What is under way may end; no further level is read.
  expect(await readsInTheEnd()).toBeLessThanOrEqual(3);
});

test('the answer does not wait for a read that does not end', async () => {
  await serveWith(50);
  slow.delay = 2_000_000;
  const { errors } = await transports.HTTP(served, '{ libBooks { totalCount } }');
  expect(errors).toMatchObject([{ extensions: { code: 'QUERY_TIMEOUT' } }]);
  slow.delay = 0;
});

test('0 is any time', async () => {
  await serveWith(0);
  Object.assign(slow, { delay: 60, reads: 0 });
  expect(await transports.HTTP(served, chain)).not.toHaveProperty('errors');
  expect(slow.reads).toBe(6);
});

test('a mutation takes its time', async () => {
  await serveWith(1);
  slow.delay = 60;
  const generated = await transports.HTTP(
    served,
    'mutation { generateLibShelves(input: {count: 1}) { shelves { library { id shelves { totalCount } } } } }',
  );
  expect(generated).not.toHaveProperty('errors');
});

test('a subscription takes its time', async () => {
  await serveWith(1);
  const started = (await transports.HTTP(served, 'mutation { startSeedLibrary(preset: LARGE) { id } }')) as {
    data: { startSeedLibrary: { id: string } };
  };
  const { id } = started.data.startSeedLibrary;
  const events = 'subscription ($id: ID!) { jobProgress(id: $id) { job { status } } }';
  const client = createClient({ url: served.socketUrl, webSocketImpl: WebSocket });
  let last: unknown;
  for await (const event of client.iterate({ query: events, variables: { id } })) last = event;
  expect(last).toMatchObject({ data: { jobProgress: { job: { status: 'COMPLETED' } } } });
});

test('a client that leaves ends its query, over HTTP', async () => {
  await serveWith(0);
  Object.assign(slow, { delay: 100, reads: 0 });
  const leaving = new AbortController();
  const asked = fetch(served.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: chain }),
    signal: leaving.signal,
  });
  while (slow.reads === 0) await setTimeout(5);
  leaving.abort();
  await expect(asked).rejects.toThrow();
  expect(await readsInTheEnd()).toBeLessThanOrEqual(2);
});

test('a client that leaves ends its query, over WebSocket', async () => {
  await serveWith(0);
  Object.assign(slow, { delay: 100, reads: 0 });
  const client = createClient({ url: served.socketUrl, webSocketImpl: WebSocket, retryAttempts: 0 });
  client.subscribe({ query: chain }, { next: () => undefined, error: () => undefined, complete: () => undefined });
  while (slow.reads === 0) await setTimeout(5);
  client.terminate();
  expect(await readsInTheEnd()).toBeLessThanOrEqual(2);
});

/** Costs 4,001. */
const dear = '{ libBooks(first: 1000) { nodes { id isbn title } } }';

describe('dear queries at once', () => {
  test.each([
    ['wait for each other', 4_001, 1],
    ['run side by side as far as their costs allow', 8_002, 2],
    ['come in one at a time where none would be allowed', 1, 1],
  ])('%s, and all are answered', async (_name, costAtOnce, most) => {
    await serveWith(0, { costAtOnce });
    Object.assign(slow, { delay: 20, reads: 0, most: 0 });
    const answers = await Promise.all(Array.from({ length: 6 }, () => transports.HTTP(served, dear)));
    for (const answer of answers) expect(answer).not.toHaveProperty('errors');
    expect(slow).toMatchObject({ reads: 6, most });
  });

  test('keep no light one waiting', async () => {
    await serveWith(0, { costAtOnce: 4_001 });
    slow.delay = 100;
    const answered: string[] = [];
    const asking = [dear, dear, dear].map(async (query) => {
      await transports.HTTP(served, query);
      answered.push('dear');
    });
    await transports.HTTP(served, '{ libBooks(first: 1) { nodes { id } } }');
    answered.push('light');
    await Promise.all(asking);
    expect(answered.indexOf('light')).toBeLessThan(2);
  });

  test('that wait for too long are ended, and those that never end keep nobody out', async () => {
    await serveWith(150, { costAtOnce: 4_001 });
    slow.delay = 2_000_000;
    const asked = await Promise.all([dear, dear].map((query) => transports.HTTP(served, query)));
    for (const { errors } of asked) expect(errors).toMatchObject([{ extensions: { code: 'QUERY_TIMEOUT' } }]);
    slow.delay = 0;
    expect(await transports.HTTP(served, dear)).not.toHaveProperty('errors');
  });
});

test('a query that is under way when the gateway closes is told so, and not cut off', async () => {
  await serveWith(60_000);
  slow.delay = 20_000;
  const answer = transports.HTTP(served, chain);
  while (slow.underWay === 0) await setTimeout(5);
  await served.gateway.dispose();
  expect((await answer).errors).toMatchObject([{ extensions: { code: 'SHUTTING_DOWN' } }]);
});
