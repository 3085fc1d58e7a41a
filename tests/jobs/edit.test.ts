import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  type CellRow,
  type DomainModel,
  defineDomain,
  type EntityModel,
  field,
  modelOf,
  toCell,
  vocabulary,
} from '../../src/definition/index.ts';
import { school } from '../../src/domains/school/index.ts';
import { hashBlock, Replay } from '../../src/generate/index.ts';
import type { Recipe } from '../../src/plan/index.ts';
import type { Generation } from '../../src/store/index.ts';
import type { Condition } from '../../src/store/query.ts';
import { libraryModel } from '../fixtures/library.ts';
import { openWorkshop, temporaryFolder } from '../support/gateway-parts.ts';
import { keyOf } from '../support/rows.ts';
import { requireSound, storedRows } from '../support/stored.ts';

const dataset = 'default';
const schoolModel = modelOf(school);
const [member, loan, record, book, shelf, author] = ['Member', 'Loan', 'MemberRecord', 'Book', 'Shelf', 'Author'].map((name) =>
  libraryModel.entity(name),
) as [EntityModel, EntityModel, EntityModel, EntityModel, EntityModel, EntityModel];

async function seeded(domain: DomainModel = libraryModel, request: object = {}) {
  const { jobs, store } = await openWorkshop([domain]);
  await jobs.wait((await jobs.seed({ domain, dataset, ...request })).id);
  const generation = (await store.open(dataset, domain)) as Generation;
  return { jobs, store, generation };
}

function cell(entity: EntityModel, name: string, row: CellRow | undefined) {
  return row?.[entity.fieldNamed(name).index];
}

/** The condition of rows that refer to, or are, one of some. */
function among(entity: EntityModel, name: string, values: readonly unknown[]): Condition {
  return { kind: 'in', field: entity.fieldNamed(name), values: values.map(String) };
}

describe('a change', () => {
  test('of a source refreshes the roll-ups that read it, where it was and where it is', async () => {
    const { jobs, generation } = await seeded();
    const [first, second] = await storedRows(generation, member);
    const [from, to] = [keyOf(member, first ?? []), keyOf(member, second ?? [])];
    const moved = (await storedRows(generation, loan)).find((row) => cell(loan, 'memberId', row) === from) ?? [];
    await jobs.update({ entity: loan, dataset, key: keyOf(loan, moved), set: { memberId: to, fine: 12_345 } });
    const rows = await storedRows(generation, record);
    const of = (key: string) => rows.find((row) => cell(record, 'memberId', row) === key);
    expect([cell(record, 'loans', of(from)), cell(record, 'loans', of(to))]).toEqual([4, 6]);
    expect(cell(record, 'fines', of(to))).toBeGreaterThanOrEqual(12_345);
    await requireSound(generation);
  });

  test('clears an optional value, and rounds as generation does', async () => {
    const { jobs, generation } = await seeded();
    const [row = []] = await storedRows(generation, book);
    const changed = await jobs.update({ entity: book, dataset, key: keyOf(book, row), set: { authorId: null, weight: 1.00049 } });
    expect([cell(book, 'authorId', changed), cell(book, 'weight', changed)]).toEqual([null, 1]);
  });

  test('to the letters of a unique value that the row has already is no conflict', async () => {
    const { jobs, generation } = await seeded();
    const [row = []] = await storedRows(generation, member);
    const email = String(cell(member, 'email', row)).toUpperCase();
    const changed = await jobs.update({ entity: member, dataset, key: keyOf(member, row), set: { email } });
    expect(cell(member, 'email', changed)).toBe(email);
  });

  test('changes of one row queue, and none is lost', async () => {
    const { jobs, generation } = await seeded();
    const [row = []] = await storedRows(generation, member);
    const sets = [{ firstName: 'Ann' }, { lastName: 'Bee' }, { phone: '1' }, { joinedOn: '2001-01-01' }];
    await Promise.all(sets.map((set) => jobs.update({ entity: member, dataset, key: keyOf(member, row), set })));
    const [now] = await generation.get(member, [keyOf(member, row)]);
    for (const set of sets) for (const [name, value] of Object.entries(set)) expect(cell(member, name, now)).toBe(value);
    await requireSound(generation);
  });

  const stranger = '00000000-0000-4000-8000-000000000000';
  const refused: [string, string, Record<string, unknown>, string, readonly string[]][] = [
    ['an unknown field', 'Book', { wings: 2 }, 'INVALID_VALUE', ['set', 'wings']],
    ['a key', 'Book', { id: stranger }, 'INVALID_VALUE', ['set', 'id']],
    ['a value of another kind', 'Book', { pages: 'many' }, 'INVALID_VALUE', ['set', 'pages']],
    ['a day that is none', 'Book', { publishedOn: '2024-02-30' }, 'INVALID_VALUE', ['set', 'publishedOn']],
    ['null where a value is required', 'Book', { title: null }, 'INVALID_VALUE', ['set', 'title']],
    ['a reference to nobody', 'Book', { shelfId: stranger }, 'REFERENCE_NOT_FOUND', ['set', 'shelfId']],
    ['a number that is taken', 'Member', { number: 2 }, 'CONFLICT', ['set', 'number']],
    [
      'an address that is taken, in other letters',
      'Member',
      { email: 'MEMBER.0.1@library.example' },
      'CONFLICT',
      ['set', 'email'],
    ],
    ['a derived row', 'MemberRecord', { loans: 2 }, 'NOT_EDITABLE', []],
  ];
  test.each(refused)('is refused for %s, and changes nothing', async (_, name, set, code, inputPath) => {
    const { jobs, generation } = await seeded();
    const entity = libraryModel.entity(name);
    const [row = []] = await storedRows(generation, entity);
    const before = await generation.revision();
    const refusal = jobs.update({ entity, dataset, key: keyOf(entity, row), set: { ...set } });
    await expect(refusal).rejects.toMatchObject({ code, inputPath });
    expect(await generation.revision()).toBe(before);
  });

  test.each([dataset, 'nowhere'])('of a row that is not there is refused (%s)', async (where) => {
    const { jobs } = await seeded();
    const refusal = jobs.update({ entity: book, dataset: where, key: stranger, set: { title: 'x' } });
    await expect(refusal).rejects.toMatchObject({ code: 'ROW_NOT_FOUND', inputPath: ['key'], details: { given: stranger } });
  });
});

describe('a removal', () => {
  test('takes along what hangs under the rows, accounts too', async () => {
    const { jobs, generation } = await seeded(schoolModel, { preset: 'SMALL' });
    const [student, user] = [schoolModel.entity('Student'), schoolModel.entity('User')];
    const rows = (await storedRows(generation, student)).slice(2, 4);
    const [keys, accounts] = [rows.map((row) => keyOf(student, row)), rows.map((row) => cell(student, 'userId', row))];
    const { deleted, counts } = await jobs.remove({ entity: student, dataset, where: among(student, 'id', keys) });
    const numbers = Object.fromEntries(counts.map(({ entity, count }) => [entity.name, count]));
    expect(numbers).toMatchObject({ Student: 2, User: 2, ParentStudent: 2, Attendance: 2 * 30, Assessment: 2 * 20 });
    expect(deleted).toBe(Object.values(numbers).reduce((sum, count) => sum + count, 0));
    expect(await generation.get(user, accounts.map(String))).toEqual([undefined, undefined]);
    expect((await generation.marks(student, keys[0] ?? '', keys[1] ?? '', 9)).map(({ mark }) => mark)).toEqual([
      'deleted',
      'deleted',
    ]);
    await requireSound(generation);
  });

  test('leaves an account of somebody else that a user made a row lead to', async () => {
    const { jobs, generation } = await seeded(schoolModel, { preset: 'SMALL' });
    const [student, user] = [schoolModel.entity('Student'), schoolModel.entity('User')];
    const [row = []] = await storedRows(generation, student);
    const admin = (await storedRows(generation, user)).find((account) => cell(user, 'persona', account) === 'admin') ?? [];
    await jobs.update({ entity: student, dataset, key: keyOf(student, row), set: { userId: keyOf(user, admin) } });
    await jobs.remove({ entity: student, dataset, where: among(student, 'id', [keyOf(student, row)]) });
    expect(await generation.get(user, [keyOf(user, admin)])).toEqual([admin]);
    await requireSound(generation);
  });

  test('refreshes the roll-ups of rows that stay', async () => {
    const { jobs, generation } = await seeded();
    const [row = []] = await storedRows(generation, loan);
    const memberId = cell(loan, 'memberId', row);
    await jobs.remove({ entity: loan, dataset, where: among(loan, 'memberId', [memberId]) });
    const rollUp = (await storedRows(generation, record)).find((each) => cell(record, 'memberId', each) === memberId);
    expect([cell(record, 'loans', rollUp), cell(record, 'fines', rollUp), cell(record, 'lastTakenOn', rollUp)]).toEqual([
      0,
      0,
      null,
    ]);
    await requireSound(generation);
  });

  test('is refused with the number of rows in the way, by entity and field; optional references count', async () => {
    const { jobs, generation } = await seeded();
    const written = (await storedRows(generation, book)).filter((row) => cell(book, 'authorId', row) !== null);
    const refusal = jobs.remove({ entity: author, dataset, where: undefined });
    await expect(refusal).rejects.toMatchObject({
      code: 'ROWS_IN_THE_WAY',
      inputPath: ['where'],
      message: `6 rows of LibAuthor cannot be removed: ${written.length} rows of LibBook refer to LibAuthor by authorId. Remove or change those first.`,
      details: { rows: [{ entity: 'LibBook', field: 'authorId', to: 'LibAuthor', count: written.length }] },
    });
  });

  test('counts what is in the way of rows that would go along, and not what goes along itself', async () => {
    const { jobs, generation } = await seeded();
    const [first = []] = await storedRows(generation, shelf);
    const onIt = (await storedRows(generation, book)).filter((row) => cell(book, 'shelfId', row) === keyOf(shelf, first));
    const keys = new Set(onIt.map((row) => keyOf(book, row)));
    const lent = (await storedRows(generation, loan)).filter((row) => keys.has(String(cell(loan, 'bookId', row))));
    expect([lent.length > 0, onIt.some((row) => cell(book, 'prequelId', row) !== null)]).toEqual([true, true]);
    const remove = () => jobs.remove({ entity: shelf, dataset, where: among(shelf, 'id', [keyOf(shelf, first)]) });
    await expect(remove()).rejects.toMatchObject({
      details: { rows: [{ entity: 'LibLoan', field: 'bookId', to: 'LibBook', count: lent.length }] },
    });
    await jobs.remove({ entity: loan, dataset, where: among(loan, 'bookId', [...keys]) });
    expect((await remove()).counts.map(({ entity, count }) => [entity.name, count])).toEqual([
      ['Shelf', 1],
      ['Book', onIt.length],
    ]);
    await requireSound(generation);
  });

  test('of more than 10,000 rows is refused, whether they were asked for or would go along', async () => {
    const { jobs, generation } = await seeded(libraryModel, { overrides: { volumes: { members: 1_100, loans: 10 } } });
    const before = await generation.revision();
    for (const [entity, given] of [
      [loan, 11_000],
      [member, 1_100],
    ] as const) {
      await expect(jobs.remove({ entity, dataset, where: undefined })).rejects.toMatchObject({
        code: 'LIMIT_EXCEEDED',
        inputPath: ['where'],
        details: { given, max: 10_000 },
      });
    }
    expect(await generation.revision()).toBe(before);
    const some: Condition = { kind: 'compare', field: member.fieldNamed('number'), operator: 'lte', value: 800 };
    expect((await jobs.remove({ entity: member, dataset, where: some })).deleted).toBe(800 * (1 + 10 + 1));
    await requireSound(generation);
  });

  test('of derived rows is refused; of nothing it is nothing', async () => {
    const { jobs, generation } = await seeded();
    await expect(jobs.remove({ entity: record, dataset, where: undefined })).rejects.toMatchObject({ code: 'NOT_EDITABLE' });
    const before = await generation.revision();
    const none = { deleted: 0, counts: [] };
    expect(await jobs.remove({ entity: member, dataset, where: among(member, 'email', ['nobody']) })).toEqual(none);
    expect(await jobs.remove({ entity: member, dataset: 'nowhere', where: undefined })).toEqual(none);
    expect(await generation.revision()).toBe(before);
  });
});

describe('addresses are never used again', () => {
  test('a row added after the last was removed has a key and a number of its own', async () => {
    const { jobs, generation } = await seeded(schoolModel, { preset: 'SMALL' });
    const student = schoolModel.entity('Student');
    const last = (await storedRows(generation, student)).at(-1) ?? [];
    await jobs.remove({ entity: student, dataset, where: among(student, 'id', [keyOf(student, last)]) });
    const [added] = await jobs.generate({ entity: student, dataset, count: 1 });
    expect(keyOf(student, added ?? [])).not.toBe(keyOf(student, last));
    expect([cell(student, 'studentId', last), cell(student, 'studentId', added)]).toEqual(['STU01009', 'STU01010']);
    await requireSound(generation);
  });

  test.each(
    libraryModel.entities.filter(({ definition }) => !('derive' in definition)).map((entity) => [entity.name, entity] as const),
  )('%s: after all were removed, new ones have keys of their own', async (_name, entity) => {
    const { jobs, generation } = await seeded();
    const before = new Set((await storedRows(generation, entity)).map((row) => keyOf(entity, row)));
    for (const other of [loan, book, author, member, shelf, libraryModel.entity('Library')]) {
      await jobs.remove({ entity: other, dataset, where: undefined });
      if (other === entity) break;
    }
    const added = await jobs.generate({ entity, dataset, count: 3 });
    expect(added).toHaveLength(3);
    expect(added.filter((row) => before.has(keyOf(entity, row)))).toEqual([]);
    await requireSound(generation);
  });

  test('a place for one row is not taken again', async () => {
    const { jobs, generation } = await seeded(schoolModel, { preset: 'SMALL' });
    const enrollment = schoolModel.entity('StudentClass');
    const all = await storedRows(generation, enrollment);
    await jobs.remove({ entity: enrollment, dataset, where: among(enrollment, 'id', [keyOf(enrollment, all[0] ?? [])]) });
    const [added] = await jobs.generate({ entity: enrollment, dataset, count: 1 });
    expect(all.map((row) => keyOf(enrollment, row))).not.toContain(keyOf(enrollment, added ?? []));
  });

  test('an optional reference of a new row that would lead to a removed one is left empty, and the row is marked', async () => {
    const { jobs, generation } = await seeded();
    for (const row of await storedRows(generation, book)) {
      await jobs.update({ entity: book, dataset, key: keyOf(book, row), set: { authorId: null } });
    }
    await jobs.remove({ entity: author, dataset, where: undefined });
    const added = await jobs.generate({ entity: book, dataset, count: 5 });
    const replay = new Replay(libraryModel, (await generation.state()).recipe as unknown as Recipe);
    let marked = 0;
    for (const row of added) {
      expect(cell(book, 'authorId', row)).toBeNull();
      const key = keyOf(book, row);
      const isMade = isDeepStrictEqual(replay.row(book, replay.keys.of(book).decode(key) ?? []), row);
      const [mark] = await generation.marks(book, key, key, 1);
      expect(mark?.mark).toBe(isMade ? undefined : 'edited');
      if (mark) marked++;
    }
    expect(marked).toBeGreaterThan(0);
    await requireSound(generation);
  });

  test('what new rows require does not come back by itself', async () => {
    const { jobs, generation } = await seeded();
    await jobs.remove({ entity: loan, dataset, where: undefined });
    await jobs.remove({ entity: book, dataset, where: undefined });
    await expect(jobs.generate({ entity: loan, dataset, count: 1 })).rejects.toMatchObject({
      code: 'REFERENCE_NOT_FOUND',
      inputPath: ['with', 'bookId'],
    });
    const [fresh = []] = await jobs.generate({ entity: book, dataset, count: 1 });
    await jobs.generate({ entity: loan, dataset, count: 1, with: { bookId: keyOf(book, fresh) } });
    await requireSound(generation);
  });
});

test('a unique value that the next row would have is named when somebody gave it to another row', async () => {
  const { jobs, generation } = await seeded();
  const [first = []] = await storedRows(generation, member);
  await jobs.update({ entity: member, dataset, key: keyOf(member, first), set: { email: 'MEMBER.0.12@library.example' } });
  const before = await generation.revision();
  await expect(jobs.generate({ entity: member, dataset, count: 1 })).rejects.toMatchObject({
    code: 'CONFLICT',
    message: expect.stringContaining('MEMBER.0.12@library.example'),
    details: { entity: 'LibMember', field: 'email', key: keyOf(member, first) },
  });
  expect(await generation.revision()).toBe(before);
});

describe('rows that were brought along', () => {
  /** A member with a key of its own, and two loans of theirs, as an import would store them. */
  async function imported() {
    const parts = await seeded();
    const { generation } = parts;
    const [someone = []] = await storedRows(generation, member);
    const [some = []] = await storedRows(generation, loan);
    const [key, ...loans] = [randomUUID(), randomUUID(), randomUUID()];
    const guest = withCells(member, someone, { id: key, number: 77, email: 'guest@elsewhere.example', phone: null });
    const theirs = loans.map((id) => withCells(loan, some, { id, memberId: key }));
    const { sequence, position } = (await generation.state()).checkpoint;
    const sum = (rows: readonly CellRow[]) => rows.reduce((total, row) => total + hashBlock([row]), 0n);
    await generation.write({
      sequence,
      position,
      inserts: [
        { entity: member, rows: [guest] },
        { entity: loan, rows: theirs },
      ],
      marks: [
        { entity: member, keys: [{ key, mark: 'imported' }] },
        { entity: loan, keys: loans.map((id) => ({ key: id, mark: 'imported' })) },
      ],
      changes: new Map([
        ['Member', { rows: 1, sum: sum([guest]) }],
        ['Loan', { rows: 2, sum: sum(theirs) }],
      ]),
    });
    await requireSound(generation);
    return { ...parts, key, loans };
  }

  test('can be changed, and keep their mark', async () => {
    const { jobs, generation, key } = await imported();
    await jobs.update({ entity: member, dataset, key, set: { firstName: 'Guest' } });
    expect(await generation.marks(member, key, key, 1)).toEqual([{ key, mark: 'imported' }]);
    await requireSound(generation);
  });

  test('are found under what they hang under, and leave no mark', async () => {
    const { jobs, generation, key, loans } = await imported();
    const { counts } = await jobs.remove({ entity: member, dataset, where: among(member, 'id', [key]) });
    expect(counts.map(({ entity, count }) => [entity.name, count])).toEqual([
      ['Member', 1],
      ['Loan', 2],
    ]);
    expect(await generation.marks(member, key, key, 1)).toEqual([]);
    expect(await generation.get(loan, loans)).toEqual([undefined, undefined]);
    await requireSound(generation);
  });
});

test('rows that no reference ties to what they hang under go with it, too', async () => {
  const generation = await withoutReferences();
  const [tree, leaf, root] = ['Tree', 'Leaf', 'Root'].map((name) => generation.model.entity(name)) as [
    EntityModel,
    EntityModel,
    EntityModel,
  ];
  const [first = []] = await storedRows(generation.source, tree);
  const { counts } = await generation.jobs.remove({ entity: tree, dataset, where: among(tree, 'id', [keyOf(tree, first)]) });
  expect(counts.map(({ entity, count }) => [entity, count])).toEqual([
    [tree, 1],
    [leaf, 5],
    [root, 1],
  ]);
  await requireSound(generation.source);
});

test('rows of another version are neither changed nor removed', async () => {
  const url = `file:${temporaryFolder()}`;
  const first = await openWorkshop([libraryModel], url, 'one');
  await first.jobs.wait((await first.jobs.seed({ domain: libraryModel, dataset })).id);
  const [row = []] = await storedRows((await first.store.open(dataset, libraryModel)) as Generation, member);
  const { jobs } = await openWorkshop([libraryModel], url, 'two');
  const mismatch = { code: 'VERSION_MISMATCH' };
  await expect(jobs.update({ entity: member, dataset, key: keyOf(member, row), set: {} })).rejects.toMatchObject(mismatch);
  await expect(jobs.remove({ entity: member, dataset, where: undefined })).rejects.toMatchObject(mismatch);
});

/** The row with some of its cells replaced. */
function withCells(entity: EntityModel, row: CellRow, values: Record<string, unknown>): CellRow {
  return entity.fields.map(({ name, field: model, index }) =>
    name in values ? toCell(model, values[name]) : (row[index] ?? null),
  );
}

/** Trees with leaves and a root, none of which names its tree. */
async function withoutReferences() {
  const config = z.strictObject({
    volumes: z.strictObject({ trees: z.int().default(3), leaves: z.int().default(5) }).prefault({}),
  });
  const { defineEntity, root, many, one } = vocabulary<z.output<typeof config>>();
  const entities = [
    defineEntity({ name: 'Tree', description: 'A tree.', rows: root('trees'), fields: { id: field.key('Key.') }, values: {} }),
    defineEntity({
      name: 'Leaf',
      plural: 'leaves',
      description: 'A leaf.',
      rows: many('Tree', 'leaves'),
      fields: { id: field.key('Key.') },
      values: {},
    }),
    defineEntity({ name: 'Root', description: 'A root.', rows: one('Tree'), fields: { id: field.key('Key.') }, values: {} }),
  ];
  const names = { name: 'wood', title: 'Wood', prefix: 'Wood', description: 'Trees.', defaultPreset: 'SMALL' };
  const model = modelOf(defineDomain({ ...names, config, presets: { SMALL: {} }, entities }));
  const { jobs, generation: source } = await seeded(model);
  return { jobs, source, model };
}
