import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  type CellRow,
  type DomainModel,
  defineDomain,
  type EntityModel,
  field,
  modelOf,
  vocabulary,
} from '../../src/definition/index.ts';
import { hashBlock, negateSum } from '../../src/generate/index.ts';
import type { Batch, Generation, Mark } from '../../src/store/index.ts';
import { verifyGeneration } from '../../src/verify/index.ts';
import { domainUnderTest, testedDomains } from '../support/domains.ts';
import { openWorkshop, type Workshop } from '../support/gateway-parts.ts';
import { keyOf } from '../support/rows.ts';

const dataset = 'default';

async function seeded(domain: DomainModel, request = {}): Promise<Workshop & { readonly generation: Generation }> {
  const workshop = await openWorkshop([domain]);
  await workshop.jobs.wait((await workshop.jobs.seed({ domain, dataset, ...request })).id);
  const generation = await workshop.store.open(dataset, domain);
  if (!generation) throw new Error('Nothing was seeded.');
  return { ...workshop, generation };
}

const STRANGER = 'a3bb189e-8bf9-4c8c-9beb-5f2c2c2c2c2c';

/** Writes a batch, as whoever edits, imports or removes a row would. */
async function write(
  generation: Generation,
  entity: EntityModel,
  mark: Mark,
  row: CellRow,
  change: Partial<Batch>,
  sum: bigint,
  rows = 0,
) {
  const { checkpoint } = await generation.state();
  const batch: Batch = {
    ...checkpoint,
    inserts: [],
    marks: [{ entity, keys: [{ key: keyOf(entity, row), mark }] }],
    changes: new Map([[entity.name, { rows, sum }]]),
    ...change,
  };
  expect(await generation.write(batch)).toBe(true);
}

describe('rows that users brought along', () => {
  test.each(testedDomains)('in $name are sound, with their mark, and their own digest', async ({ domain, small }) => {
    const { generation } = await seeded(domain, small);
    // The last one: nothing is derived from it, and nothing of it is unique.
    const entity = domain.entities.findLast(
      ({ definition, fields }) =>
        !('derive' in definition) && fields.every(({ field: { unique, kind } }) => !unique || kind === 'key'),
    );
    if (!entity) throw new Error(`${domain.name} has no entity for this test.`);
    const [page] = await generation.find({ entity, order: [], limit: 1 });
    const stranger = page?.rows[0]?.with(entity.key.index, STRANGER) ?? [];
    await write(generation, entity, 'imported', stranger, { inserts: [{ entity, rows: [stranger] }] }, hashBlock([stranger]), 1);
    const { checks } = await verifyGeneration(generation);
    const about = (name: string) => checks.find((check) => check.name === name);
    expect(about('digest')).toMatchObject({ status: 'OK' });
    expect(about('recipe')).toMatchObject({ status: 'OK', note: '1 imported' });
    expect(about('references')).toMatchObject({ status: 'OK' });
  });
});

test('a row that was edited, with its mark and digest, is sound; shares that were edited away are a warning', async () => {
  const { domain, small } = domainUnderTest('school');
  const { generation } = await seeded(domain, small);
  const entity = domain.entity('Room');
  const [page] = await generation.find({ entity, order: [], limit: 100 });
  const rows = page?.rows ?? [];
  const type = entity.fieldNamed('roomType').index;
  const edited = rows.map((row) => row.with(type, 'gym'));
  const [first = []] = rows;
  const keys = edited.map((row) => ({ key: keyOf(entity, row), mark: 'edited' as const }));
  const sum = negateSum(hashBlock(rows)) + hashBlock(edited);
  await write(generation, entity, 'edited', first, { replacements: [{ entity, rows: edited }], marks: [{ entity, keys }] }, sum);
  const integrity = await verifyGeneration(generation);
  expect(integrity.ok).toBe(true);
  expect(integrity.checks.filter(({ status }) => status !== 'OK')).toMatchObject([{ name: 'roomShares', status: 'WARNING' }]);
  expect(integrity.checks.find(({ name }) => name === 'recipe')?.note).toBe(`${rows.length} edited`);
});

test('a row that was deleted, with its mark and digest, is not missed', async () => {
  const { domain, small } = domainUnderTest('school');
  const { generation } = await seeded(domain, small);
  const entity = domain.entity('Vendor');
  const [page] = await generation.find({ entity, order: [], limit: 100 });
  const [gone = [], ...rest] = page?.rows ?? [];
  const sum = negateSum(hashBlock([gone, ...rest])) + hashBlock(rest);
  await write(generation, entity, 'deleted', gone, { deletions: [{ entity, keys: [keyOf(entity, gone)] }] }, sum, -1);
  const integrity = await verifyGeneration(generation);
  expect(integrity.checks.filter(({ status }) => status === 'WRONG')).toEqual([]);
  expect(integrity.checks.find(({ name }) => name === 'recipe')?.note).toBe('1 deleted');
});

test('it ends when the signal is aborted, with its reason', async () => {
  const { domain, small } = domainUnderTest('library');
  const { generation } = await seeded(domain, small);
  const controller = new AbortController();
  const verifying = verifyGeneration(generation, {
    signal: controller.signal,
    onProgress: () => controller.abort(new Error('Enough.')),
  });
  await expect(verifying).rejects.toThrow('Enough.');
});

test('progress ends with all rows', async () => {
  const { domain, small } = domainUnderTest('library');
  const { generation } = await seeded(domain, small);
  const seen: { readonly rows: number; readonly total: number }[] = [];
  const { checkedRows } = await verifyGeneration(generation, { onProgress: (progress) => seen.push(progress) });
  expect(seen.at(-1)).toMatchObject({ rows: checkedRows, total: checkedRows });
  const rows = seen.map((progress) => progress.rows);
  expect(rows).toEqual(rows.toSorted((a, b) => a - b));
});

test('a dataset that is written to all the time is not judged', async () => {
  const { domain, small } = domainUnderTest('library');
  const { generation } = await seeded(domain, small);
  const writes: Promise<boolean>[] = [];
  const touch = async () => {
    const { checkpoint } = await generation.state();
    return generation.write({ ...checkpoint, inserts: [], changes: new Map() });
  };
  const verifying = verifyGeneration(generation, { onProgress: () => writes.push(touch()) });
  await expect(verifying).rejects.toMatchObject({ code: 'DATASET_CHANGED' });
  expect(await Promise.all(writes)).toContain(true);
});

/** Two rows of each number, 48,000 in all: more that occurs twice than is compared in full. */
const { defineEntity, root } = vocabulary<{ readonly volumes: { readonly rows: number } }>();
const pairs = defineDomain({
  name: 'pairs',
  title: 'Pairs',
  prefix: 'Pairs',
  description: 'Rows in pairs.',
  config: z.strictObject({ volumes: z.strictObject({ rows: z.int().default(48_000) }).prefault({}) }),
  presets: { ALL: {} },
  defaultPreset: 'ALL',
  entities: [
    defineEntity({
      name: 'Row',
      description: 'A row.',
      rows: root('rows'),
      fields: {
        id: field.key('The key.'),
        half: field.integer('Its number, halved.'),
        whole: field.integer('Its number.'),
      },
      values: { half: ({ index }) => index % 24_000, whole: ({ index }) => index },
    }),
  ],
  rules: [
    { kind: 'unique', name: 'halves', description: 'Halves occur once.', entity: 'Row', paths: ['half'] },
    { kind: 'unique', name: 'wholes', description: 'Numbers occur once.', entity: 'Row', paths: ['whole'] },
  ],
});

test('more that occurs twice than fits into memory is counted as far as that goes, and nothing else is suspected', async () => {
  const { generation } = await seeded(modelOf(pairs));
  const { checks } = await verifyGeneration(generation);
  expect(checks.find(({ name }) => name === 'wholes')).toMatchObject({ status: 'OK', checked: 48_000, wrong: 0 });
  const halves = checks.find(({ name }) => name === 'halves');
  expect(halves).toMatchObject({ status: 'WRONG', checked: 48_000 });
  expect(halves?.wrong).toBeGreaterThanOrEqual(20_000);
  expect(halves?.wrong).toBeLessThanOrEqual(24_000);
}, 60_000);
