import { describe, expect, test } from 'vitest';
import { type DomainDefinition, field, modelOf } from '../../src/definition/index.ts';
import { school } from '../../src/domains/school/index.ts';
import type { SeedRequest } from '../../src/jobs/index.ts';
import type { Generation } from '../../src/store/index.ts';
import { verifyGeneration } from '../../src/verify/index.ts';
import { library, libraryModel } from '../fixtures/library.ts';
import { changeStored, marksOf, published, rowsOf } from '../support/change-stored.ts';
import { openWorkshop, temporaryFolder, type Workshop } from '../support/gateway-parts.ts';
import { seedAndKill } from '../support/seed-and-kill.ts';
import { danglingReferences, digestOfStored } from '../support/stored.ts';

const domain = libraryModel;
const dataset = 'default';
const book = domain.entity('Book');
const member = domain.entity('Member');
const loan = domain.entity('Loan');
const record = domain.entity('MemberRecord');
const stranger = '11111111-2222-4333-8444-555555555555';

async function seed({ jobs }: Workshop, request: Partial<SeedRequest> = {}) {
  const job = await jobs.wait((await jobs.seed({ domain, dataset, ...request })).id);
  expect({ status: job.status, error: job.error }).toEqual({ status: 'COMPLETED', error: null });
  return job;
}

async function seeded(request: Partial<SeedRequest> = {}): Promise<Workshop> {
  const workshop = await openWorkshop([domain]);
  await seed(workshop, request);
  return workshop;
}

async function counts({ jobs }: Workshop): Promise<Record<string, number>> {
  const summary = await jobs.summary(dataset, domain);
  return Object.fromEntries((summary?.counts ?? []).map(({ entity, count }) => [entity.name, count]));
}

const digest = async ({ jobs }: Workshop) => (await jobs.summary(dataset, domain))?.digest;

/** A book that no seeding makes. */
async function importBook({ store }: Workshop) {
  const generation = await published(store, domain);
  const [row = []] = (await rowsOf(generation, book)).values();
  const imported = row.with(book.key.index, stranger).with(book.fieldNamed('isbn').index, 'ISBN-stranger');
  await changeStored(generation, [{ entity: book, imported: [imported] }]);
  return imported;
}

describe('merge', () => {
  test('keeps imported rows, and raises volumes instead of lowering them', async () => {
    const workshop = await seeded({ overrides: { volumes: { members: 20, loans: 2 } } });
    const imported = await importBook(workshop);
    await seed(workshop, { mode: 'merge', preset: 'SMALL', overrides: { volumes: { loans: 6, members: 15 } } });
    expect(await counts(workshop)).toEqual({
      Library: 1,
      Shelf: 3,
      Author: 6,
      Book: 25,
      Member: 20,
      Loan: 120,
      MemberRecord: 20,
    });
    const generation = await published(workshop.store, domain);
    expect((await rowsOf(generation, book)).get(stranger)).toEqual(imported);
    expect([...(await marksOf(generation, book))]).toEqual([[stranger, 'imported']]);
    expect(await digest(workshop)).toBe(await digestOfStored(generation));
    const [base] = (await generation.state()).recipe;
    expect(base).toMatchObject({ preset: 'SMALL', config: { volumes: { members: 20, loans: 6 } } });
  });

  test('rows that the recipe does not make any more stay, and are marked', async () => {
    const model = modelOf(school);
    const { jobs, store } = await openWorkshop([model]);
    await jobs.wait((await jobs.seed({ domain: model, dataset, preset: 'SMALL' })).id);
    const classes = async () => rowsOf(await published(store, model), model.entity('Class'));
    const before = await classes();
    const overrides = { gradeDistribution: { 3: 0, 4: 10 } };
    const { id } = await jobs.seed({ domain: model, dataset, mode: 'merge', preset: 'SMALL', overrides });
    expect(await jobs.wait(id)).toMatchObject({ status: 'COMPLETED', error: null });
    const generation = await published(store, model);
    for (const [key, row] of before) expect((await classes()).get(key)).toEqual(row);
    expect([...(await marksOf(generation, model.entity('Class'))).entries()]).toEqual(
      [...before.keys()].map((key) => [key, 'kept']),
    );
    expect(await classes()).toHaveProperty('size', 12);
    expect(await danglingReferences(generation)).toEqual([]);
    expect((await jobs.summary(dataset, model))?.digest).toBe(await digestOfStored(generation));
  });

  test('brings roll-ups up to date with what is there', async () => {
    const workshop = await seeded();
    const generation = await published(workshop.store, domain);
    const [[key = '', row = []] = []] = await rowsOf(generation, loan);
    await changeStored(generation, [{ entity: loan, rows: new Map([[key, { fine: 12_345 }]]) }]);
    await seed(workshop, { mode: 'merge' });
    const records = await rowsOf(await published(workshop.store, domain), record);
    const memberId = row[loan.fieldNamed('memberId').index];
    const theirs = [...records.values()].find((each) => each[record.fieldNamed('memberId').index] === memberId);
    expect(Number(theirs?.[record.fieldNamed('fines').index])).toBeGreaterThanOrEqual(12_345);
  });

  test('another seed is refused, saying both', async () => {
    const workshop = await seeded({ seed: 7 });
    const refused = workshop.jobs.seed({ domain, dataset, mode: 'merge', seed: 8 });
    await expect(refused).rejects.toMatchObject({ code: 'SEED_MISMATCH', message: expect.stringMatching(/7.*8/) });
    await seed(workshop, { mode: 'merge', seed: 7 });
    await seed(workshop, { mode: 'merge' });
  });

  test('a row that comes back to find its unique value taken fails it, and leaves everything as it was', async () => {
    const workshop = await seeded();
    const generation = await published(workshop.store, domain);
    const [[taker = ''] = [], [gone = '', row = []] = []] = [...(await rowsOf(generation, book))].slice(-2);
    const isbn = String(row[book.fieldNamed('isbn').index]);
    await changeStored(generation, [{ entity: loan, rows: new Map(await keysReferringTo(generation, gone)) }]);
    await changeStored(generation, [{ entity: book, rows: new Map([[gone, null]]) }]);
    await changeStored(generation, [{ entity: book, rows: new Map([[taker, { isbn }]]) }]);
    const before = await digest(workshop);
    const { id } = await workshop.jobs.seed({ domain, dataset, mode: 'merge' });
    expect(await workshop.jobs.wait(id)).toMatchObject({ status: 'FAILED', error: { code: 'CONFLICT' } });
    expect(await digest(workshop)).toBe(before);
  });

  test('of nothing is a seeding', async () => {
    const workshop = await openWorkshop([domain]);
    expect(await seed(workshop, { mode: 'merge', preset: 'SMALL' })).toMatchObject({ digest: await digest(await seeded()) });
  });

  test('takes no dataset of another version', async () => {
    const url = `file:${temporaryFolder()}`;
    await seed(await openWorkshop([domain], url, 'one'));
    const { jobs } = await openWorkshop([domain], url, 'two');
    const refused = jobs.seed({ domain, dataset, mode: 'merge' });
    await expect(refused).rejects.toMatchObject({ code: 'VERSION_MISMATCH', message: expect.stringMatching(/"one".*"two"/) });
  });
});

describe('update', () => {
  test('changes what the configuration changes, adds and removes nothing, and leaves edits alone', async () => {
    const workshop = await seeded();
    const generation = await published(workshop.store, domain);
    const [edited = '', deleted = ''] = (await rowsOf(generation, loan)).keys();
    await changeStored(generation, [
      {
        entity: loan,
        rows: new Map([
          [edited, { fine: 1 }],
          [deleted, null],
        ]),
      },
    ]);
    const before = await counts(workshop);
    await seed(workshop, { mode: 'update', overrides: { opensOn: '2030-01-01', volumes: { books: 50 } } });
    expect(await counts(workshop)).toEqual(before);
    const after = await published(workshop.store, domain);
    const loans = await rowsOf(after, loan);
    expect(loans.get(edited)?.[loan.fieldNamed('fine').index]).toBe(1);
    expect(loans.has(deleted)).toBe(false);
    const taken = [...loans].filter(([key]) => key !== edited).map(([, row]) => String(row[loan.fieldNamed('takenOn').index]));
    expect(taken.every((day) => day >= '2030')).toBe(true);
    expect([...(await marksOf(after, loan))].toSorted()).toEqual(
      [[edited, 'edited'] as const, [deleted, 'deleted'] as const].toSorted(),
    );
    expect(await digest(workshop)).toBe(await digestOfStored(after));
    await seed(workshop, { mode: 'merge' });
    expect((await counts(workshop)).Loan).toBe(60);
  });

  test('takes datasets of another version', async () => {
    const url = `file:${temporaryFolder()}`;
    const { digest: before } = await seed(await openWorkshop([domain], url, 'one'));
    const later = await openWorkshop([domain], url, 'two');
    expect(await seed(later, { mode: 'update' })).toMatchObject({ digest: before });
    expect(await seed(later, { mode: 'merge' })).toMatchObject({ digest: before });
  });

  test('gives rows the fields that definitions have got since, edited and imported ones too', async () => {
    const url = `file:${temporaryFolder()}`;
    const first = await openWorkshop([domain], url);
    await seed(first);
    const imported = await importBook(first);
    const generation = await published(first.store, domain);
    const [edited = ''] = (await rowsOf(generation, member)).keys();
    await changeStored(generation, [{ entity: member, rows: new Map([[edited, { firstName: 'Grace' }]]) }]);
    await first.jobs.close();
    await first.store.close();

    const grown = modelOf(withFields());
    const later = await openWorkshop([grown], url);
    const merge = later.jobs.seed({ domain: grown, dataset, mode: 'merge' });
    await expect(merge).rejects.toMatchObject({ code: 'VERSION_MISMATCH' });
    await expect(later.jobs.seed({ domain: grown, dataset, mode: 'fail_if_exists' })).rejects.toMatchObject({
      code: 'DATASET_EXISTS',
    });
    const job = await later.jobs.wait((await later.jobs.seed({ domain: grown, dataset, mode: 'update' })).id);
    expect(job).toMatchObject({ status: 'COMPLETED', error: null, inserted: 119 });
    const after = await published(later.store, grown);
    const members = [...(await rowsOf(after, grown.entity('Member'))).values()];
    const { index } = grown.entity('Member').fieldNamed('shoeSize');
    expect(members.every((row) => Number(row[index]) >= 30)).toBe(true);
    expect(members[0]?.[member.fieldNamed('firstName').index]).toBe('Grace');
    expect((await rowsOf(after, grown.entity('Book'))).get(stranger)).toEqual([...imported, null]);
    expect((await verifyGeneration(after)).checks.filter(({ status }) => status === 'WRONG')).toEqual([]);
    await later.jobs.wait((await later.jobs.seed({ domain: grown, dataset })).id);
    expect((await later.jobs.summary(dataset, grown))?.counts.find(({ entity }) => entity.name === 'Member')?.count).toBe(12);
  });

  test('of nothing is refused', async () => {
    const { jobs } = await openWorkshop([domain]);
    await expect(jobs.seed({ domain, dataset, mode: 'update' })).rejects.toMatchObject({ code: 'NOTHING_TO_UPDATE' });
  });
});

describe('fail_if_exists', () => {
  test('seeds what is empty, and refuses what is not before anything is written', async () => {
    const workshop = await openWorkshop([domain]);
    await seed(workshop, { mode: 'fail_if_exists', seed: 3 });
    const before = await digest(workshop);
    const refused = workshop.jobs.seed({ domain, dataset, mode: 'fail_if_exists', seed: 4 });
    await expect(refused).rejects.toMatchObject({ code: 'DATASET_EXISTS', details: { rows: 118 } });
    expect(await digest(workshop)).toBe(before);
  });
});

describe('features', () => {
  const inOrder = ['libraries', 'shelves', 'authors', 'books', 'members'];

  test('that refer to what is not there are refused, naming it in the order of generation, or come with it', async () => {
    const workshop = await openWorkshop([domain]);
    const refused = workshop.jobs.seed({ domain, dataset, entities: ['loans'] });
    await expect(refused).rejects.toMatchObject({ code: 'MISSING_PREREQUISITES', details: { missing: inOrder } });
    expect(await workshop.jobs.summary(dataset, domain)).toBeUndefined();
    await seed(workshop, { entities: ['loans'], withDependencies: true });
    const all = await counts(await seeded());
    expect(await counts(workshop)).toEqual({ ...all, MemberRecord: 0 });
    expect((await (await published(workshop.store, domain)).state()).recipe[0]).toMatchObject({
      entities: [...inOrder, 'loans'].map((name) => domain.entities.find(({ plural }) => plural.endsWith(pascal(name)))?.name),
    });
  });

  test.each([
    ['member_records', 'MemberRecord'],
    ['Member-Record', 'MemberRecord'],
    ['memberRecords', 'MemberRecord'],
    ['libMemberRecords', 'MemberRecord'],
    ['MEMBERRECORD', 'MemberRecord'],
  ])('may be called %s', async (name, entity) => {
    const workshop = await openWorkshop([domain]);
    await seed(workshop, { entities: [name], withDependencies: true });
    expect((await counts(workshop))[entity]).toBe(12);
  });

  test.each([
    [['lones'], /no feature "lones".*Did you mean "loans"/],
    [['loans', 'wings'], /no feature "wings".*There are libraries, shelves/],
    [[], /at least one feature/],
  ])('%j are refused', async (entities, message) => {
    const { jobs } = await openWorkshop([domain]);
    await expect(jobs.seed({ domain, dataset, entities })).rejects.toMatchObject({
      code: 'UNKNOWN_FEATURE',
      message: expect.stringMatching(message),
    });
  });

  test('are made anew, the others stay as they are', async () => {
    const workshop = await seeded();
    const before = await digest(workshop);
    const generation = await published(workshop.store, domain);
    const [loanKey = ''] = (await rowsOf(generation, loan)).keys();
    const [bookKey = ''] = (await rowsOf(generation, book)).keys();
    await changeStored(generation, [
      { entity: loan, rows: new Map([[loanKey, { fine: 1 }]]) },
      { entity: book, rows: new Map([[bookKey, { pages: 1 }]]) },
    ]);
    await seed(workshop, { entities: ['loans'] });
    const after = await published(workshop.store, domain);
    expect((await rowsOf(after, loan)).get(loanKey)?.[loan.fieldNamed('fine').index]).not.toBe(1);
    expect((await rowsOf(after, book)).get(bookKey)?.[book.fieldNamed('pages').index]).toBe(1);
    expect([...(await marksOf(after, loan)), ...(await marksOf(after, book))]).toEqual([[bookKey, 'edited']]);
    await seed(workshop, { entities: ['books'] });
    expect(await digest(workshop)).toBe(before);
  });

  test('rows that refer to a row which was deleted are left out, and come back with it', async () => {
    const workshop = await seeded();
    const before = await digest(workshop);
    const generation = await published(workshop.store, domain);
    const [gone = ''] = (await rowsOf(generation, member)).keys();
    const of = async (entity: typeof loan): Promise<[string, null][]> => {
      const { index } = entity.fieldNamed('memberId');
      return [...(await rowsOf(generation, entity))].flatMap(([key, row]) => (row[index] === gone ? [[key, null]] : []));
    };
    await changeStored(generation, [
      { entity: loan, rows: new Map(await of(loan)) },
      { entity: record, rows: new Map(await of(record)) },
      { entity: member, rows: new Map([[gone, null]]) },
    ]);
    await seed(workshop, { entities: ['loans', 'member_records'] });
    const after = await published(workshop.store, domain);
    expect(await counts(workshop)).toMatchObject({ Member: 11, Loan: 55, MemberRecord: 11 });
    expect(await danglingReferences(after)).toEqual([]);
    expect((await marksOf(after, loan)).size).toBe(5);
    await seed(workshop, { mode: 'merge' });
    expect(await digest(workshop)).toBe(before);
  });

  test('under another configuration: rows of others that it would make differently are marked, and none is invented', async () => {
    const workshop = await seeded();
    await seed(workshop, {
      mode: 'merge',
      entities: ['members'],
      preset: 'SMALL',
      overrides: { opensOn: '2031-01-01', volumes: { members: 20, books: 9 } },
    });
    expect(await counts(workshop)).toEqual({ Library: 1, Shelf: 3, Author: 6, Book: 24, Member: 20, Loan: 60, MemberRecord: 12 });
    const generation = await published(workshop.store, domain);
    const marks = await marksOf(generation, loan);
    expect(new Set(marks.values())).toEqual(new Set(['kept', 'deleted']));
    expect(await digest(workshop)).toBe(await digestOfStored(generation));
    // Whatever the recipe makes is there, or has a mark that says why not.
    await seed(workshop, { mode: 'merge' });
    expect(await counts(workshop)).toMatchObject({ Book: 27, Member: 20, Loan: 100, MemberRecord: 20 });
  });
});

describe('removing features', () => {
  test('takes what hangs under them along, accounts included, and tells of it beforehand', async () => {
    const model = modelOf(school);
    const { jobs, store } = await openWorkshop([model]);
    await jobs.wait((await jobs.seed({ domain: model, dataset, preset: 'SMALL' })).id);
    const before = await jobs.summary(dataset, model);
    const request = { domain: model, dataset, entities: ['students'] };
    const foretold = await jobs.removeEntities({ ...request, dryRun: true });
    expect(await jobs.summary(dataset, model)).toEqual(before);
    expect(await jobs.removeEntities(request)).toEqual(foretold);
    const removed = Object.fromEntries(foretold.map(({ entity, remove }) => [entity.name, remove]));
    expect(removed).toMatchObject({ Student: 10, User: 10, ParentStudent: 10, Attendance: 300, School: 0, Teacher: 0 });
    const generation = await published(store, model);
    expect(await danglingReferences(generation)).toEqual([]);
    const after = await jobs.summary(dataset, model);
    for (const { entity, count } of before?.counts ?? []) {
      expect(after?.counts.find((each) => each.entity === entity)?.count).toBe(count - (removed[entity.name] ?? 0));
    }
    const rest = ['students', 'parent-students', 'student-classes', 'assessments', 'attendance', 'merits'];
    await jobs.wait((await jobs.seed({ domain: model, dataset, entities: rest })).id);
    expect((await jobs.summary(dataset, model))?.digest).toBe(before?.digest);
  });

  test('others that refer to them are in the way, with their numbers', async () => {
    const workshop = await seeded();
    const before = await digest(workshop);
    await expect(workshop.jobs.removeEntities({ domain, dataset, entities: ['books'] })).rejects.toMatchObject({
      code: 'ROWS_IN_THE_WAY',
      message: expect.stringContaining('60 rows of loans by bookId'),
      details: { rows: [{ entity: 'LibLoan', field: 'bookId', to: 'LibBook', count: 60 }] },
    });
    expect(await digest(workshop)).toBe(before);
  });

  test('imported rows go as well', async () => {
    const workshop = await seeded();
    await importBook(workshop);
    const [removed] = (await workshop.jobs.removeEntities({ domain, dataset, entities: ['books', 'loans'] })).filter(
      ({ entity }) => entity === book,
    );
    expect(removed).toMatchObject({ remove: 25 });
    expect(await counts(workshop)).toMatchObject({ Book: 0, Loan: 0, MemberRecord: 12 });
  });

  test('of nothing changes nothing', async () => {
    const { jobs } = await openWorkshop([domain]);
    expect(await jobs.removeEntities({ domain, dataset, entities: ['books'] })).toEqual([]);
  });
});

describe('a preview', () => {
  test('of an empty dataset is the plan', async () => {
    const { jobs, store } = await openWorkshop([domain]);
    const preview = await jobs.preview({ domain, dataset: 'fresh', mode: 'merge' });
    expect(preview.map(({ entity, make }) => [entity.name, make])).toEqual(Object.entries(await counts(await seeded())));
    expect((await store.datasets()).map(({ name }) => name)).toEqual(['default']);
  });

  test('tells what a merge does, and does nothing', async () => {
    const workshop = await seeded();
    const generation = await published(workshop.store, domain);
    const [edited = '', deleted = ''] = (await rowsOf(generation, loan)).keys();
    await changeStored(generation, [
      {
        entity: loan,
        rows: new Map([
          [edited, { fine: 1 }],
          [deleted, null],
        ]),
      },
    ]);
    const before = await digest(workshop);
    const request: SeedRequest = { domain, dataset, mode: 'merge', overrides: { volumes: { members: 14 } } };
    const preview = await workshop.jobs.preview(request);
    const of = (name: string) => preview.find(({ entity }) => entity.name === name);
    expect(of('Loan')).toMatchObject({ make: 11, update: 0, keep: 59, remove: 0 });
    expect(of('Member')).toMatchObject({ make: 2, update: 0, keep: 12, remove: 0 });
    expect(of('MemberRecord')).toMatchObject({ make: 2, keep: 12 });
    expect(await digest(workshop)).toBe(before);
    await seed(workshop, request);
    const after = await counts(workshop);
    for (const { entity, make, update, keep } of preview) expect(after[entity.name]).toBe(make + update + keep);
  });
});

describe('a merge that was cut off', () => {
  const larger = { mode: 'merge', preset: 'SMALL', overrides: { volumes: { members: 1_500, loans: 12 } } } as const;

  test.each([1, 10_000, 20_500])('after %d rows ends as one that was not', async (rows) => {
    const url = `file:${temporaryFolder()}`;
    await seedAndClose(url);
    const id = await seedAndKill(domain, url, larger, rows);
    const workshop = await openWorkshop([domain], url);
    expect(await workshop.jobs.get(id)).toMatchObject({ status: 'INTERRUPTED' });
    expect(await counts(workshop)).toMatchObject({ Member: 12 });
    const resumed = await workshop.jobs.wait((await workshop.jobs.resume(id)).id);
    const straight = await seed(workshop, { ...larger, mode: 'replace' });
    expect(resumed).toMatchObject({ status: 'COMPLETED', digest: straight.digest, inserted: straight.inserted });
  });

  test('is not gone on with when the dataset was changed meanwhile', async () => {
    const url = `file:${temporaryFolder()}`;
    await seedAndClose(url);
    const id = await seedAndKill(domain, url, larger, 2_000);
    const { jobs } = await openWorkshop([domain], url);
    await jobs.generate({ entity: member, dataset, count: 1 });
    await expect(jobs.resume(id)).rejects.toMatchObject({
      code: 'JOB_NOT_RESUMABLE',
      message: expect.stringContaining('changed since'),
    });
  });

  test('may have been canceled, or be a seeding of features', async () => {
    const workshop = await seeded();
    for (const request of [larger, { ...larger, mode: 'replace', entities: ['members'] }] as const) {
      const { id } = await workshop.jobs.seed({ domain, dataset, ...request });
      await workshop.jobs.cancel(id);
      expect(await workshop.jobs.wait(id)).toMatchObject({ status: 'CANCELED' });
      expect(await workshop.jobs.wait((await workshop.jobs.resume(id)).id)).toMatchObject({ status: 'COMPLETED', error: null });
    }
    const fresh = { domain, dataset: 'fresh', ...larger, entities: ['members'], withDependencies: true };
    const { id } = await workshop.jobs.seed(fresh);
    await workshop.jobs.cancel(id);
    expect(await workshop.jobs.wait(id)).toMatchObject({ status: 'CANCELED' });
    expect(await workshop.jobs.wait((await workshop.jobs.resume(id)).id)).toMatchObject({ status: 'COMPLETED', inserted: 1_501 });
  });
});

test('the same idempotency key gives the same job in every mode, and is refused for another', async () => {
  const workshop = await openWorkshop([domain]);
  const idempotencyKey = 'once';
  const request = { domain, dataset, mode: 'fail_if_exists', idempotencyKey } as const;
  const first = await seed(workshop, request);
  expect(await seed(workshop, request)).toMatchObject({ id: first.id });
  await expect(workshop.jobs.seed({ ...request, mode: 'merge' })).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  const merge = { mode: 'merge', entities: ['loans', 'books'], idempotencyKey: 'twice' } as const;
  const second = await seed(workshop, merge);
  await seed(workshop, { seed: 42 });
  expect(await seed(workshop, { ...merge, entities: ['Book', 'LOAN'] })).toMatchObject({ id: second.id });
});

/** The loans of a book, to be removed. */
async function keysReferringTo(generation: Generation, bookKey: string): Promise<[string, null][]> {
  const { index } = loan.fieldNamed('bookId');
  return [...(await rowsOf(generation, loan))].flatMap(([key, row]) => (row[index] === bookKey ? [[key, null]] : []));
}

async function seedAndClose(url: string): Promise<void> {
  const workshop = await openWorkshop([domain], url);
  await seed(workshop);
}

/** The library with a field more for members, and an optional one for books. */
function withFields(): DomainDefinition {
  const added = {
    Member: { field: field.integer('Of their shoes.'), make: () => 42 },
    Book: { field: field.string('What readers say.', { optional: true }), make: () => 'Good.' },
  };
  const entities = library.entities.map((entity) => {
    const [name, more] = entity.name === 'Member' ? (['shoeSize', added.Member] as const) : (['review', added.Book] as const);
    if (!(entity.name in added) || !('values' in entity)) return entity;
    return { ...entity, fields: { ...entity.fields, [name]: more.field }, values: { ...entity.values, [name]: more.make } };
  });
  return { ...library, entities };
}

function pascal(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
