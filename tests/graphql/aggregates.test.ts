import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { libraryModel } from '../fixtures/library.ts';
import { domainUnderTest } from '../support/domains.ts';
import { type Book, byKeys, figuresOf, type Group, grouped, known, sumOf } from './book-figures.ts';
import { type Harness, harness } from './harness.ts';

const numbers = 'pages weight rating price';
const ranges = `${numbers} publishedOn readAloudAt addedAt`;
const figures = `keys { field value } count avg { ${numbers} } sum { ${numbers} } min { ${ranges} } max { ${ranges} }`;
const fields = `id authorId genre signed ${ranges}`;

let library: Harness;

beforeAll(async () => {
  library = await harness(libraryModel);
  await library.data('mutation { seedLibrary(overrides: {volumes: {shelves: 8, books: 6}}) }');
});

afterAll(() => library.gateway.dispose());

const cases: readonly [string, string, readonly (keyof Book)[], readonly string[]][] = [
  ['an enumeration', '[GENRE]', ['genre'], ['GENRE']],
  ['an optional boolean', '[SIGNED]', ['signed'], ['SIGNED']],
  ['an optional number', '[PAGES]', ['pages'], ['PAGES']],
  ['a day', '[PUBLISHED_ON]', ['publishedOn'], ['PUBLISHED_ON']],
  ['an optional reference', '[AUTHOR_ID]', ['authorId'], ['AUTHOR_ID']],
  ['several, in the order given', '[SIGNED, GENRE]', ['signed', 'genre'], ['SIGNED', 'GENRE']],
  ['one that is given twice', '[GENRE, GENRE]', ['genre'], ['GENRE']],
  ['one without brackets', 'GENRE', ['genre'], ['GENRE']],
];

describe('figures agree with the rows they are of', () => {
  let books: readonly Book[];

  beforeAll(async () => {
    ({
      libBooks: { nodes: books },
    } = await library.data<{ libBooks: { nodes: Book[] } }>(`{ libBooks(first: 1000) { nodes { ${fields} } } }`));
  });

  test.each(cases)('grouped by %s', async (_name, groupBy, by, names) => {
    const { groups } = await library.data<{ groups: Group[] }>(
      `{ groups: libBooksAggregate(groupBy: ${groupBy}) { ${figures} } }`,
    );
    expect(byKeys(groups)).toEqual(byKeys(grouped(books, by, names)));
    expect(groups.length).toBeGreaterThan(1);
  });

  test('without groups there is exactly one', async () => {
    const { groups } = await library.data<{ groups: Group[] }>(`{ groups: libBooksAggregate { ${figures} } }`);
    expect(groups).toEqual([figuresOf(books, [])]);
  });

  test('also when the list of groups is empty', async () => {
    const { groups } = await library.data<{ groups: Group[] }>('{ groups: libBooksAggregate(groupBy: []) { count } }');
    expect(groups).toEqual([{ count: books.length }]);
  });

  test('of the rows that a filter takes', async () => {
    const { groups } = await library.data<{ groups: Group[] }>(
      `{ groups: libBooksAggregate(filter: {genre: {eq: NOVEL}, author: {}}, groupBy: [SIGNED]) { ${figures} } }`,
    );
    const taken = books.filter(({ genre, authorId }) => genre === 'NOVEL' && authorId !== null);
    expect(byKeys(groups)).toEqual(byKeys(grouped(taken, ['signed'], ['SIGNED'])));
  });

  test('of no rows at all', async () => {
    const { one, none } = await library.data<{ one: Group[]; none: Group[] }>(
      `{ one: libBooksAggregate(filter: {pages: {lt: 0}}) { ${figures} }
         none: libBooksAggregate(filter: {pages: {lt: 0}}, groupBy: [GENRE]) { count } }`,
    );
    expect(one).toEqual([figuresOf([], [])]);
    expect(none).toEqual([]);
  });

  test('under each row of a list', async () => {
    type Shelf = { readonly books: { readonly nodes: Book[] }; readonly booksAggregate: Group[]; readonly one: Group[] };
    const { libShelves } = await library.data<{ libShelves: { nodes: Shelf[] } }>(
      `{ libShelves { nodes { books { nodes { ${fields} } } booksAggregate(groupBy: [GENRE]) { ${figures} }
         one: booksAggregate(filter: {genre: {eq: POETRY}}) { ${figures} } } } }`,
    );
    for (const shelf of libShelves.nodes) {
      expect(byKeys(shelf.booksAggregate)).toEqual(byKeys(grouped(shelf.books.nodes, ['genre'], ['GENRE'])));
      expect(shelf.one).toEqual([
        figuresOf(
          shelf.books.nodes.filter(({ genre }) => genre === 'POETRY'),
          [],
        ),
      ]);
    }
  });

  test('through a join, where a row that is joined twice counts once', async () => {
    type Member = {
      readonly books: { readonly nodes: Book[] };
      readonly booksAggregate: Group[];
      readonly loans: { totalCount: number };
    };
    const { libMembers } = await library.data<{ libMembers: { nodes: Member[] } }>(
      `{ libMembers { nodes { loans { totalCount } books { nodes { ${fields} } } booksAggregate(groupBy: GENRE) { ${figures} } } } }`,
    );
    for (const { books: borrowed, booksAggregate } of libMembers.nodes) {
      expect(byKeys(booksAggregate)).toEqual(byKeys(grouped(borrowed.nodes, ['genre'], ['GENRE'])));
    }
    expect(libMembers.nodes.some(({ books: borrowed, loans }) => borrowed.nodes.length < loans.totalCount)).toBe(true);
  });

  test('whichever way the selection names them', async () => {
    const { a, b, c } = await library.data<Record<'a' | 'b' | 'c', Group[]>>(
      `query ($skipped: Boolean = true) {
        a: libBooksAggregate { ...Figures total: sum { cost: price } }
        b: libBooksAggregate { count ... on LibBookAggregate { min { ... { pages } } } avg { rating @skip(if: $skipped) __typename } }
        c: libBooksAggregate { __typename }
      }
      fragment Figures on LibBookAggregate { max { ...Greatest } }
      fragment Greatest on LibBookExtremes { pages addedAt }`,
    );
    const expected = figuresOf(books, []);
    const { pages, addedAt } = expected.max;
    expect(a).toEqual([{ max: { pages, addedAt }, total: { cost: expected.sum.price } }]);
    expect(b).toEqual([{ count: books.length, min: { pages: expected.min.pages }, avg: { __typename: 'LibBookAverages' } }]);
    expect(c).toEqual([{ __typename: 'LibBookAggregate' }]);
  });
});

describe('groups', () => {
  test('come in the order of their values, no value last', async () => {
    const { groups } = await library.data<{ groups: Group[] }>(
      '{ groups: libBooksAggregate(groupBy: [PAGES]) { keys { value } } }',
    );
    const pages = groups.map(({ keys: [key] }) => key?.value ?? null);
    expect(pages.at(-1)).toBeNull();
    expect(pages.slice(0, -1)).toEqual(known(pages).sort((a, b) => Number(a) - Number(b)));
  });

  test('of an empty dataset: one without groupBy, none with it', async () => {
    const empty = await harness(libraryModel);
    const data = await empty.data(
      '{ one: libBooksAggregate { count sum { price pages } avg { price } min { publishedOn } } none: libBooksAggregate(groupBy: [GENRE]) { count } }',
    );
    const one = { count: 0, sum: { price: '0.00', pages: 0 }, avg: { price: null }, min: { publishedOn: null } };
    expect(data).toEqual({ one: [one], none: [] });
    await empty.gateway.dispose();
  });

  test('more than the limit are refused', async () => {
    const large = await harness(libraryModel);
    await large.data('mutation { seedLibrary(preset: LARGE) }');
    const query = (groupBy: string) => `{ libLoansAggregate(groupBy: ${groupBy}) { count } }`;
    const { errors } = await large.ask(query('[MEMBER_ID, TAKEN_ON]'));
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'TOO_MANY_GROUPS', argument: ['groupBy'] });
    expect(errors?.[0]?.message).toContain('1000');
    const nested = await large.ask('{ libraries: libLibraries { nodes { membersAggregate(groupBy: NUMBER) { count } } } }');
    expect(nested.errors).toBeUndefined();
    expect((await large.ask(query('[BOOK_ID]'))).errors).toBeUndefined();
    await large.gateway.dispose();
  });
});

test.each([
  [['0.01', '0.02'], '0.02'],
  [['0.02', '0.03'], '0.02'],
  [['0.01', '0.01', '0.02'], '0.01'],
  [['0.01', '0.02', '0.02'], '0.02'],
])('the mean of %j is rounded half to even', async (prices, mean) => {
  const { generateLibShelves } = await library.data<{ generateLibShelves: { shelves: { id: string }[] } }>(
    'mutation { generateLibShelves(input: {}) { shelves { id } } }',
  );
  const shelfId = generateLibShelves.shelves[0]?.id;
  for (const price of prices) {
    await library.data('mutation ($with: GenerateLibBooksWith) { generateLibBooks(input: {with: $with}) { books { id } } }', {
      with: { shelfId, price },
    });
  }
  const { libBooksAggregate } = await library.data<{ libBooksAggregate: Group[] }>(
    'query ($shelf: ID) { libBooksAggregate(filter: {shelfId: {eq: $shelf}}) { count avg { price } } }',
    { shelf: shelfId },
  );
  expect(libBooksAggregate).toEqual([{ count: prices.length, avg: { price: mean } }]);
});

test('the school: marks by type, under every student and in all', async () => {
  const school = await harness(domainUnderTest('school').domain);
  await school.data('mutation { seedSchool }');
  type Mark = { readonly assessmentType: string; readonly score: number };
  type Groups = { keys: { value: string }[]; count: number; avg: { score: number } }[];
  const aggregate = 'assessmentsAggregate(groupBy: [ASSESSMENT_TYPE]) { keys { value } count avg { score } }';
  const data = await school.data<{
    assessments: { nodes: Mark[] };
    assessmentsAggregate: Groups;
    students: { nodes: { assessments: { nodes: Mark[] }; assessmentsAggregate: Groups }[] };
  }>(
    `{ assessments(first: 1000) { nodes { assessmentType score } } ${aggregate}
       students { nodes { assessments { nodes { assessmentType score } } ${aggregate} } } }`,
  );
  const expected = (marks: readonly Mark[]) =>
    [...new Set(marks.map(({ assessmentType }) => assessmentType))].sort().map((value) => {
      const scores = marks.filter(({ assessmentType }) => assessmentType === value).map(({ score }) => score);
      return { keys: [{ value }], count: scores.length, avg: { score: sumOf(scores) / scores.length } };
    });
  expect(data.assessments.nodes).toHaveLength(1000);
  expect(data.assessmentsAggregate).toEqual(expected(data.assessments.nodes));
  for (const { assessments, assessmentsAggregate } of data.students.nodes) {
    expect(assessmentsAggregate).toEqual(expected(assessments.nodes));
  }
  await school.gateway.dispose();
});
