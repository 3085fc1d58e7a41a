import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { type DomainModel, defineDomain, field, modelOf, vocabulary } from '../../src/definition/index.ts';
import { createJobs, type Jobs } from '../../src/jobs/index.ts';
import { openStore } from '../../src/store/index.ts';
import { openDistribution, openWorker, type WorkerLog } from '../../src/workers/index.ts';
import { until } from '../server/served.ts';
import { describeWith, newDatabase, postgres, redis } from '../support/services.ts';
import { ownRedis } from './servers.ts';

const silent = { error: () => undefined, warn: () => undefined, info: () => undefined, debug: () => undefined };

const config = z.strictObject({ volumes: z.strictObject({ farms: z.int().default(3) }).prefault({}) });
const { defineEntity, root } = vocabulary<z.output<typeof config>>();

/** Farms whose numbers come from a function of somebody's own. */
function farms(numberOf: (index: number) => number): DomainModel {
  const Farm = defineEntity({
    name: 'Farm',
    description: 'A farm.',
    rows: root('farms', { alike: true }),
    fields: { id: field.key('Key.'), number: field.integer('On its gate.', { unique: true }) },
    values: { number: ({ index }) => numberOf(index) },
  });
  const names = { name: 'farms', title: 'Farms', prefix: '', description: 'For tests.' };
  return modelOf(defineDomain({ ...names, config, presets: { SMALL: {} }, defaultPreset: 'SMALL', entities: [Farm] }));
}

/** A gateway's jobs and a worker, in this process, over a new database. */
async function cluster(domain: DomainModel, at = redis.url, log: WorkerLog = silent): Promise<Jobs> {
  const [url, version] = [await newDatabase(), 'test'];
  const [store, other] = [await openStore(url), await openStore(url)];
  const distribution = openDistribution({ store, redis: at, version, log });
  const jobs = await createJobs({ store, domains: [domain], version, distribution });
  const worker = await openWorker({ store: other, redis: at, domains: [domain], version, log: silent });
  onTestFinished(async () => {
    await Promise.all([jobs.close(), worker.close()]);
    await distribution.close();
    await Promise.all([store.close(), other.close()]);
  });
  return jobs;
}

describeWith([postgres, redis], 'a Redis that is there and takes nothing', () => {
  test('is told of, and the job goes on when it does', async () => {
    const server = await ownRedis();
    const told: object[] = [];
    const domain = farms((index) => index);
    const jobs = await cluster(domain, server.url, { ...silent, warn: (fields) => void told.push(fields) });
    await server.configure('maxmemory', '1');
    const { id } = await jobs.seed({ domain, dataset: 'default' });
    await until(async () => told.some((fields) => 'reason' in fields && /OOM/.test(String(fields.reason))));
    expect((await jobs.get(id))?.status).toBe('QUEUED');
    await server.configure('maxmemory', '0');
    expect(await jobs.wait(id)).toMatchObject({ status: 'COMPLETED', inserted: 3 });
  });
});

describeWith([postgres, redis], 'slices that cannot be made', () => {
  test('end the job, with what the worker was told', async () => {
    let isMended = false;
    const domain = farms((index) => {
      if (index === 2 && !isMended) throw new RangeError('There is no farm of this number.');
      return index;
    });
    const jobs = await cluster(domain);
    const { id } = await jobs.seed({ domain, dataset: 'default' });
    const failed = await jobs.wait(id);
    expect(failed).toMatchObject({ status: 'FAILED', error: { code: 'JOB_FAILED' } });
    expect(failed.error?.message).toContain('There is no farm of this number.');
    // What was in the way is gone: the job can be gone on with, and what failed before is forgotten.
    isMended = true;
    expect(await jobs.wait((await jobs.resume(id)).id)).toMatchObject({ status: 'COMPLETED', error: null, inserted: 3 });
  });

  test('nor can values be that are not unique', async () => {
    const domain = farms(() => 7);
    const jobs = await cluster(domain);
    const { status, error } = await jobs.wait((await jobs.seed({ domain, dataset: 'default' })).id);
    expect({ status, code: error?.code }).toEqual({ status: 'FAILED', code: 'CONFLICT' });
  });
});

test.each([['http://localhost'], ['redis:'], ['redis://localhost/name'], ['localhost:6379']])(
  '%s names no Redis',
  async (url) => {
    const store = await openStore('memory:');
    onTestFinished(() => store.close());
    expect(() => openDistribution({ store, redis: url, version: 'test', log: silent })).toThrow(
      expect.objectContaining({ code: 'INVALID_REDIS_URL' }),
    );
  },
);

test('a store that one process alone writes to cannot be shared', async () => {
  const store = await openStore('memory:');
  onTestFinished(() => store.close());
  expect(() => openDistribution({ store, redis: redis.url, version: 'test', log: silent })).toThrow(
    expect.objectContaining({ code: 'REDIS_NEEDS_POSTGRES' }),
  );
});
