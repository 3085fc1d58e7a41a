import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { libraryModel } from '../fixtures/library.ts';
import { domainUnderTest } from '../support/domains.ts';
import { type Harness, harness } from './harness.ts';

interface Book {
  readonly id: string;
  readonly authorId: string | null;
  readonly genre: string;
  readonly pages: number | null;
  readonly weight: number;
  readonly rating: number | null;
  readonly price: string;
  readonly signed: boolean | null;
  readonly publishedOn: string;
  readonly readAloudAt: string | null;
  readonly addedAt: string;
}

interface Group {
  readonly keys: readonly { readonly field: string; readonly value: string | null }[];
  readonly count: number;
  readonly avg: Readonly<Record<string, unknown>>;
  readonly sum: Readonly<Record<string, unknown>>;
  readonly min: Readonly<Record<string, unknown>>;
  readonly max: Readonly<Record<string, unknown>>;
}

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

const cents = ({ price }: Book) => Math.round(Number(price) * 100);
const money = (minor: number) => (minor / 100).toFixed(2);
const known = <T>(values: readonly (T | null)[]) => values.filter((value) => value !== null);
const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

/** Rounded in decimal, as values of so many digits add up. */
const exact = (value: number, digits: number) => Number(value.toFixed(digits));

/** The figures of some books, worked out from the books. */
function figuresOf(books: readonly Book[], keys: Group['keys']): Group {
  const amounts = books.map(cents);
  const lists = { pages: known(books.map(({ pages }) => pages)), rating: known(books.map(({ rating }) => rating)) };
  const weights = books.map(({ weight }) => weight);
  const extremes = (pick: (values: readonly (string | number)[]) => string | number | undefined) => ({
    pages: pick(lists.pages) ?? null,
    weight: pick(weights) ?? null,
    rating: pick(lists.rating) ?? null,
    price: amounts.length > 0 ? money(Number(pick(amounts))) : null,
    publishedOn: pick(books.map(({ publishedOn }) => publishedOn)) ?? null,
    readAloudAt: pick(known(books.map(({ readAloudAt }) => readAloudAt))) ?? null,
    addedAt: pick(books.map(({ addedAt }) => addedAt)) ?? null,
  });
  const ascending = (values: readonly (string | number)[]) => [...values].sort((a, b) => (a < b ? -1 : 1));
  const sum = { pages: sumOf(lists.pages), weight: exact(sumOf(weights), 3), rating: exact(sumOf(lists.rating), 1) };
  const mean = (total: number, count: number) => (count === 0 ? null : total / count);
  return {
    keys,
    count: books.length,
    sum: { ...sum, price: money(sumOf(amounts)) },
    avg: {
      pages: mean(sum.pages, lists.pages.length),
      weight: mean(sum.weight, weights.length),
      rating: mean(sum.rating, lists.rating.length),
      price: amounts.length > 0 ? expect.stringMatching(/^\d+\.\d\d$/) : null,
    },
    min: extremes((values) => ascending(values)[0]),
    max: extremes((values) => ascending(values).at(-1)),
  };
}

/** Groups in the order of their values, no value last. */
function grouped(books: readonly Book[], groupBy: readonly (keyof Book)[], names: readonly string[]): Group[] {
  const groups = new Map<string, Book[]>();
  for (const book of books) {
    const id = JSON.stringify(groupBy.map((field) => book[field]));
    groups.set(id, [...(groups.get(id) ?? []), book]);
  }
  return [...groups].map(([id, members]) => {
    const values: unknown[] = JSON.parse(id);
    return figuresOf(
      members,
      names.map((field, index) => ({ field, value: values[index] === null ? null : String(values[index]) })),
    );
  });
}

const byKeys = (groups: readonly Group[]) =>
  [...groups].sort((a, b) => (JSON.stringify(a.keys) < JSON.stringify(b.keys) ? -1 : 1));

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
