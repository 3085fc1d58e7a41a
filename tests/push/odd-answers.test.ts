import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { auditFile, type PushRunnerOptions, targetOf } from '../../src/push/index.ts';
import { temporaryFolder } from '../support/gateway-parts.ts';
import { openPushing } from './pushing.ts';

interface Asked {
  readonly method: string | undefined;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

type Answer = (response: ServerResponse, asked: Asked) => void;

const json =
  (status: number, body: unknown, headers: object = {}) =>
  (response: ServerResponse) =>
    response
      .writeHead(status, { 'content-type': 'application/json', ...headers })
      .end(typeof body === 'string' ? body : JSON.stringify(body));

/** A server whose lists are empty, and which answers a POST as it is told. */
async function serveOdd(post: Answer, get: Answer = json(200, { data: [] })) {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const one = { method: request.method, path: request.url ?? '', headers: request.headers, body: await text(request) };
    asked.push(one);
    (one.method === 'GET' ? get : post)(response, one);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return { asked, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

async function pushTo(url: string, input: object, options: Partial<PushRunnerOptions> = {}) {
  const pushing = await openPushing(options);
  onTestFinished(() => pushing.close());
  return pushing.push(url, input);
}

const rooms = { features: ['rooms'] };

const packed: Answer = (response) => response.writeHead(201, { 'content-encoding': 'gzip' }).end(gzipSync('{"id": "abc"}'));

test.each([
  ['200 and an id under data', json(200, { status: 'ok', data: { id: 'abc' } }), '"abc"'],
  ['a number', json(201, { id: 7 }), '7'],
  ['a number of 64 bits', json(201, '{"id": 9007199254740993}'), '"9007199254740993"'],
  ['a text that looks like a mark of ours', json(201, { id: 'number:7' }), '"number:7"'],
  ['gzip that nobody asked for', packed, '"abc"'],
] as const)('rows refer to the id as it was told: %s', async (_, post, sent) => {
  const { url, asked } = await serveOdd(post);
  expect(await pushTo(url, rooms)).toMatchObject({ status: 'COMPLETED', inserted: 16 });
  expect(asked.at(-1)?.body).toContain(`"school_id":${sent}`);
});

test('numbers stay numbers when a push is gone on with', async () => {
  let schools = 0;
  const { url, asked } = await serveOdd((response, { path }) => {
    if (path.endsWith('/schools')) json(201, { id: ++schools })(response);
    else json(asked.length < 10 ? 422 : 201, asked.length < 10 ? { detail: 'not yet' } : { id: asked.length })(response);
  });
  const pushing = await openPushing();
  onTestFinished(() => pushing.close());
  expect(await pushing.push(url, rooms)).toMatchObject({ status: 'FAILED' });
  expect(await pushing.push(url, rooms)).toMatchObject({ status: 'COMPLETED' });
  expect(schools).toBe(1);
  expect(asked.at(-1)?.body).toContain('"school_id":1,');
});

const nested = (depth: number, open: string, close: string) => open.repeat(depth) + 1 + close.repeat(depth);

test.each([
  ['nested without end', json(201, nested(200_000, '{"data":', '}'))],
  ['refused, nested without end', json(422, `{"detail":${nested(200_000, '[', ']')}}`)],
  ['cut JSON', json(201, '{"id":')],
  ['nothing', json(201, '')],
  ['a web page', json(200, '<!doctype html><html></html>')],
  ['an error that calls itself a success', json(200, { success: false, error: 'the disk is full' })],
] as const)('an answer that tells of no record leaves the row missing: %s', async (_, post) => {
  const { url } = await serveOdd(post);
  expect(await pushTo(url, { features: ['schools'] })).toMatchObject({
    status: 'FAILED',
    error: { code: 'PUSH_INCOMPLETE' },
    report: { missing: [{ entity: 'School' }] },
  });
});

/** Nothing refers to merits: their ids are not needed. */
test.each([
  ['', 'COMPLETED'],
  ['{}', 'COMPLETED'],
  ['<html>', 'FAILED'],
  ['{"success": false}', 'FAILED'],
  ['{"error": "full"}', 'FAILED'],
  ['{"errors": ["full"]}', 'FAILED'],
])('a success without an id is believed when it says nothing else: %j', async (body, status) => {
  const { url } = await serveOdd((response, { path }) => json(200, path.endsWith('/merits') ? body : { id: 'x' })(response));
  const job = await pushTo(url, { features: ['merits'] });
  expect(job.status).toBe(status);
  const merits = job.report?.entities.find(({ entity }) => entity === 'Merit');
  expect(merits?.created).toBe(status === 'COMPLETED' ? 50 : 0);
});

test('a list without end does not keep the rows from being sent', async () => {
  const endless: Answer = (response) => {
    response.writeHead(200);
    const more = () => {
      while (!response.destroyed && response.write('x'.repeat(65_536)));
      response.once('drain', more);
    };
    more();
  };
  const { url } = await serveOdd(json(201, { id: 1 }), endless);
  expect(await pushTo(url, rooms)).toMatchObject({ status: 'COMPLETED' });
});

test('a redirection is not followed, and takes no key anywhere', async () => {
  const other = await serveOdd(json(201, { id: 1 }));
  const { url, asked } = await serveOdd((response) => response.writeHead(307, { location: `${other.url}/api/v1/schools` }).end());
  const job = await pushTo(url, rooms, { settings: { apiKey: 'sesame' } });
  expect(job).toMatchObject({ status: 'FAILED', error: { code: 'TARGET_REFUSED' } });
  expect([asked.length, other.asked.length]).toEqual([2, 0]);
});

test.each(['99999999999999999999999', '9'.repeat(400), '86400', 'Fri, 31 Dec 9999 23:59:59 GMT'])(
  'a pause that nobody would wait for ends the push: %s',
  async (pause) => {
    for (const status of [429, 503]) {
      const { url } = await serveOdd(json(status, { detail: 'slow' }, { 'retry-after': pause }));
      const job = await pushTo(url, rooms);
      expect(job).toMatchObject({ status: 'FAILED', error: { code: 'TARGET_LIMITED' } });
      expect(job.error?.message).toMatch(/Push again (later|in \d+ s);/);
    }
  },
);

test.each(['-5', '0.2', 'soon', '', '2001-01-01'])('a pause that is none is a short one: %j', async (pause) => {
  let limited = 0;
  const { url } = await serveOdd((response) => {
    if (limited++ < 2) json(429, {}, { 'retry-after': pause })(response);
    else json(201, { id: limited })(response);
  });
  expect(await pushTo(url, { features: ['schools'] })).toMatchObject({ status: 'COMPLETED' });
});

test('no part of a key or a password is told, wherever the API says it', async () => {
  const apiKey = 'k3y"with\\signs-and-a-long-tail';
  const password = 'p4ss"word\\with signs';
  for (const before of [0, 280, 290, 299]) {
    const { url } = await serveOdd((response, { headers, body, path }) => {
      if (path.endsWith('/schools')) return json(201, { id: 1 })(response);
      const told = `${'x'.repeat(before)}${headers.authorization} ${body} ${encodeURIComponent(apiKey)}`;
      return json(422, before % 20 === 0 ? { detail: told } : { errors: [{ told }] })(response);
    });
    const file = join(temporaryFolder(), 'audit.ndjson');
    const job = await pushTo(url, { features: ['users'] }, { settings: { apiKey, password }, audit: () => auditFile(file) });
    expect(job).toMatchObject({ status: 'FAILED' });
    for (const told of [JSON.stringify(job), readFileSync(file, 'utf8')]) expect(told).not.toMatch(/k3y|p4ss/);
  }
});

test.each([
  [{ apiKey: 'two\nlines' }, /line break/],
  [{ apiKey: 'ключ' }, /ASCII/],
  [{ apiKey: 'key', apiKeyHeader: 'X Key' }, /"X Key"/],
  [{ apiKey: 'key', apiKeyHeader: 'Content-Length' }, /"Content-Length"/],
  [{ apiKey: 'key', apiKeyHeader: 'Host' }, /"Host"/],
])('a key that no header can hold is told before anything is sent: %j', async (settings, message) => {
  const { url, asked } = await serveOdd(json(201, { id: 1 }));
  await expect(pushTo(url, rooms, { settings })).rejects.toMatchObject({ code: 'INVALID_API_KEY', message });
  expect(asked).toEqual([]);
});

test.skipIf(!existsSync('/dev/full'))(
  'an audit that cannot be written ends the push with the first request (needs /dev/full)',
  async () => {
    const { url, asked } = await serveOdd((response) => json(201, { id: asked.length })(response));
    const job = await pushTo(url, { ...rooms, concurrency: 1 }, { audit: () => auditFile('/dev/full') });
    expect(job).toMatchObject({ status: 'FAILED', error: { code: 'AUDIT_UNWRITABLE' } });
    expect(asked.filter(({ method }) => method === 'POST')).toHaveLength(1);
  },
);

test.each([
  ['http://LOCALHOST:80/?', 'http://localhost'],
  ['http://localhost/api/#', 'http://localhost/api'],
  ['https://Schule.example//', 'https://schule.example'],
  ['http://2130706433:8000', 'http://127.0.0.1:8000'],
])('%s is known as %s', (given, target) => {
  expect(targetOf(given)).toBe(target);
});
