import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { createClient } from 'graphql-ws';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { temporaryFolder } from '../support/gateway-parts.ts';
import { ask, start } from './main-process.ts';
import { collect, until } from './served.ts';

/** What the contract allows for coming to rest, in milliseconds. */
const CONTRACT = 10_000;

/** Asks a gateway to end, and kills it when it takes longer than it may. */
async function terminate(child: ChildProcess): Promise<unknown[]> {
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  const kill = setTimeout(() => child.kill('SIGKILL'), CONTRACT);
  const how = await exit;
  clearTimeout(kill);
  return how;
}

const ENDED = [0, null];

interface JobList {
  readonly data: {
    readonly jobs: { readonly nodes: readonly { readonly id: string; readonly status: string; readonly inserted: number }[] };
  };
}

const jobs = async (url: string) => ((await ask(url, '{ jobs { nodes { id status inserted } } }')) as JobList).data.jobs.nodes;

/** Starts a seeding that takes longer than any test, and waits until it has written something. */
async function seed(url: string): Promise<string> {
  await ask(url, 'mutation { startSeedSchool(preset: LARGE, overrides: {volumes: {schools: 50}}) { id } }');
  return until(async () => (await jobs(url)).find(({ inserted }) => inserted > 0)?.id);
}

/** A connection that is never read after its first bytes. */
async function openPaused(url: string, lines: readonly string[], body = ''): Promise<void> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  onTestFinished(() => void socket.destroy());
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  socket.write(`${[...lines, 'host: localhost', `content-length: ${Buffer.byteLength(body)}`].join('\r\n')}\r\n\r\n${body}`);
  await once(socket, 'data');
  socket.pause();
}

const POST = ['POST /graphql HTTP/1.1', 'content-type: application/json'];

test('a waiting seedSchool is told, and a restart can go on with it', async () => {
  const cwd = temporaryFolder();
  const first = await start({ cwd });
  const waiting = ask(first.url, 'mutation { seedSchool(preset: LARGE, overrides: {volumes: {schools: 20}}) }');
  await until(async () => (await jobs(first.url)).some(({ inserted }) => inserted > 0));
  const ended = terminate(first.child);
  expect(await waiting).toMatchObject({ errors: [{ extensions: { code: 'JOB_INTERRUPTED' } }] });
  expect(await ended).toEqual(ENDED);
  const second = await start({ cwd });
  const [job] = await jobs(second.url);
  expect(job?.status).toBe('INTERRUPTED');
  const resumed = await ask(second.url, `mutation { resumeJob(id: "${job?.id}") { status } }`);
  expect(resumed).toMatchObject({ data: { resumeJob: { status: 'QUEUED' } } });
});

/** Everything that may keep a server from ending; each is there when the signal comes. */
const burdens: Readonly<Record<string, (url: string) => Promise<void>>> = {
  'an idle connection that is kept alive': async (url) => {
    const agent = new Agent({ keepAlive: true });
    onTestFinished(() => agent.destroy());
    const [response] = await once(request(new URL('/health', url), { agent }).end(), 'response');
    await response.toArray();
  },
  'an idle WebSocket': async (url) => {
    const socket = new WebSocket(url.replace('http:', 'ws:'), 'graphql-transport-ws');
    onTestFinished(() => socket.terminate());
    await once(socket, 'open');
  },
  'a WebSocket that does not read': async (url) => {
    const socket = new WebSocket(url.replace('http:', 'ws:'), 'graphql-transport-ws');
    onTestFinished(() => socket.terminate());
    await once(socket, 'open');
    socket.pause();
  },
  'server-sent events that are not read': async (url) => {
    const id = await seed(url);
    // Events so large that the system does not keep many of them.
    const query = `subscription { jobProgress(id: "${id}") { ${'x'.repeat(900_000)}: seq } }`;
    await openPaused(url, [...POST, 'accept: text/event-stream'], JSON.stringify({ query }));
  },
  'an answer that is not read': async (url) => {
    await ask(url, 'mutation { seedSchool(preset: LARGE) }');
    const query = `{ attendances(first: 1000) { nodes { ${'x'.repeat(20_000)}: id } } }`;
    await openPaused(url, POST, JSON.stringify({ query }));
  },
  'half a request': async (url) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    onTestFinished(() => void socket.destroy());
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    socket.write(
      'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{"query"',
    );
  },
  'a long query': async (url) => {
    await ask(url, 'mutation { seedSchool(preset: LARGE) }');
    const text = Array.from(
      { length: 30 },
      (_, nr) => `q${nr}: attendances(filter: { notes: { contains: "z${nr}" } }) { totalCount }`,
    );
    void ask(url, `{ ${text.join(' ')} }`).catch(() => undefined);
  },
  'a seeding': async (url) => void (await seed(url)),
};

test.each(Object.entries(burdens))('ends with 0 in time: %s', async (_name, burden) => {
  const { child, url } = await start({ args: ['--store', 'file:data'] });
  await burden(url);
  expect(await terminate(child)).toEqual(ENDED);
});

test('ends with 0 in time with all of these, and completes live subscriptions', async () => {
  const { child, url } = await start({ args: ['--store', 'file:data'] });
  const { 'a seeding': _last, ...others } = burdens;
  for (const burden of Object.values(others)) await burden(url);
  const [running] = (await jobs(url)).filter(({ status }) => status === 'RUNNING');
  const client = createClient({ url: url.replace('http:', 'ws:'), webSocketImpl: WebSocket, retryAttempts: 0 });
  const events = client.iterate({ query: `subscription { jobProgress(id: "${running?.id}") { job { status } } }` });
  await events.next();
  const rest = collect(events);
  expect(await terminate(child)).toEqual(ENDED);
  expect((await rest).at(-1)).toEqual({ data: { jobProgress: { job: { status: 'INTERRUPTED' } } } });
});
