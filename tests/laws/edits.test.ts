import { describe, expect, test } from 'vitest';
import { type CellRow, type EntityModel, type FieldModel, fromCell } from '../../src/definition/index.ts';
import { testedDomains } from '../support/domains.ts';
import { openWorkshop } from '../support/gateway-parts.ts';
import { keyOf } from '../support/rows.ts';
import { bookkeeping, requireSound, storedRows } from '../support/stored.ts';

/** Whatever a user changes or removes: no reference dangles, and numbers and digest are those of what is stored. */
describe.each(testedDomains)('$name', ({ domain, small }) => {
  const editable = domain.entities.filter(({ definition }) => !('derive' in definition));
  const cases = editable.map((entity) => ({ name: entity.name, entity }));

  async function seeded() {
    const { store, jobs } = await openWorkshop([domain]);
    await jobs.wait((await jobs.seed({ domain, dataset: 'default', ...small })).id);
    const generation = await store.open('default', domain);
    if (!generation) throw new Error('Nothing was seeded.');
    return { store, jobs, generation };
  }

  describe.each(cases)('$name', ({ entity }) => {
    test('every field of a row can be changed, and reads back', async () => {
      const { jobs, generation } = await seeded();
      const rows = await storedRows(generation, entity);
      const row = rows[0] as CellRow;
      const others = entity.fields.filter((field) => field !== entity.key);
      let changes = 0;
      for (const field of others) {
        const value = otherValue(field, row, rows);
        if (value === undefined) continue;
        changes++;
        const before = (await jobs.summary('default', domain))?.digest;
        const changed = await jobs.update({ entity, dataset: 'default', key: keyOf(entity, row), set: { [field.name]: value } });
        expect({ [field.name]: fromCell(field.field, changed[field.index] ?? null) }).toEqual({ [field.name]: value });
        expect(await generation.get(entity, [keyOf(entity, row)])).toEqual([changed]);
        expect((await jobs.summary('default', domain))?.digest).not.toBe(before);
      }
      expect(changes).toBeGreaterThan(0);
      expect(await generation.marks(entity, keyOf(entity, row), keyOf(entity, row), 1)).toEqual([
        { key: keyOf(entity, row), mark: 'edited' },
      ]);
      await requireSound(generation);
    });

    test('setting the values that a row has changes nothing', async () => {
      const { jobs, generation } = await seeded();
      const [row = []] = await storedRows(generation, entity);
      const set = Object.fromEntries(
        entity.fields
          .filter((field) => field !== entity.key)
          .map(({ name, field, index }) => [name, fromCell(field, row[index] ?? null)]),
      );
      const before = await generation.revision();
      expect(await jobs.update({ entity, dataset: 'default', key: keyOf(entity, row), set })).toEqual(row);
      expect(await generation.revision()).toBe(before);
    });

    test('a row goes with what hangs under it, or is refused with the number of rows in the way', async () => {
      const { jobs, generation } = await seeded();
      const [row = []] = await storedRows(generation, entity);
      const where = { kind: 'in', field: entity.key, values: [keyOf(entity, row)] } as const;
      const remove = (dryRun: boolean) => jobs.remove({ entity, dataset: 'default', where, dryRun });
      const before = await bookkeeping(generation);
      const foreseen = await remove(true).catch((error) => error);
      expect(await bookkeeping(generation)).toEqual(before);
      const outcome = await remove(false).catch((error) => error);
      if (outcome instanceof Error) {
        expect(outcome).toMatchObject({ code: 'ROWS_IN_THE_WAY', message: (foreseen as Error).message });
        expect(await bookkeeping(generation)).toEqual(before);
        return;
      }
      expect(outcome).toEqual(foreseen);
      expect(await generation.get(entity, [keyOf(entity, row)])).toEqual([undefined]);
      await requireSound(generation);
    });
  });

  test.each([1, 2, 3])('additions, changes and removals in any order leave it sound (%d)', async (start) => {
    const { jobs, generation } = await seeded();
    const random = mulberry32(start);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
    const outcomes: string[] = [];
    for (let step = 0; step < 40; step++) {
      const entity = pick(editable);
      const rows = await storedRows(generation, entity);
      const [row, field] = [pick(rows), pick(entity.fields.filter((model) => model !== entity.key))];
      const where = { kind: 'in', field: entity.key, values: row ? [keyOf(entity, row)] : [] } as const;
      const value = row && field && otherValue(field, row, rows);
      const act = {
        generate: () => jobs.generate({ entity, dataset: 'default', count: 1 + Math.floor(random() * 3) }),
        update: async () =>
          value !== undefined &&
          jobs.update({ entity, dataset: 'default', key: keyOf(entity, row), set: { [field.name]: value } }),
        remove: () => jobs.remove({ entity, dataset: 'default', where }),
      }[pick(['generate', 'update', 'remove', 'remove'] as const)];
      outcomes.push(
        await act().then(
          () => 'done',
          (error) => error.code ?? String(error),
        ),
      );
    }
    const foreseen = [
      'done',
      'ROWS_IN_THE_WAY',
      'REFERENCE_NOT_FOUND',
      'CAPACITY_EXHAUSTED',
      'LIMIT_EXCEEDED',
      'INFEASIBLE_PLAN',
      'CONFLICT',
    ];
    expect(outcomes.filter((outcome) => !foreseen.includes(outcome))).toEqual([]);
    expect(outcomes.filter((outcome) => outcome === 'done').length).toBeGreaterThan(10);
    await requireSound(generation);
  });

  test('what was removed comes back by a seeding that merges', async () => {
    const { store, jobs, generation } = await seeded();
    const before = await jobs.summary('default', domain);
    for (const entity of editable.toReversed()) {
      const rows = await storedRows(generation, entity);
      const where = { kind: 'in', field: entity.key, values: rows.slice(-1).map((row) => keyOf(entity, row)) } as const;
      await jobs.remove({ entity, dataset: 'default', where }).catch((error) => {
        expect(error).toMatchObject({ code: 'ROWS_IN_THE_WAY' });
      });
    }
    expect((await jobs.summary('default', domain))?.digest).not.toBe(before?.digest);
    const merged = await jobs.wait((await jobs.seed({ domain, dataset: 'default', ...small, mode: 'merge' })).id);
    expect(merged.error).toBeNull();
    expect(await jobs.summary('default', domain)).toEqual(before);
    await requireSound((await store.open('default', domain)) ?? generation);
  });

  test('from the last entity to the first, everything can be removed', async () => {
    const { jobs, generation } = await seeded();
    const state = await generation.state();
    let removed = 0;
    for (let round = 0; round < domain.entities.length; round++) {
      for (const entity of editable.toReversed()) {
        const done = await jobs.remove({ entity, dataset: 'default', where: undefined }).catch((error) => {
          expect(error).toMatchObject({ code: 'ROWS_IN_THE_WAY' });
        });
        removed += done?.deleted ?? 0;
      }
    }
    expect(removed).toBe([...state.totals.values()].reduce((sum, { rows }) => sum + rows, 0));
    await requireSound(generation);
    for (const entity of domain.entities) expect(await storedRows(generation, entity)).toEqual([]);
  });
});

/** Numbers from 0 to 1 (https://gist.github.com/tommyettinger/46a874533244883189143505d203312c). */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Another value that the field takes; undefined where there is none at hand. */
function otherValue({ field, index, name }: FieldModel, row: CellRow, rows: readonly CellRow[]): unknown {
  const now = row[index];
  switch (field.kind) {
    case 'string':
      return `${now ?? ''} changed`;
    case 'integer':
    case 'money':
      return Number(now ?? 0) + 7_000_003;
    case 'float':
      return Number(now ?? 0) + 1;
    case 'boolean':
      return now !== 1;
    case 'date':
      return '1999-12-31';
    case 'time':
      return '23:59';
    case 'datetime':
      return '1999-12-31T23:59:59Z';
    case 'enumeration':
      return field.values.find((value) => value !== now);
    case 'json':
      return { changed: [name] };
    case 'list':
      return field.items === 'integer' ? [7] : ['changed'];
    case 'reference':
      return field.unique ? undefined : rows.map((other) => other[index]).find((key) => typeof key === 'string' && key !== now);
    default:
      return undefined;
  }
}

/** Keeps the helper honest: it must see an entity's fields of every kind somewhere. */
test('values of every kind are changed in some domain', () => {
  const kinds = (entities: readonly EntityModel[]) => entities.flatMap(({ fields }) => fields.map(({ field }) => field.kind));
  const all = new Set(testedDomains.flatMap(({ domain }) => kinds(domain.entities)));
  expect([...all].sort()).toEqual([
    ...['boolean', 'date', 'datetime', 'enumeration', 'float', 'integer', 'json', 'key', 'list', 'money', 'reference'],
    ...['string', 'time'],
  ]);
});
