import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { Readable } from 'node:stream';
import { json as readJson } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { createGateway } from '../../src/server/gateway.ts';
import type { Limits } from '../../src/server/limits/index.ts';
import { createLogger } from '../../src/server/observe/logger.ts';
import { libraryModel } from '../fixtures/library.ts';
import { transports } from './asking.ts';
import type { Served } from './served.ts';

async function serveWith(limits: Partial<Limits>): Promise<Served> {
  const gateway = await createGateway({ domains: [libraryModel], limits });
  const { url } = await gateway.listen({ port: 0 });
  return { gateway, url, origin: new URL(url).origin, socketUrl: url.replace('http:', 'ws:') };
}

const json = { 'content-type': 'application/json' };

/** A body of exactly so many bytes. */
function bodyOf(bytes: number): string {
  const body = JSON.stringify({ query: '{ __typename }' });
  return body + ' '.repeat(bytes - body.length);
}

describe('the size of a body', () => {
  const bodyBytes = 2_000;
  let served: Served;
  beforeAll(async () => {
    served = await serveWith({ bodyBytes });
  });
  afterAll(() => served.gateway.dispose());

  /** Sends chunks without announcing a length, and stops when it is answered. */
  async function inChunks(chunks: Iterable<string>, headers: Record<string, string> = json) {
    const sending = httpRequest(served.url, { method: 'POST', headers });
    const answered = once(sending, 'response') as Promise<[IncomingMessage]>;
    const source = Readable.from(chunks);
    source.pipe(sending);
    const [response] = await answered;
    source.unpipe(sending);
    const body = await readJson(response);
    sending.destroy();
    return { status: response.statusCode, body };
  }

  function* endless() {
    for (;;) yield ' '.repeat(10_000);
  }

  const tooLarge = (given?: number) => ({
    errors: [{ extensions: { code: 'BODY_TOO_LARGE', details: { limit: bodyBytes, ...(given && { given }) } } }],
  });

  test('is taken up to the limit', async () => {
    const response = await fetch(served.url, { method: 'POST', headers: json, body: bodyOf(bodyBytes) });
    expect(await response.json()).toEqual({ data: { __typename: 'Query' } });
  });

  test('is refused beyond it', async () => {
    const response = await fetch(served.url, { method: 'POST', headers: json, body: bodyOf(bodyBytes + 1) });
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject(tooLarge(bodyBytes + 1));
  });

  test('is taken up to the limit without an announced length', async () => {
    const half = bodyBytes / 2;
    const chunks = [bodyOf(bodyBytes).slice(0, half), bodyOf(bodyBytes).slice(half)];
    expect(await inChunks(chunks)).toEqual({ status: 200, body: { data: { __typename: 'Query' } } });
  });

  test('is refused as soon as it is too large without an announced length', async () => {
    const { status, body } = await inChunks(endless());
    expect(status).toBe(413);
    expect(body).toMatchObject(tooLarge());
    expect(await transports.HTTP(served, '{ __typename }')).toMatchObject({ status: 200 });
  });

  test('is held to the limit in-process', async () => {
    const ask = (bytes: number) =>
      served.gateway.fetch(new Request(served.url, { method: 'POST', headers: json, body: bodyOf(bytes) }));
    expect(await (await ask(bodyBytes)).json()).toEqual({ data: { __typename: 'Query' } });
    const refused = await ask(bodyBytes + 1);
    expect(refused.status).toBe(413);
    expect(await refused.json()).toMatchObject(tooLarge());
  });

  test('is not that of what it would become: compressed bodies are refused', async () => {
    const body = gzipSync(JSON.stringify({ query: `{ __typename } #${' '.repeat(1_000_000)}` }));
    expect(body.length).toBeLessThan(bodyBytes);
    const response = await fetch(served.url, { method: 'POST', headers: { ...json, 'content-encoding': 'gzip' }, body });
    expect(response.status).toBe(415);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'UNSUPPORTED_CONTENT_ENCODING' } }] });
  });
});

describe('operations sent as a list', () => {
  const batchOf = (size: number) => JSON.stringify(Array.from({ length: size }, () => ({ query: '{ __typename }' })));

  test.each([
    [0, 1, 400, 'BATCHING_DISABLED'],
    [2, 3, 413, 'BATCH_TOO_LARGE'],
  ])('with a limit of %i, %i are refused', async (batch, given, status, code) => {
    const { url, gateway } = await serveWith({ batch });
    const response = await fetch(url, { method: 'POST', headers: json, body: batchOf(given) });
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code, details: { limit: batch, given } } }] });
    await gateway.dispose();
  });

  test('within the limit are answered in their order, each held to the other limits', async () => {
    const { url, gateway } = await serveWith({ batch: 2, aliases: 1 });
    const body = JSON.stringify([{ query: '{ a: __typename b: __typename }' }, { query: '{ __typename }' }]);
    const response = await fetch(url, { method: 'POST', headers: json, body });
    expect(await response.json()).toMatchObject([
      { errors: [{ extensions: { code: 'TOO_MANY_ALIASES' } }] },
      { data: { __typename: 'Query' } },
    ]);
    await gateway.dispose();
  });
});

describe('suggestions', () => {
  const misspelled = [
    ['a field', '{ libBookss { totalCount } }', {}],
    ['an argument', '{ libBooks(firt: 1) { totalCount } }', {}],
    ['a value', '{ libBooks(filter: {genre: {eq: NOVE}}) { totalCount } }', {}],
    ['a variable', 'query ($f: LibBookFilter) { libBooks(filter: $f) { totalCount } }', { f: { genre: { eq: 'NOVE' } } }],
  ] as const;

  test.each([true, false])('are told: %s', async (suggestions) => {
    const served = await serveWith({ suggestions });
    for (const ask of Object.values(transports)) {
      for (const [name, query, variables] of misspelled) {
        const { errors } = await ask(served, query, variables);
        expect(errors?.length, name).toBe(1);
        if (suggestions) expect(errors?.[0]?.message, name).toContain('Did you mean');
        else expect(errors?.[0]?.message, name).not.toContain('Did you mean');
      }
    }
    await served.gateway.dispose();
  });
});

describe('requests that are none', () => {
  let served: Served;
  beforeAll(async () => {
    served = await serveWith({});
  });
  afterAll(() => served.gateway.dispose());

  test.each([
    ['an empty object', { method: 'POST', headers: json, body: '{}' }, ''],
    ['a query that is null', { method: 'POST', headers: json, body: '{"query": null}' }, ''],
    ['no body', { method: 'POST', headers: json }, ''],
    ['a number', { method: 'POST', headers: json, body: '7' }, ''],
    ['broken JSON', { method: 'POST', headers: json, body: '{"query": ' }, ''],
    ['GET without a query', {}, '?operationName=A'],
    ['GET with broken variables', {}, '?query=%7B__typename%7D&variables=%7B'],
  ])('%s is 400, whatever is accepted', async (_name, init, search) => {
    for (const accept of ['application/json', 'application/graphql-response+json', '*/*']) {
      const response = await fetch(served.url + search, { ...init, headers: { ...json, accept } });
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
    }
  });

  test.each(['Application/JSON', 'application/json ; charset=utf-8', 'APPLICATION/JSON;charset="UTF-8"'])(
    '%s is JSON',
    async (type) => {
      const body = JSON.stringify({ query: '{ __typename }' });
      const response = await fetch(served.url, { method: 'POST', headers: { 'content-type': type }, body });
      expect(await response.json()).toEqual({ data: { __typename: 'Query' } });
      const inProcess = new Request(served.url, { method: 'POST', headers: { 'content-type': type }, body });
      expect(await (await served.gateway.fetch(inProcess)).json()).toEqual({ data: { __typename: 'Query' } });
    },
  );
});

describe('an error that nobody foresaw', () => {
  afterEach(() => vi.unstubAllEnvs());

  const broken = async () => {
    const gateway = await createGateway({
      domains: [libraryModel],
      log: createLogger('silent'),
      wrapStore: (store) => ({ ...store, open: () => Promise.reject(new TypeError('The secret is 42.')) }),
    });
    const request = new Request('http://gateway.example/graphql', {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ query: '{ libBooks { totalCount } }' }),
    });
    const answer = await (await gateway.fetch(request)).text();
    await gateway.dispose();
    return answer;
  };

  test.each(['production', 'test', ''])('is masked where NODE_ENV is "%s"', async (environment) => {
    vi.stubEnv('NODE_ENV', environment);
    const answer = await broken();
    expect(answer).toContain('INTERNAL_SERVER_ERROR');
    expect(answer).not.toContain('secret');
  });

  test('is told beside the mask in development', async () => {
    vi.stubEnv('NODE_ENV', 'development');
    expect(JSON.parse(await broken())).toMatchObject({
      errors: [
        {
          message: 'Unexpected error.',
          extensions: { code: 'INTERNAL_SERVER_ERROR', originalError: { name: 'TypeError', message: 'The secret is 42.' } },
        },
      ],
    });
  });
});

test('who does not read an answer is cut off, and others are not', async () => {
  const served = await serveWith({ bodyBytes: Infinity, unread: 1_000 });
  // Comes back in the refusal: more than what sockets hold by themselves.
  const after = 'x'.repeat(20_000_000);
  const body = JSON.stringify({
    query: 'query ($after: String) { libBooks(after: $after) { totalCount } }',
    variables: { after },
  });
  const ask = () =>
    fetch(served.url, { method: 'POST', headers: json, body }).then(async (response) => (await response.text()).length);

  const { port } = new URL(served.url);
  const silent = connect(Number(port), '127.0.0.1');
  silent.pause();
  silent.write(`POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n`);
  silent.write(`Content-Length: ${body.length}\r\n\r\n${body}`);
  silent.on('error', () => undefined);
  const received = new Promise<number>((resolve) => silent.once('close', () => resolve(silent.bytesRead)));
  // The second answer comes after the first.
  const whole = await ask();
  await setTimeout(6_000);
  silent.resume();
  expect(whole).toBeGreaterThan(after.length);
  expect(await received).toBeLessThan(whole);
  await served.gateway.dispose();
});
