import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { createClient } from 'graphql-ws';
import { afterEach, describe, expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import type { GatewayOptions } from '../../src/server/gateway.ts';
import { libraryModel } from '../fixtures/library.ts';
import { collect, type Served, serve, until } from './served.ts';

let served: Served;

afterEach(() => served.gateway.dispose());

async function start(sockets: GatewayOptions['sockets'] = {}): Promise<void> {
  served = await serve(libraryModel, { sockets });
}

/** A seeding of some seconds. */
async function seedLong(): Promise<string> {
  const { jobs } = served.gateway;
  const overrides = { volumes: { libraries: 30 } };
  return (await jobs.seed({ domain: libraryModel, dataset: 'default', preset: 'LARGE', overrides })).id;
}

interface Message {
  readonly id?: string;
  readonly type: string;
  readonly payload?: unknown;
}

/** A WebSocket that has introduced itself, and what it was sent since. */
async function connected() {
  const socket = new WebSocket(served.socketUrl, 'graphql-transport-ws');
  onTestFinished(() => socket.terminate());
  await once(socket, 'open');
  const received: Message[] = [];
  socket.on('message', (data) => received.push(JSON.parse(String(data))));
  const send = (message: Message) => socket.send(JSON.stringify(message));
  send({ type: 'connection_init' });
  await until(async () => received.shift());
  return { socket, received, send };
}

async function gauge(name: string): Promise<number> {
  const text = await (await fetch(`${served.origin}/metrics`)).text();
  return Number(new RegExp(`^${name} (\\d+)$`, 'm').exec(text)?.[1]);
}

async function answers(): Promise<unknown> {
  const url = `${served.url}?query=${encodeURIComponent('{ libBooks(first: 1) { totalCount } }')}`;
  return (await (await fetch(url)).json()) as unknown;
}

/** Events of this many bytes: a long name for a short value. */
function followWith(id: string, bytes: number): string {
  return `subscription { jobProgress(id: "${id}") { ${'x'.repeat(bytes)}: seq } }`;
}

/** Server-sent events over a connection that can be paused. */
async function openEvents(query: string): Promise<Socket> {
  const { port } = new URL(served.url);
  const socket = connect(Number(port), '127.0.0.1');
  onTestFinished(() => void socket.destroy());
  await once(socket, 'connect');
  const body = JSON.stringify({ query });
  socket.write(
    `POST /graphql HTTP/1.1\r\nhost: localhost\r\naccept: text/event-stream\r\ncontent-type: application/json\r\n` +
      `content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
  return socket;
}

describe('who does not read', () => {
  // The system keeps about 6 MB for a connection that is not read.
  const EVENT = 900_000;

  /** How many events someone got who always read, while a paused client was there; all answers were right meanwhile. */
  async function healthy(id: string): Promise<number> {
    const client = createClient({ url: served.socketUrl, webSocketImpl: WebSocket });
    const events = collect(client.iterate({ query: `subscription { jobProgress(id: "${id}") { seq job { status } } }` }));
    let ended = false;
    const end = events.finally(() => {
      ended = true;
    });
    while (!ended) expect(await answers()).toMatchObject({ data: { libBooks: { totalCount: expect.any(Number) } } });
    const all = await end;
    expect(all.at(-1)).toMatchObject({ data: { jobProgress: { job: { status: 'COMPLETED' } } } });
    return all.length;
  }

  test('a WebSocket: few events wait for it, others get all of theirs', async () => {
    await start({ keepAlive: 600_000 });
    const id = await seedLong();
    const { socket, received, send } = await connected();
    socket.pause();
    const subscribers = 5;
    for (let nr = 0; nr < subscribers; nr++)
      send({ id: String(nr), type: 'subscribe', payload: { query: followWith(id, EVENT) } });
    const expected = subscribers * (await healthy(id));
    socket.resume();
    await until(async () => received.filter(({ type }) => type === 'complete').length === subscribers);
    const events = received.filter(({ type }) => type === 'next').length;
    expect(events).toBeLessThan(expected / 2);
    expect(await gauge('seedgraph_subscriptions')).toBe(0);
  });

  test('server-sent events: few events wait, others get all of theirs', async () => {
    await start();
    const id = await seedLong();
    const socket = await openEvents(followWith(id, EVENT));
    socket.pause();
    const expected = await healthy(id);
    let text = '';
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
    socket.resume();
    await until(async () => text.includes('event: complete'));
    expect(text.split('event: next').length - 1).toBeLessThan(expected / 2);
    expect(await gauge('seedgraph_subscriptions')).toBe(0);
  });

  test.each(['reading', 'paused'])('server-sent events end with their connection: %s', async (state) => {
    await start();
    const id = await seedLong();
    const socket = await openEvents(followWith(id, EVENT));
    await once(socket, 'data');
    if (state === 'paused') socket.pause();
    else socket.resume();
    // Long enough to fill what the system holds for a connection.
    for (let seen = 0; seen < 20; seen++) await answers().then(() => new Promise((resolve) => setTimeout(resolve, 100)));
    expect(await gauge('seedgraph_subscriptions')).toBe(1);
    socket.destroy();
    await until(async () => (await gauge('seedgraph_subscriptions')) === 0);
    expect((await served.gateway.jobs.get(id))?.status).toBe('RUNNING');
  });

  test('a WebSocket that sends without reading is not read any more, and loses nothing', async () => {
    await start({ keepAlive: 600_000 });
    const { socket, received, send } = await connected();
    socket.pause();
    const payload = { text: 'x'.repeat(250_000) };
    const pings = 200;
    for (let nr = 0; nr < pings; nr++) send({ type: 'ping', payload });
    // It reads, until what it could not send is too much: then the client's own messages stay with the client.
    let before = -1;
    await until(async () => {
      const still = socket.bufferedAmount === before;
      before = socket.bufferedAmount;
      await new Promise((resolve) => setTimeout(resolve, 500));
      return still;
    });
    expect(socket.bufferedAmount).toBeGreaterThan((pings / 2) * 250_000);
    expect(await answers()).toMatchObject({ data: {} });
    socket.resume();
    await until(async () => received.filter(({ type }) => type === 'pong').length === pings);
  });

  test('a WebSocket that answers no pings is ended', async () => {
    await start({ keepAlive: 100 });
    const { socket } = await connected();
    expect(await gauge('seedgraph_sockets')).toBe(1);
    socket.pause();
    await until(async () => (await gauge('seedgraph_sockets')) === 0);
  });
});

describe('limits of WebSockets', () => {
  test('operations at a time', async () => {
    await start({ maxOperations: 2 });
    const id = await seedLong();
    const { received, send } = await connected();
    const query = `subscription { jobProgress(id: "${id}") { seq } }`;
    for (const nr of ['1', '2', '3']) send({ id: nr, type: 'subscribe', payload: { query } });
    const error = await until(async () => received.find(({ type }) => type === 'error'));
    expect(error).toMatchObject({
      id: '3',
      payload: [{ extensions: { code: 'TOO_MANY_SUBSCRIPTIONS', details: { limit: 2 } } }],
    });
    expect(await gauge('seedgraph_subscriptions')).toBe(2);
    send({ id: '1', type: 'complete' });
    await until(async () => (await gauge('seedgraph_subscriptions')) === 1);
    send({ id: '4', type: 'subscribe', payload: { query } });
    await until(async () => received.find((message) => message.id === '4' && message.type === 'next'));
  });

  test('sockets at a time', async () => {
    await start({ max: 2 });
    const { socket } = await connected();
    await connected();
    const third = new WebSocket(served.socketUrl, 'graphql-transport-ws');
    const [, response] = await once(third, 'unexpected-response');
    expect(response.statusCode).toBe(503);
    expect(JSON.parse(String(Buffer.concat(await response.toArray())))).toMatchObject({
      errors: [{ extensions: { code: 'TOO_MANY_SOCKETS' } }],
    });
    socket.close();
    await until(async () => (await gauge('seedgraph_sockets')) === 1);
    await connected();
  });

  test('the time to introduce oneself', async () => {
    await start({ initTimeout: 50 });
    const socket = new WebSocket(served.socketUrl, 'graphql-transport-ws');
    expect((await once(socket, 'close'))[0]).toBe(4408);
  });

  test('the size of a message', async () => {
    await start();
    const { socket } = await connected();
    socket.send('x'.repeat(1024 * 1024 + 1));
    expect((await once(socket, 'close'))[0]).toBe(1009);
    expect(await answers()).toMatchObject({ data: {} });
  });
});
