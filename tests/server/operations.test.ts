import { createClient } from 'graphql-ws';
import { register } from 'prom-client';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { createGateway, type Gateway, type GatewayOptions } from '../../src/server/gateway.ts';
import type { Store } from '../../src/store/index.ts';
import { libraryModel } from '../fixtures/library.ts';
import { collect, until } from './served.ts';

type Line = Readonly<Record<string, unknown>> & { readonly level: string; readonly message: string };

/** A gateway, and what it has logged. */
async function observed(options: Partial<GatewayOptions> = {}): Promise<{ gateway: Gateway; lines: Line[] }> {
  const lines: Line[] = [];
  const writer = (level: string) => (fields: object, message: string) => void lines.push({ ...fields, level, message });
  const log = { error: writer('error'), warn: writer('warn'), info: writer('info'), debug: writer('debug') };
  const gateway = await createGateway({ domains: [libraryModel], log, ...options });
  return { gateway, lines };
}

function get(gateway: Gateway, path: string, headers: Record<string, string> = {}): Promise<Response> {
  return gateway.fetch(new Request(`http://localhost${path}`, { headers }));
}

function post(gateway: Gateway, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return gateway.fetch(
    new Request('http://localhost/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    }),
  );
}

/** A store with some operations of its control replaced. */
function withControl(store: Store, replaced: Partial<Store['control']>): Store {
  const control = new Proxy(store.control, {
    get: (target, name) => Reflect.get(replaced, name) ?? Reflect.get(target, name).bind(target),
  });
  return { ...store, control };
}

describe('pages for people and machines', () => {
  let gateway: Gateway;
  beforeAll(async () => {
    ({ gateway } = await observed());
  });
  afterAll(() => gateway.dispose());

  test('/ leads to the endpoint', async () => {
    const response = await get(gateway, '/');
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toBe('/graphql');
  });

  test('/health says that the process is up', async () => {
    expect((await get(gateway, '/health')).status).toBe(200);
  });

  test('/ready says that the store answers', async () => {
    const response = await get(gateway, '/ready');
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ ready: true });
  });

  test('/ready says why not when the store does not answer; /metrics has what there is', async () => {
    const failing = { countJobs: () => Promise.reject(new Error('disk /secret/path is gone')) };
    const { gateway: broken } = await observed({ wrapStore: (store) => withControl(store, failing) });
    onTestFinished(() => broken.dispose());
    const response = await get(broken, '/ready');
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({ ready: false, reason: 'The store does not answer.' });
    const metrics = await get(broken, '/metrics');
    expect(metrics.status).toBe(200);
    expect(await metrics.text()).not.toMatch(/secret|seedgraph_jobs\{/);
  });

  test('/ready says so when the gateway is ending, while requests under way are still answered', async () => {
    const { gateway: ending } = await observed();
    const disposed = ending.dispose();
    const response = await get(ending, '/ready');
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ ready: false, reason: expect.stringContaining('shutting down') });
    await disposed;
  });
});

describe('/metrics', () => {
  /** Figures by name and labels, as Prometheus reads them. */
  async function figures(gateway: Gateway): Promise<Map<string, number>> {
    const response = await get(gateway, '/metrics');
    expect(response.headers.get('content-type')).toContain('version=0.0.4');
    const lines = (await response.text()).split('\n').filter((line) => line && !line.startsWith('#'));
    return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]));
  }

  let gateway: Gateway;
  let seen: Map<string, number>;
  beforeAll(async () => {
    ({ gateway } = await observed());
    await post(gateway, { query: 'mutation Unmistakable { seedLibrary }' }, { 'x-dataset': 'unmistakable' });
    const books = await post(gateway, { query: '{ libBooks(first: 2) { nodes { id } } }' }, { 'x-dataset': 'unmistakable' });
    const { data } = (await books.json()) as { data: { libBooks: { nodes: { id: string }[] } } };
    const byId = { query: 'query ($id: ID!) { node(id: $id) { id } }', variables: { id: data.libBooks.nodes[0]?.id } };
    for (let nr = 0; nr < 3; nr++) await post(gateway, byId, { 'x-dataset': 'unmistakable' });
    await post(
      gateway,
      { query: 'mutation { generateLibMembers(input: {count: 5}) { count: __typename } }' },
      { 'x-dataset': 'unmistakable' },
    );
    await post(gateway, { query: '{ libBooks(first: -1) { totalCount } }' });
    await post(gateway, { query: '{ ' });
    seen = await figures(gateway);
  });
  afterAll(() => gateway.dispose());

  test('counts requests by type and outcome', () => {
    const requests = (type: string, outcome: string) =>
      seen.get(`seedgraph_requests_total{transport="http",type="${type}",outcome="${outcome}"}`);
    expect(requests('query', 'ok')).toBe(4);
    expect(requests('mutation', 'ok')).toBe(2);
    expect(requests('query', 'client_error')).toBe(1);
    expect(requests('none', 'client_error')).toBe(1);
  });

  test('has a histogram of seconds', () => {
    expect(seen.get('seedgraph_request_duration_seconds_count{type="query"}')).toBe(5);
    expect(seen.get('seedgraph_request_duration_seconds_bucket{le="+Inf",type="mutation"}')).toBe(2);
  });

  test('counts the rows that were made, seeded and generated alike', async () => {
    const response = await post(
      gateway,
      { query: '{ dataset { contents { counts { entity count } } } }' },
      { 'x-dataset': 'unmistakable' },
    );
    const { data } = (await response.json()) as { data: { dataset: { contents: { counts: { count: string | number }[] }[] } } };
    const stored = data.dataset.contents.flatMap(({ counts }) => counts).reduce((sum, { count }) => sum + Number(count), 0);
    const counted = [...seen].filter(([name]) => name.startsWith('seedgraph_rows_seeded_total{domain="library"'));
    expect(counted.reduce((sum, [, rows]) => sum + rows, 0)).toBe(stored);
  });

  test('counts what the cache had, and jobs by state', () => {
    expect(seen.get('seedgraph_entity_cache_reads_total{result="hit"}')).toBeGreaterThanOrEqual(2);
    expect(seen.get('seedgraph_entity_cache_reads_total{result="miss"}')).toBeGreaterThanOrEqual(1);
    expect(seen.get('seedgraph_jobs{status="COMPLETED"}')).toBe(1);
    expect(seen.get('seedgraph_jobs{status="RUNNING"}')).toBe(0);
    expect(seen.get('seedgraph_sockets')).toBe(0);
  });

  test('has the figures of the process, and nothing that clients can make up', () => {
    const names = [...seen.keys()];
    expect(names.filter((name) => !/^(seedgraph|process|nodejs)_/.test(name))).toEqual([]);
    expect(names).toContain('process_resident_memory_bytes');
    expect(names.join()).not.toMatch(/unmistakable/i);
  });

  test('belongs to one gateway', async () => {
    const { gateway: other } = await observed();
    onTestFinished(() => other.dispose());
    const figuresOfOther = await figures(other);
    expect([...figuresOfOther.keys()].filter((name) => name.startsWith('seedgraph_requests_total'))).toEqual([]);
    expect(await register.getMetricsAsJSON()).toEqual([]);
  });
});

describe('the request log', () => {
  test('has a line for every request', async () => {
    const { gateway, lines } = await observed();
    onTestFinished(() => gateway.dispose());
    await post(gateway, { query: 'query Some { libBooks { totalCount } }' }, { 'x-dataset': 'default' });
    await post(gateway, { query: 'query Wrong { libBooks(first: -1) { totalCount } }' });
    await get(gateway, '/elsewhere?query=hidden');
    expect(lines).toMatchObject([
      { level: 'info', method: 'POST', path: '/graphql', status: 200, operation: 'Some', type: 'query', dataset: 'default' },
      { level: 'info', status: 200, operation: 'Wrong', errors: ['INVALID_PAGE_SIZE'] },
      { level: 'info', method: 'GET', path: '/elsewhere', status: 404 },
    ]);
    for (const line of lines) expect(line.durationMs).toEqual(expect.any(Number));
  });

  test.each([
    ['abc-123', true],
    ['a'.repeat(128), true],
    ['4bf92f3577b34da6a3ce929d0e0e4736/00f067aa', true],
    ['a'.repeat(129), false],
    ['two words', false],
    ['{"json": 1}', false],
    ['', false],
  ])('takes the id of a client where it is sane: %j, %s', async (id, taken) => {
    const { gateway, lines } = await observed();
    onTestFinished(() => gateway.dispose());
    const response = await post(gateway, { query: '{ __typename }' }, { 'x-request-id': id });
    const given = response.headers.get('x-request-id');
    expect(given === id).toBe(taken);
    expect(given).toMatch(/^[\w.:/+=-]{1,128}$/);
    expect(lines).toMatchObject([{ requestId: given }]);
  });

  test('leads from a masked error to what happened', async () => {
    const { gateway, lines } = await observed({
      wrapStore: (store) => ({ ...store, datasets: () => Promise.reject(new Error('disk /secret/path is gone')) }),
    });
    onTestFinished(() => gateway.dispose());
    const response = await post(gateway, { query: '{ datasets { name } }' }, { 'x-request-id': 'find-me' });
    expect(await response.json()).toMatchObject({
      errors: [{ message: 'Unexpected error.', extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: 'find-me' } }],
    });
    const error = lines.find(({ level }) => level === 'error');
    expect(error).toMatchObject({ requestId: 'find-me', message: 'unexpected error' });
    expect(String(error?.err)).toContain('secret');
    expect(lines.find(({ level }) => level === 'info')).toMatchObject({
      requestId: 'find-me',
      errors: ['INTERNAL_SERVER_ERROR'],
    });
  });
});

test('operations over WebSocket are logged and counted, each as a request of its own', async () => {
  const { gateway, lines } = await observed({
    wrapStore: (store) => ({ ...store, datasets: () => Promise.reject(new Error('disk /secret/path is gone')) }),
  });
  onTestFinished(() => gateway.dispose());
  const { url } = await gateway.listen({ port: 0 });
  const client = createClient({
    url: url.replace('http:', 'ws:'),
    webSocketImpl: WebSocket,
    connectionParams: { dataset: 'default' },
  });
  onTestFinished(() => client.dispose());
  const ask = (query: string) => collect(client.iterate({ query }));
  await ask('query Fine { libBooks { totalCount } }');
  const [failed] = await ask('query Failing { datasets { name } }');
  await expect(ask('{ nothing }')).rejects.toBeDefined();
  await ask('subscription Follow { jobProgress(id: "nothing") { seq } }');
  await until(async () => lines.length === 5);
  const requests = lines.filter(({ message }) => message === 'request');
  expect(requests).toMatchObject([
    { method: 'WS', path: '/graphql', operation: 'Fine', type: 'query', dataset: 'default' },
    { operation: 'Failing', errors: ['INTERNAL_SERVER_ERROR'] },
    { errors: ['GRAPHQL_VALIDATION_FAILED'] },
    { operation: 'Follow', type: 'subscription', errors: ['JOB_NOT_FOUND'] },
  ]);
  expect(new Set(requests.map(({ requestId }) => requestId)).size).toBe(4);
  const requestId = lines.find(({ level }) => level === 'error')?.requestId;
  expect(failed).toMatchObject({ errors: [{ extensions: { code: 'INTERNAL_SERVER_ERROR', requestId } }] });
  const metrics = await (await get(gateway, '/metrics')).text();
  expect(metrics).toContain('seedgraph_requests_total{transport="ws",type="query",outcome="server_error"} 1');
});

describe('idle datasets', () => {
  const names = async (gateway: Gateway) => (await gateway.store.datasets()).map(({ name }) => name);
  const seed = async (gateway: Gateway, dataset: string, libraries = 1) => {
    const overrides = { volumes: { libraries } };
    return (await gateway.jobs.seed({ domain: libraryModel, dataset, overrides, preset: libraries > 1 ? 'LARGE' : 'SMALL' })).id;
  };

  test('are dropped; `default` and those that a job writes to are not', async () => {
    const { gateway, lines } = await observed({ datasetTtl: 300 });
    onTestFinished(() => gateway.dispose());
    const dropped = () => lines.filter(({ message }) => message === 'idle dataset dropped').map(({ dataset }) => dataset);
    await gateway.jobs.wait(await seed(gateway, 'default'));
    const running = await seed(gateway, 'busy', 20);
    await gateway.jobs.wait(await seed(gateway, 'idle'));
    await until(async () => dropped().length > 0);
    expect((await gateway.jobs.get(running))?.status).toBe('RUNNING');
    expect(dropped()).toEqual(['idle']);
    expect(await names(gateway)).not.toContain('idle');
    expect((await gateway.jobs.wait(running)).status).toBe('COMPLETED');
    const response = await post(gateway, { query: '{ libBooks { totalCount } }' });
    expect(await response.json()).toEqual({ data: { libBooks: { totalCount: 24 } } });
  });

  test('are idle only when nobody reads them', async () => {
    const { gateway } = await observed({ datasetTtl: 2_000 });
    onTestFinished(() => gateway.dispose());
    for (const dataset of ['idle', 'read']) await gateway.jobs.wait(await seed(gateway, dataset));
    await until(async () => {
      expect(
        await (await post(gateway, { query: '{ libBooks { totalCount } }' }, { 'x-dataset': 'read' })).json(),
      ).toHaveProperty('data');
      return !(await names(gateway)).includes('idle');
    });
    expect(await names(gateway)).toContain('read');
  });

  test('stay when nothing is said', async () => {
    const { gateway } = await observed();
    onTestFinished(() => gateway.dispose());
    await gateway.jobs.wait(await seed(gateway, 'idle'));
    expect(await names(gateway)).toContain('idle');
  });
});
