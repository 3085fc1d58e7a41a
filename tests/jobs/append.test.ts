import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { CellRow, EntityModel } from '../../src/definition/index.ts';
import { Replay } from '../../src/generate/index.ts';
import type { Jobs } from '../../src/jobs/index.ts';
import type { Recipe } from '../../src/plan/index.ts';
import type { Store } from '../../src/store/index.ts';
import { libraryModel } from '../fixtures/library.ts';
import { openWorkshop, temporaryFolder } from '../support/gateway-parts.ts';
import { keyOf } from '../support/rows.ts';
import { digestOfStored } from '../support/stored.ts';

const domain = libraryModel;
const dataset = 'default';
const entities = domain.entities.map((entity) => ({ name: entity.name, entity }));

async function seeded() {
  const workshop = await openWorkshop([domain]);
  await workshop.jobs.wait((await workshop.jobs.seed({ domain, dataset })).id);
  return workshop;
}

async function counts(jobs: Jobs, name = dataset): Promise<Record<string, number>> {
  const summary = await jobs.summary(name, domain);
  return Object.fromEntries((summary?.counts ?? []).map(({ entity, count }) => [entity.name, count]));
}

async function allRows(store: Store, entity: EntityModel, name = dataset): Promise<readonly CellRow[]> {
  const generation = await store.open(name, domain);
  const [page] = (await generation?.find({ entity, order: [], limit: 10_000 })) ?? [];
  return page?.rows ?? [];
}

describe.each(entities)('$name', ({ entity }) => {
  test('three more are added to a seeded dataset, and earlier rows stay', async () => {
    const { jobs, store } = await seeded();
    const before = await allRows(store, entity);
    const rows = await jobs.generate({ entity, dataset, count: 3 });
    expect(rows).toHaveLength(3);
    expect((await counts(jobs))[entity.name]).toBeGreaterThanOrEqual(before.length + 3);
    const after = new Map((await allRows(store, entity)).map((row) => [keyOf(entity, row), row]));
    if (!('derive' in entity.definition)) for (const row of before) expect(after.get(keyOf(entity, row))).toEqual(row);
    for (const row of rows) expect(after.get(keyOf(entity, row))).toEqual(row);
  });

  test('can be added to an empty dataset, with what they require and nothing below them', async () => {
    const { jobs, store } = await openWorkshop([domain]);
    await jobs.generate({ entity, dataset: 'fresh', count: 2 });
    for (const other of domain.entities) {
      for (const { field, to } of other.references) {
        const known = new Set((await allRows(store, to, 'fresh')).map((row) => keyOf(to, row)));
        for (const row of await allRows(store, other, 'fresh')) {
          const key = row[field.index];
          expect(key === null || known.has(String(key))).toBe(true);
        }
      }
    }
    expect((await counts(jobs, 'fresh'))[entity.name]).toBe(2);
  });

  test('every row can be made again from the recipe, and the digest is the one of what is stored', async () => {
    const { jobs, store } = await seeded();
    await jobs.generate({ entity, dataset, count: 2, seed: 99 });
    await jobs.generate({ entity, dataset, count: 1 });
    const generation = await store.open(dataset, domain);
    const state = await generation?.state();
    expect(state?.recipe).toHaveLength(3);
    const replay = new Replay(domain, state?.recipe as unknown as Recipe);
    for (const other of domain.entities.filter(({ definition }) => !('derive' in definition))) {
      for (const row of await allRows(store, other)) {
        const address = replay.keys.of(other).decode(keyOf(other, row));
        expect(address && replay.row(other, address)).toEqual(row);
      }
    }
    expect((await jobs.summary(dataset, domain))?.digest).toBe(generation && (await digestOfStored(generation)));
  });
});

test('adding rows makes those that a larger seeding would have made', async () => {
  const { jobs, store } = await seeded();
  const member = domain.entity('Member');
  const added = await jobs.generate({ entity: member, dataset, count: 4 });
  await jobs.wait((await jobs.seed({ domain, dataset: 'large', overrides: { volumes: { members: 16 } } })).id);
  expect(added).toEqual((await allRows(store, member, 'large')).slice(12));
});

test('fixed values are used, and references decide the owner', async () => {
  const { jobs, store } = await seeded();
  const shelf = domain.entity('Shelf');
  const book = domain.entity('Book');
  const third = keyOf(shelf, (await allRows(store, shelf))[2] as CellRow);
  const rows = await jobs.generate({ entity: book, dataset, count: 2, with: { shelfId: third, genre: 'travel', pages: null } });
  for (const row of rows) {
    expect(row[book.fieldNamed('shelfId').index]).toBe(third);
    expect(row[book.fieldNamed('genre').index]).toBe('travel');
    expect(row[book.fieldNamed('pages').index]).toBeNull();
  }
});

test('a seed changes values, never keys', async () => {
  const member = domain.entity('Member');
  const rowsWith = async (seed: number) => (await seeded()).jobs.generate({ entity: member, dataset, count: 20, seed });
  const [one, two] = [await rowsWith(1), await rowsWith(2)];
  expect(one.map((row) => keyOf(member, row))).toEqual(two.map((row) => keyOf(member, row)));
  expect(one).not.toEqual(two);
});

test('roll-ups follow their sources', async () => {
  const { jobs, store } = await seeded();
  const record = domain.entity('MemberRecord');
  const loans = record.fieldNamed('loans').index;
  const [first] = await allRows(store, domain.entity('Member'));
  const memberId = keyOf(domain.entity('Member'), first as CellRow);
  await jobs.generate({ entity: domain.entity('Loan'), dataset, count: 3, with: { memberId } });
  const changed = (await allRows(store, record)).find((row) => row[record.fieldNamed('memberId').index] === memberId);
  expect(changed?.[loans]).toBe(8);
});

describe('refusals write nothing', () => {
  const unknown = '00000000-0000-8000-8000-000000000000';
  const cases: [string, { count: number; with?: Record<string, unknown> }, string, string][] = [
    ['no rows', { count: 0 }, 'INVALID_COUNT', 'count'],
    ['too many rows', { count: 10_001 }, 'INVALID_COUNT', 'count'],
    ['half a row', { count: 1.5 }, 'INVALID_COUNT', 'count'],
    ['an unknown field', { count: 1, with: { wings: 2 } }, 'INVALID_VALUE', 'wings'],
    ['a chosen key', { count: 1, with: { id: unknown } }, 'INVALID_VALUE', 'id'],
    ['a value of another kind', { count: 1, with: { pages: 'many' } }, 'INVALID_VALUE', 'pages'],
    ['a value that is none of the enumeration', { count: 1, with: { genre: 'opera' } }, 'INVALID_VALUE', 'genre'],
    ['null where a value is required', { count: 1, with: { title: null } }, 'INVALID_VALUE', 'title'],
    ['a reference to nobody', { count: 1, with: { shelfId: unknown } }, 'REFERENCE_NOT_FOUND', 'shelfId'],
  ];
  test.each(cases)('%s', async (_, request, code, at) => {
    const { jobs } = await seeded();
    const before = await jobs.summary(dataset, domain);
    const refusal = jobs.generate({ entity: domain.entity('Book'), dataset, ...request });
    await expect(refusal).rejects.toMatchObject({ code, inputPath: expect.arrayContaining([at]) });
    expect(await jobs.summary(dataset, domain)).toEqual(before);
  });

  test('a duplicate of a unique value', async () => {
    const { jobs, store } = await seeded();
    const book = domain.entity('Book');
    const isbn = (await allRows(store, book))[0]?.[book.fieldNamed('isbn').index];
    const before = await jobs.summary(dataset, domain);
    await expect(jobs.generate({ entity: book, dataset, count: 1, with: { isbn } })).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await jobs.summary(dataset, domain)).toEqual(before);
  });
});

test('the same idempotency key gives the same rows, and is refused for another input', async () => {
  const { jobs } = await seeded();
  const request = { entity: domain.entity('Member'), dataset, count: 2, idempotencyKey: 'once' };
  const rows = await jobs.generate(request);
  expect(await jobs.generate(request)).toEqual(rows);
  expect((await counts(jobs)).Member).toBe(14);
  await expect(jobs.generate({ ...request, count: 3 })).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  await expect(jobs.generate({ ...request, seed: 5 })).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
});

test('a refused addition to a dataset that holds nothing leaves no dataset', async () => {
  const { jobs, store } = await openWorkshop([domain]);
  const shelfId = '00000000-0000-8000-8000-000000000000';
  const refused = jobs.generate({ entity: domain.entity('Book'), dataset: 'fresh', count: 1, with: { shelfId } });
  await expect(refused).rejects.toMatchObject({ code: 'REFERENCE_NOT_FOUND' });
  expect((await store.datasets()).map(({ name }) => name)).toEqual(['default']);
});

test('rows of another version are not mixed in', async () => {
  const url = `file:${temporaryFolder()}`;
  const first = await openWorkshop([domain], url, 'one');
  await first.jobs.wait((await first.jobs.seed({ domain, dataset })).id);
  const second = await openWorkshop([domain], url, 'two');
  await expect(second.jobs.generate({ entity: domain.entity('Member'), dataset, count: 1 })).rejects.toMatchObject({
    code: 'VERSION_MISMATCH',
  });
});

test('closing waits for what is being added', async () => {
  const { jobs, store } = await seeded();
  const adding = jobs.generate({ entity: domain.entity('Member'), dataset, count: 50 });
  await nextTurn();
  await jobs.close();
  expect(await adding).toHaveLength(50);
  expect(await allRows(store, domain.entity('Member'))).toHaveLength(62);
});

test('owners beyond the first thousand are found through their ancestor', async () => {
  const { jobs, store } = await openWorkshop([domain]);
  const volumes = { libraries: 3, members: 600, loans: 1 };
  await jobs.wait((await jobs.seed({ domain, dataset, overrides: { volumes } })).id);
  const library = (await allRows(store, domain.entity('Library')))[2] as CellRow;
  const before = await counts(jobs);
  await jobs.generate({
    entity: domain.entity('Member'),
    dataset,
    count: 1,
    with: { libraryId: keyOf(domain.entity('Library'), library) },
  });
  expect(await counts(jobs)).toEqual({ ...before, Member: 1801 });
});

test('additions to one dataset queue', async () => {
  const { jobs } = await seeded();
  const entity = domain.entity('Member');
  const all = await Promise.all(Array.from({ length: 10 }, () => jobs.generate({ entity, dataset, count: 2 })));
  expect(new Set(all.flat().map((row) => keyOf(entity, row))).size).toBe(20);
  expect((await counts(jobs)).Member).toBe(32);
});
