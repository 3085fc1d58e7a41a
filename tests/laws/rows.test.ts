import { describe, expect, test } from 'vitest';
import { type CellRow, fromCell, mismatch } from '../../src/definition/index.ts';
import { lawfulPlans } from '../support/domains.ts';
import { keyOf, makeRows } from '../support/rows.ts';

/** Entities whose values follow from the configuration and the address alone. */
const fixedByConfiguration: readonly string[] = ['Library', 'Subject', 'Class'];

describe.each(lawfulPlans)('$name', ({ domain, small }) => {
  const made = makeRows(domain, { ...small, seed: 42 });
  const again = makeRows(domain, { ...small, seed: 42 });
  const other = makeRows(domain, { ...small, seed: 43 });

  describe.each(domain.entities.map((entity) => ({ name: entity.name, entity })))('$name', ({ entity }) => {
    const rows = made.rows.get(entity) ?? [];

    test('has the planned number of rows', () => {
      expect(rows.length).toBe(made.plan.stages.find((stage) => stage.entity === entity)?.rows);
      expect(rows.length).toBeGreaterThan(0);
    });

    test('the same seed gives the same rows', () => {
      expect(again.rows.get(entity)).toEqual(rows);
    });

    test('another seed gives other keys', () => {
      const keys = new Set(rows.map((row) => keyOf(entity, row)));
      expect((other.rows.get(entity) ?? []).some((row) => keys.has(keyOf(entity, row)))).toBe(false);
    });

    test('another seed gives other values, where values are drawn', () => {
      const values = (list: readonly CellRow[]) =>
        list.map((row) =>
          entity.fields.filter(({ field }) => field.kind !== 'key' && field.kind !== 'reference').map(({ index }) => row[index]),
        );
      if (fixedByConfiguration.includes(entity.name)) return;
      expect(values(other.rows.get(entity) ?? [])).not.toEqual(values(rows));
    });

    test('a row made alone equals the row made in bulk', () => {
      const alone = makeAlone();
      expect(alone).toEqual(rows);
    });

    test('keys ascend in the order of generation and give the address back', () => {
      const keys = rows.map((row) => keyOf(entity, row));
      expect(keys.toSorted()).toEqual(keys);
      expect(new Set(keys).size).toBe(keys.length);
      for (const key of keys) expect(made.generator.keys.locate(key)?.entity).toBe(entity);
    });

    test('every value fits its field', () => {
      const wrong = rows.flatMap((row) =>
        entity.fields.flatMap(({ name, field, index }) => {
          const what = mismatch(field, fromCell(field, row[index] ?? null));
          return what ? [`${name}: ${what}`] : [];
        }),
      );
      expect(wrong).toEqual([]);
    });

    test('every reference resolves', () => {
      for (const { field, to } of entity.references) {
        const keys = new Set((made.rows.get(to) ?? []).map((row) => keyOf(to, row)));
        const dangling = rows.filter((row) => row[field.index] !== null && !keys.has(String(row[field.index])));
        expect(dangling).toEqual([]);
      }
    });

    test('what is declared unique is unique', () => {
      for (const { field, name, index } of entity.fields.filter((model) => model.field.unique)) {
        const values = rows.map((row) => row[index]).filter((value) => value !== null);
        expect({ field: name, kind: field.kind, distinct: new Set(values).size }).toEqual({
          field: name,
          kind: field.kind,
          distinct: values.length,
        });
      }
    });

    /** A new universe, asked for the rows in reverse: nothing can lean on what was made before. */
    function makeAlone() {
      const { generator } = makeFresh();
      return rows
        .toReversed()
        .map((row) => {
          const address = generator.keys.of(entity).decode(keyOf(entity, row));
          if (!address) throw new Error('The key gives no address.');
          return generator.row(entity, address, made.read);
        })
        .toReversed();
    }
  });

  function makeFresh() {
    const { generator } = makeRows(domain, { ...small, overrides: { ...small.overrides }, seed: 42 });
    return { generator };
  }
});
