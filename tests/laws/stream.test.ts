import { beforeAll, describe, expect, test } from 'vitest';
import { type CellRow, type EntityModel, type FieldModel, fromCell } from '../../src/definition/index.ts';
import { createJobs } from '../../src/jobs/index.ts';
import { openStore } from '../../src/store/index.ts';
import { readCsv } from '../stream/read-csv.ts';
import { entitiesOf, linesOf, shardsOf, streamed } from '../stream/streamed.ts';
import { lawfulDomains } from '../support/domains.ts';
import { storedRows } from '../support/stored.ts';

/** As files have a value: see docs/cache-file.md. */
const shownIn = ({ field, index }: FieldModel, row: CellRow) => fromCell(field, row[index] ?? null);

/** As CSV has it: texts, or nothing. */
function textOf(field: FieldModel, row: CellRow): string | null {
  const value = shownIn(field, row);
  if (value === null) return null;
  return typeof value === 'object' ? String(row[field.index]) : String(value);
}

describe.each(lawfulDomains)('$name', ({ domain, small }) => {
  /** The rows of a seeded store, by entity. */
  const stored = new Map<EntityModel, readonly CellRow[]>();

  beforeAll(async () => {
    const store = await openStore('memory:');
    const jobs = await createJobs({ store, domains: [domain], version: 'test' });
    const { error } = await jobs.wait((await jobs.seed({ domain, dataset: 'default', ...small })).id);
    expect(error).toBeNull();
    const generation = await store.open('default', domain);
    if (!generation) throw new Error('Nothing was seeded.');
    for (const entity of domain.entities) stored.set(entity, await storedRows(generation, entity));
    await jobs.close();
    await store.close();
  });

  describe.each(entitiesOf(domain))('$name', ({ entity }) => {
    test('NDJSON has the rows of a seeded store, in the order of keys', () => {
      const rows = (stored.get(entity) ?? []).map((row) =>
        Object.fromEntries(entity.fields.map((field) => [field.name, shownIn(field, row)])),
      );
      expect(linesOf(streamed(domain, small, { entities: [entity] }))).toEqual(rows);
      expect(rows.length).toBeGreaterThan(0);
    });

    test('CSV has them too, under a header', () => {
      const [header, ...records] = readCsv(streamed(domain, small, { entities: [entity], format: 'csv', naming: 'snake' }));
      expect(header).toEqual(entity.fields.map(({ column }) => column));
      expect(records).toEqual((stored.get(entity) ?? []).map((row) => entity.fields.map((field) => textOf(field, row))));
    });

    test.each([
      ['ndjson', 2],
      ['ndjson', 13],
      ['csv', 3],
    ] as const)('shards of %s, %i of them, are the whole, byte for byte', (format, of) => {
      const options = { entities: [entity], format };
      expect(shardsOf(of, domain, small, options).join('')).toBe(streamed(domain, small, options));
    });
  });

  test('all entities: whatever a row refers to within its root comes before it, and shards are the whole', () => {
    const whole = streamed(domain, small);
    // Each line says whose row it is, which its type has to be.
    const lines = linesOf(whole) as { readonly entity: string; readonly row: Readonly<Record<string, unknown>> }[];
    for (const entity of domain.entities) {
      const rows = lines.filter((line) => line.entity === entity.typeName).map(({ row }) => row.id);
      expect(rows).toEqual((stored.get(entity) ?? []).map((row) => row[entity.key.index]));
    }
    const seen = new Set<unknown>();
    for (const { entity, row } of lines) {
      seen.add(row.id);
      const model = domain.entities.find(({ typeName }) => typeName === entity);
      for (const { field, to } of model?.references ?? []) {
        if (field.field.deferred || to === model || row[field.name] === null) continue;
        expect({ entity, field: field.name, isSeen: seen.has(row[field.name]) }).toMatchObject({ isSeen: true });
      }
    }
    for (const of of [2, 5]) expect(shardsOf(of, domain, small).join('')).toBe(whole);
  });
});
