import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { defineDomain, field, modelOf, vocabulary } from '../../src/definition/index.ts';
import { libraryModel } from '../fixtures/library.ts';
import { openWorkshop, temporaryFolder } from '../support/gateway-parts.ts';

const domain = libraryModel;
const dataset = 'default';

test('a job whose process is killed beside a running gateway is seen as INTERRUPTED there, and can be resumed', async () => {
  const url = `file:${temporaryFolder()}`;
  const { jobs } = await openWorkshop([domain], url);
  const request = JSON.stringify({ overrides: { volumes: { members: 6_000 } } });
  const child = spawn(process.execPath, [join(import.meta.dirname, '../support/seed-in-child.ts'), domain.name, url, request], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const lines = createInterface({ input: child.stdout });
  const [id] = await once(lines, 'line');
  expect(['QUEUED', 'RUNNING']).toContain((await jobs.get(id))?.status);
  child.kill('SIGKILL');
  await exited;

  const waited = jobs.wait(id);
  expect((await jobs.get(id))?.status).toBe('INTERRUPTED');
  expect((await waited).status).toBe('INTERRUPTED');
  expect((await jobs.list({ limit: 5 })).jobs.map(({ status }) => status)).toEqual(['INTERRUPTED']);
  expect((await jobs.wait((await jobs.resume(id)).id)).status).toBe('COMPLETED');
});

test('a job is canceled from another process', async () => {
  const url = `file:${temporaryFolder()}`;
  const { jobs } = await openWorkshop([domain], url);
  const request = JSON.stringify({ overrides: { volumes: { members: 60_000 } } });
  const child = spawn(process.execPath, [join(import.meta.dirname, '../support/seed-in-child.ts'), domain.name, url, request], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const lines = createInterface({ input: child.stdout });
  const [id] = await once(lines, 'line');
  expect((await jobs.cancel(id)).status).toBe('CANCELING');
  expect((await jobs.wait(id)).status).toBe('CANCELED');
  expect(await exited).toEqual([0, null]);
  // The request is spent: what is gone on with is not canceled at once.
  expect((await jobs.resume(id)).status).toBe('QUEUED');
  await jobs.cancel(id);
  expect((await jobs.wait(id)).status).toBe('CANCELED');
  await expect(jobs.cancel(id)).rejects.toMatchObject({ code: 'JOB_NOT_CANCELABLE' });
});

test('a gateway starts although a job was left behind under tables of another version', async () => {
  const url = `file:${temporaryFolder()}`;
  const first = await openWorkshop([domain], url);
  await first.jobs.wait((await first.jobs.seed({ domain, dataset })).id);
  const { id } = await first.jobs.seed({ domain, dataset, preset: 'LARGE' });
  await first.jobs.close();
  await first.store.control.saveJob({ ...(await first.store.control.job(id)), status: 'RUNNING' } as never);

  const changed = modelOf({
    ...domain.definition,
    entities: domain.definition.entities.map((entity) => ({
      ...entity,
      fields: { ...entity.fields, extra: field.integer('New.', { optional: true }) },
      ...('values' in entity && { values: { ...entity.values, extra: () => null } }),
    })) as never,
  });
  const second = await openWorkshop([changed], url);
  expect((await second.jobs.get(id))?.status).toBe('INTERRUPTED');
  await expect(second.jobs.resume(id)).rejects.toMatchObject({
    code: expect.stringMatching(/JOB_NOT_RESUMABLE|STORE_UNAVAILABLE/),
  });
  expect((await second.jobs.wait((await second.jobs.seed({ domain: changed, dataset })).id)).status).toBe('COMPLETED');
});

test('what another writer has written meanwhile is never taken for one’s own', async () => {
  const { store, jobs } = await openWorkshop([domain]);
  await jobs.wait((await jobs.seed({ domain, dataset })).id);
  const generation = await store.open(dataset, domain);
  const member = domain.entity('Member');
  // Another writer slips in between the reading and the writing of an addition, as after a lost lease.
  const state = await generation?.state();
  const adding = jobs.generate({ entity: member, dataset, count: 3 });
  await nextTurn();
  await generation?.write({ sequence: state?.checkpoint.sequence ?? 0, position: null, inserts: [], changes: new Map() });
  await expect(adding).rejects.toMatchObject({ code: 'DATASET_BUSY' });
  expect(await generation?.count({ entity: member })).toEqual([12]);
});

const config = z.strictObject({
  volumes: z.strictObject({ shops: z.int().default(1), orders: z.int().default(3) }).prefault({}),
});
const { defineEntity, root, many, one } = vocabulary<z.output<typeof config>>();
const Shop = defineEntity({
  name: 'Shop',
  description: 'A shop.',
  rows: root('shops'),
  fields: { id: field.key('Key.') },
  values: {},
});
const Order = defineEntity({
  name: 'Order',
  description: 'An order.',
  rows: many('Shop', 'orders'),
  fields: { id: field.key('Key.'), shopId: field.reference('Shop', 'Where.'), price: field.money('Cents.') },
  values: { price: () => 100 },
});
const Total = defineEntity({
  name: 'Total',
  description: 'The sum of a shop.',
  rows: one('Shop'),
  fields: { id: field.key('Key.'), shopId: field.reference('Shop', 'Whose.', { unique: true }), sum: field.money('Cents.') },
  derive: {
    from: ['Order'],
    make: (_, sources) => ({ sum: sources.rows(Order, 'shopId').reduce((sum, { price }) => sum + price, 0) }),
  },
});
const Report = defineEntity({
  name: 'Report',
  description: 'Twice the sum of a shop.',
  rows: one('Shop'),
  fields: { id: field.key('Key.'), shopId: field.reference('Shop', 'Whose.', { unique: true }), twice: field.money('Cents.') },
  derive: {
    from: ['Total'],
    make: (_, sources) => ({ twice: sources.rows(Total, 'shopId').reduce((sum, total) => sum + 2 * total.sum, 0) }),
  },
});

test('what is derived from derived rows follows the sources of these', async () => {
  const chain = modelOf(
    defineDomain({
      name: 'chain',
      title: 'Chain',
      prefix: '',
      description: 'For tests.',
      config,
      presets: { SMALL: {} },
      defaultPreset: 'SMALL',
      entities: [Shop, Order, Total, Report],
    }),
  );
  const { store, jobs } = await openWorkshop([chain]);
  await jobs.wait((await jobs.seed({ domain: chain, dataset })).id);
  await jobs.generate({ entity: chain.entity('Order'), dataset, count: 4 });
  const generation = await store.open(dataset, chain);
  const values = async (name: string, fieldName: string) => {
    const entity = chain.entity(name);
    const [page] = (await generation?.find({ entity, order: [], limit: 10 })) ?? [];
    return page?.rows.map((row) => row[entity.fieldNamed(fieldName).index]);
  };
  expect(await values('Total', 'sum')).toEqual([700]);
  expect(await values('Report', 'twice')).toEqual([1400]);
});
