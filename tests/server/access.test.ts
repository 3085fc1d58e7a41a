import { once } from 'node:events';
import { type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http';
import { createClient as createSseClient } from 'graphql-sse';
import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { createGateway, type GatewayOptions } from '../../src/server/gateway.ts';
import { libraryModel } from '../fixtures/library.ts';
import { collect, type Served, serve } from './served.ts';

const tokens = [
  { role: 'read', token: 'reader-secret' },
  { role: 'write', token: 'writer-secret' },
  { role: 'admin', token: 'admin-secret' },
] as const;

const logged: unknown[] = [];
const keep = (...line: unknown[]) => void logged.push(line);

let open: Served;
let guarded: Served;

beforeAll(async () => {
  open = await serve(libraryModel);
  guarded = await serve(libraryModel, { tokens, log: { error: keep, warn: keep, info: keep, debug: keep } });
});

afterAll(() => Promise.all([open.gateway.dispose(), guarded.gateway.dispose()]));

async function serveHere(options: Partial<GatewayOptions>): Promise<Served> {
  const served = await serve(libraryModel, options);
  onTestFinished(() => served.gateway.dispose());
  return served;
}

function bearer(token: string | undefined): Record<string, string> {
  return token === undefined ? {} : { authorization: `Bearer ${token}` };
}

interface Result {
  readonly data?: unknown;
  readonly errors?: readonly { readonly extensions?: Readonly<Record<string, unknown>> }[];
}

/** The ways to run an operation with a token. */
const transports = {
  http: async (query: string, token?: string): Promise<Result> => {
    const response = await fetch(guarded.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...bearer(token) },
      body: JSON.stringify({ query }),
    });
    return (await response.json()) as Result;
  },
  'server-sent events': async (query: string, token?: string): Promise<Result> => {
    const client = createSseClient({ url: guarded.url, headers: bearer(token), retryAttempts: 0 });
    const [result] = await collect(client.iterate({ query }));
    return result as Result;
  },
  WebSocket: async (query: string, token?: string): Promise<Result> => {
    const client = createClient({
      url: guarded.socketUrl,
      webSocketImpl: WebSocket,
      connectionParams: bearer(token),
      retryAttempts: 0,
    });
    const [result] = await collect(client.iterate({ query }));
    return result as Result;
  },
};

const QUERY = '{ libBooks { totalCount } }';
const MUTATION = 'mutation { seedLibrary(dataset: "mine") }';
const DROP = 'mutation { dropDataset(name: "nothing") }';
const HIDDEN = 'mutation { ...Outer } fragment Outer on Mutation { ... on Mutation { harmless: dropDataset(name: "nothing") } }';
const MIXED = 'mutation { dropDataset(name: "nothing") seedLibrary(dataset: "mine") }';
const UPDATE = 'mutation { updateLibBook(id: "nothing", set: {title: "x"}) { id } }';
const DELETE = 'mutation { deleteLibLoans(filter: {}, dryRun: true) { deleted } }';
const FOLLOW = 'subscription { jobProgress(id: "nothing") { seq } }';

describe.each(Object.entries(transports))('over %s', (_name, run) => {
  test.each([
    ['a query', QUERY, 'reader-secret'],
    ['a mutation', MUTATION, 'writer-secret'],
    ['a mutation', MUTATION, 'admin-secret'],
    ['a removal', DELETE, 'writer-secret'],
    ['dropDataset', DROP, 'admin-secret'],
  ])('%s %s may be run with %s', async (_what, query, token) => {
    expect(await run(query, token)).toMatchObject({ data: expect.anything() });
  });

  test('a subscription needs read', async () => {
    expect((await run(FOLLOW, 'reader-secret')).errors?.[0]?.extensions?.code).toBe('JOB_NOT_FOUND');
  });

  test.each([
    ['a mutation', MUTATION, 'reader-secret', 'write'],
    ['an update', UPDATE, 'reader-secret', 'write'],
    ['a removal', DELETE, 'reader-secret', 'write'],
    ['dropDataset', DROP, 'reader-secret', 'admin'],
    ['dropDataset', DROP, 'writer-secret', 'admin'],
    ['dropDataset in fragments under another name', HIDDEN, 'writer-secret', 'admin'],
    ['dropDataset beside another mutation', MIXED, 'writer-secret', 'admin'],
  ])('%s %s is refused with %s', async (_what, query, token, needed) => {
    const before = await guarded.gateway.jobs.list({ limit: 1 });
    const result = await run(query, token);
    expect(result.data).toBeUndefined();
    expect(result.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN', details: { needed } } }]);
    expect((await guarded.gateway.jobs.list({ limit: 1 })).total).toBe(before.total);
  });
});

test('fragments that spread others twice take no longer to look through', async () => {
  const fragments = Array.from({ length: 40 }, (_, nr) => `fragment F${nr} on Mutation { ...F${nr + 1} ...F${nr + 1} }`);
  const query = `mutation { ...F0 } ${fragments.join(' ')} fragment F40 on Mutation { dropDataset(name: "nothing") }`;
  const { errors } = await transports.http(query, 'writer-secret');
  expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
});

test.each([
  ['application/graphql-response+json', 403],
  ['application/json', 200],
])('a missing role is told to clients of %s with %i', async (accept, status) => {
  const response = await fetch(guarded.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept, ...bearer('reader-secret') },
    body: JSON.stringify({ query: DROP }),
  });
  expect(response.status).toBe(status);
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] });
});

describe('without a token, or with a wrong one', () => {
  test.each([
    ['none', {}],
    ['a wrong one', bearer('reader-secreT')],
    ['a longer one', bearer('reader-secret-and-more')],
    ['the beginning of one', bearer('reader')],
    ['an empty one', { authorization: 'Bearer ' }],
    ['another scheme', { authorization: `Basic ${btoa('reader-secret:')}` }],
    ['no scheme', { authorization: 'reader-secret' }],
  ] as Record<string, unknown>[][] as [string, Record<string, string>][])('HTTP is refused: %s', async (_name, headers) => {
    const response = await fetch(guarded.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query: QUERY }),
    });
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toMatch(/^Bearer/);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  });

  test.each([
    ['GET', (): string => `${guarded.url}?query=${encodeURIComponent(QUERY)}`],
    ['the metrics', (): string => `${guarded.origin}/metrics`],
    ['what does not exist', (): string => `${guarded.origin}/elsewhere`],
  ])('%s is refused', async (_name, url) => {
    expect((await fetch(url())).status).toBe(401);
  });

  test.each([
    ['/health', '*/*'],
    ['/ready', '*/*'],
    ['/', '*/*'],
    ['/graphql', 'text/html'],
  ])('%s is open: it tells nothing of the data', async (path, accept) => {
    expect((await fetch(`${guarded.origin}${path}`, { headers: { accept }, redirect: 'manual' })).status).toBeLessThan(400);
  });

  test.each([
    ['none', {}],
    ['a wrong one', bearer('nobody')],
    ['no text', { authorization: { toString: 'nobody' } }],
  ])('a WebSocket is closed as unauthorized: %s', async (_name, params) => {
    const socket = new WebSocket(guarded.socketUrl, 'graphql-transport-ws');
    await once(socket, 'open');
    socket.send(JSON.stringify({ type: 'connection_init', payload: params }));
    expect(await once(socket, 'close')).toMatchObject([4401, Buffer.from('UNAUTHENTICATED')]);
  });

  test('a WebSocket may bring its token in a header too', async () => {
    const socket = new WebSocket(guarded.socketUrl, 'graphql-transport-ws', { headers: bearer('reader-secret') });
    await once(socket, 'open');
    socket.send(JSON.stringify({ type: 'connection_init' }));
    expect(JSON.parse(String((await once(socket, 'message'))[0]))).toMatchObject({ type: 'connection_ack' });
    socket.terminate();
  });

  test('in-process requests are refused too', async () => {
    const request = new Request('http://seedgraph.example/graphql', { headers: { 'content-type': 'application/json' } });
    expect((await guarded.gateway.fetch(request)).status).toBe(401);
  });
});

test('tokens and variables are in no log line', async () => {
  const query = 'query Find($title: String) { libBooks(filter: { title: { eq: $title } }) { totalCount } }';
  await fetch(`${guarded.url}?access_token=admin-secret`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...bearer('reader-secret') },
    body: JSON.stringify({ query, variables: { title: 'a private matter' } }),
  });
  const lines = JSON.stringify(logged);
  expect(lines).toContain('"operation":"Find"');
  expect(lines).toContain('UNAUTHENTICATED');
  expect(lines).not.toMatch(/secret|private|title/);
});

/** A request under any name. (`fetch` names the host by itself.) */
async function under(host: string, url: string, headers: IncomingHttpHeaders = {}): Promise<{ status: number; body: string }> {
  const sent = request(url, { headers: { ...headers, host } }).end();
  const outcome = await new Promise<IncomingMessage>((resolve, reject) => {
    sent.once('response', resolve);
    sent.once('upgrade', (response, socket) => {
      socket.destroy();
      resolve(response);
    });
    sent.once('error', reject);
  });
  const body = outcome.statusCode === 101 ? '' : Buffer.concat(await outcome.toArray()).toString();
  return { status: outcome.statusCode ?? 0, body };
}

const upgrade = {
  connection: 'Upgrade',
  upgrade: 'websocket',
  'sec-websocket-version': '13',
  'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
  'sec-websocket-protocol': 'graphql-transport-ws',
};

describe('on loopback', () => {
  test.each([
    'localhost',
    'localhost:4000',
    'LOCALHOST',
    'app.localhost:1',
    '127.0.0.1',
    '127.0.0.1:99',
    '127.1.2.3',
    '[::1]',
    '[::1]:4000',
  ])('the name %s is served', async (host) => {
    expect((await under(host, `${open.origin}/health`)).status).toBe(200);
    expect((await under(host, open.url, upgrade)).status).toBe(101);
  });

  test.each([
    'evil.example',
    'evil.example:4000',
    'localhost.evil.example',
    'notlocalhost',
    '127.0.0.1.evil.example',
    '10.0.0.1',
    'x@localhost',
  ])('the name %s is refused (DNS rebinding)', async (host) => {
    for (const headers of [{}, upgrade]) {
      const { status, body } = await under(host, open.url, headers);
      expect(status).toBe(421);
      expect(JSON.parse(body)).toMatchObject({ errors: [{ extensions: { code: 'HOST_NOT_ALLOWED' } }] });
    }
  });

  test('further names are served when they are named', async () => {
    const named = await serveHere({ allowedHosts: ['seedgraph.example', 'other.example:8080'] });
    const statusOf = async (host: string) => (await under(host, `${named.origin}/health`)).status;
    expect(await statusOf('seedgraph.example')).toBe(200);
    expect(await statusOf('Seedgraph.example:4000')).toBe(200);
    expect(await statusOf('other.example:8080')).toBe(200);
    expect(await statusOf('other.example:8081')).toBe(421);
  });

  test('in-process requests may have any name', async () => {
    const gateway = await createGateway({ domains: [libraryModel] });
    onTestFinished(() => gateway.dispose());
    expect((await gateway.fetch(new Request('http://anything.example/health'))).status).toBe(200);
  });
});

describe('beyond loopback', () => {
  test.each(['0.0.0.0', '::', '192.0.2.1', 'seedgraph.example', ''])('%s needs tokens', async (host) => {
    await expect(open.gateway.listen({ port: 0, host })).rejects.toMatchObject({ code: 'TOKEN_REQUIRED' });
  });

  test('serves any name to those who have a token', async () => {
    const { port } = await guarded.gateway.listen({ port: 0, host: '0.0.0.0' });
    const url = `http://127.0.0.1:${port}/graphql?query=${encodeURIComponent(QUERY)}`;
    expect((await under('seedgraph.example', url)).status).toBe(401);
    expect((await under('seedgraph.example', url, bearer('reader-secret'))).status).toBe(200);
  });
});

describe('pages of other origins', () => {
  const APP = 'https://app.example';
  const preflight = (origin: string) => ({
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,content-type,x-dataset,apollo-require-preflight',
    },
  });
  const corsHeaders = ({ headers }: Response) => [...headers.keys()].filter((name) => name.startsWith('access-control'));

  test('may send requests and read answers when they are named', async () => {
    const named = await serveHere({ corsOrigins: [APP, 'http://localhost:5173'], tokens });
    const allowed = await fetch(named.url, preflight(APP));
    expect(allowed.status).toBe(204);
    expect(allowed.headers.get('access-control-allow-origin')).toBe(APP);
    expect(allowed.headers.get('vary')).toContain('Origin');
    for (const header of ['authorization', 'content-type', 'x-dataset', 'apollo-require-preflight'])
      expect(allowed.headers.get('access-control-allow-headers')).toContain(header);
    const answer = await fetch(`${named.url}?query=${encodeURIComponent(QUERY)}`, {
      headers: { origin: APP, ...bearer('reader-secret') },
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('access-control-allow-origin')).toBe(APP);
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
    const refused = await fetch(named.url, { headers: { origin: APP } });
    expect(refused.status).toBe(401);
    expect(refused.headers.get('access-control-allow-origin')).toBe(APP);
  });

  test.each([
    'https://elsewhere.example',
    'null',
    'https://app.example.evil.example',
    'http://app.example',
    'https://app.example:444',
  ])('get nothing when they are not: %s', async (origin) => {
    const named = await serveHere({ corsOrigins: [APP, 'http://localhost:5173'] });
    expect(corsHeaders(await fetch(named.url, preflight(origin)))).toEqual([]);
    expect(corsHeaders(await fetch(`${named.url}?query=${encodeURIComponent(QUERY)}`, { headers: { origin } }))).toEqual([]);
  });

  test('open sockets only when they are named', async () => {
    const named = await serveHere({ corsOrigins: [APP] });
    const open = async (origin: string) => under(new URL(named.origin).host, named.url, { ...upgrade, origin });
    expect((await open(APP)).status).toBe(101);
    const { status, body } = await open('https://elsewhere.example');
    expect(status).toBe(403);
    expect(JSON.parse(body)).toMatchObject({ errors: [{ extensions: { code: 'ORIGIN_NOT_ALLOWED' } }] });
  });
});
