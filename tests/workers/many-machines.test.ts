import { createClient } from 'graphql-ws';
import { expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { until } from '../server/served.ts';
import { domainUnderTest } from '../support/domains.ts';
import { describeWith, postgres, redis } from '../support/services.ts';
import { ask, begin, Cluster, digestOfOne, endAt, jobAt, PATIENCE, request, rowsAt, rowsIn, type ToldJob } from './cluster.ts';

const { domain: school } = domainUnderTest('school');

/** Every moment of a job that a gateway tells over a WebSocket. */
async function follow(url: string, id: string): Promise<ToldJob[]> {
  const client = createClient({ url: url.replace('http:', 'ws:'), webSocketImpl: WebSocket, retryAttempts: 0 });
  const query = 'subscription Progress($id: ID!) { jobProgress(id: $id) { job { id status inserted planned digest } } }';
  const told: ToldJob[] = [];
  for await (const { data } of client.iterate<{ jobProgress: { job: ToldJob } }>({ query, variables: { id } })) {
    if (data) told.push(data.jobProgress.job);
  }
  await client.dispose();
  return told;
}

vi.setConfig({ testTimeout: PATIENCE });

describeWith([postgres, redis], 'many machines', () => {
  test('workers make what one process makes, and every gateway tells how far they are', async () => {
    const cluster = await Cluster.open();
    const [a, b, ...workers] = await Promise.all([cluster.gateway(), cluster.gateway(), cluster.worker(), cluster.worker()]);
    const id = await begin(a);
    const told = await follow(b.url, id);
    const last = told.at(-1);
    expect(last).toMatchObject({ status: 'COMPLETED', digest: await digestOfOne(school, request) });
    const moments = told.map(({ inserted }) => inserted);
    expect(moments).toEqual(moments.toSorted((one, other) => one - other));
    expect(new Set(moments).size).toBeGreaterThan(3);
    expect(await rowsIn(cluster.store, 'default_school')).toBe(last?.inserted);
    // Both had a part in it, and nothing is left of how it was made.
    for (const { log } of workers) expect(log()).toContain('"outcome":"written"');
    expect(await ask(b, '{ dataset { integrity { ok } } }')).toEqual({ dataset: { integrity: { ok: true } } });
    expect(await Promise.all([...workers, a, b].map(({ end }) => end()))).toEqual([0, 0, 0, 0]);
  });

  test('a world too large for one slice, and what is derived from its rows', async () => {
    const { domain } = domainUnderTest('library');
    const volumes = { members: 1_500, loans: 40 };
    const cluster = await Cluster.open({ domain: 'library' });
    const [gateway] = await Promise.all([cluster.gateway(), cluster.workers(2)]);
    const list = Object.entries(volumes).map(([name, count]) => `${name}: ${count}`);
    const { startSeedLibrary } = await ask<{ startSeedLibrary: { id: string } }>(
      gateway,
      `mutation { startSeedLibrary(overrides: { volumes: { ${list} } }) { id } }`,
    );
    const { digest, error } = await endAt(gateway, startSeedLibrary.id);
    expect({ digest, error }).toEqual({ digest: await digestOfOne(domain, { overrides: { volumes } }), error: null });
  });

  test('slices wait for workers of their own version, and it is said', async () => {
    const cluster = await Cluster.open();
    const [gateway, other] = await Promise.all([cluster.gateway(), cluster.worker({ WORKER_VERSION: 'another' })]);
    const id = await begin(gateway);
    await until(async () => gateway.log().includes('there is no worker of this version'));
    expect(await jobAt(gateway, id)).toMatchObject({ status: 'QUEUED', inserted: 0 });
    await cluster.worker();
    expect((await rowsAt(gateway, id, 0.01)).status).toMatch(/RUNNING|COMPLETED/);
    expect((await endAt(gateway, id)).status).toBe('COMPLETED');
    expect(other.log()).not.toContain('outcome');
  });

  test('a job is canceled at another gateway, and gone on with at a third', async () => {
    const cluster = await Cluster.open();
    const [a, b, c] = await Promise.all([cluster.gateway(), cluster.gateway(), cluster.gateway(), cluster.workers(2)]);
    const id = await begin(a);
    await rowsAt(b, id, 0.2);
    expect((await ask<{ cancelJob: ToldJob }>(b, `mutation { cancelJob(id: "${id}") { status } }`)).cancelJob.status).toMatch(
      /CANCEL/,
    );
    expect((await endAt(a, id)).status).toBe('CANCELED');
    const { inserted } = await jobAt(c, id);
    await ask(c, `mutation { resumeJob(id: "${id}") { id } }`);
    const ended = await endAt(b, id);
    expect(ended).toMatchObject({ status: 'COMPLETED', digest: await digestOfOne(school, request) });
    expect(ended.inserted).toBeGreaterThan(inserted);
  });
});
