import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { libraryModel } from '../fixtures/library.ts';
import { type Harness, harness } from './harness.ts';
import { fold } from './oracle.ts';

interface Book {
  readonly id: string;
  readonly genre: string;
  readonly pages: number | null;
  readonly title: string;
  readonly author: { readonly lastName: string } | null;
}

interface Member {
  readonly id: string;
  readonly lastName: string;
  readonly record: { readonly loans: number } | null;
  readonly loans: {
    readonly nodes: readonly { readonly fine: string; readonly returnedOn: string | null; readonly book: Book }[];
  };
}

interface Shelf {
  readonly id: string;
  readonly books: { readonly nodes: readonly Book[] };
}

let library: Harness;
let shelves: readonly Shelf[];
let members: readonly Member[];

const book = 'id genre pages title author { lastName }';

beforeAll(async () => {
  library = await harness(libraryModel);
  await library.data('mutation { seedLibrary(overrides: {volumes: {shelves: 30, books: 4, members: 40, loans: 3}}) }');
  // A shelf without books, and members without loans: "every" holds for them, "some" does not.
  await library.data('mutation { generateLibShelves(input: {count: 2}) { shelves { id } } }');
  await library.data('mutation { generateLibMembers(input: {count: 2}) { members { id } } }');
  const read = await library.data<{ libShelves: { nodes: Shelf[] }; libMembers: { nodes: Member[] } }>(`{
    libShelves { nodes { id books { nodes { ${book} } } } }
    libMembers { nodes { id lastName record { loans } loans { nodes { fine returnedOn book { ${book} } } } } }
  }`);
  shelves = read.libShelves.nodes;
  members = read.libMembers.nodes;
  expect(shelves.some(({ books }) => books.nodes.length === 0)).toBe(true);
  expect(members.some(({ loans }) => loans.nodes.length === 0)).toBe(true);
});

afterAll(() => library.gateway.dispose());

const booksOf = ({ books }: Shelf) => books.nodes;
const novel = ({ genre }: Book) => genre === 'NOVEL';
const long = ({ pages }: Book) => pages !== null && pages > 700;
const short = ({ pages }: Book) => pages !== null && pages < 100;

/** Filters of shelves beside what they mean. */
const ofShelves: readonly [string, Record<string, unknown>, (shelf: Shelf) => boolean][] = [
  ['some', { books: { some: { pages: { gt: 700 } } } }, (shelf) => booksOf(shelf).some(long)],
  ['none', { books: { none: { pages: { gt: 700 } } } }, (shelf) => !booksOf(shelf).some(long)],
  ['every', { books: { every: { genre: { eq: 'NOVEL' } } } }, (shelf) => booksOf(shelf).every(novel)],
  [
    'every, where some have no value',
    { books: { every: { pages: { gte: 100 } } } },
    (s) => booksOf(s).every((b) => (b.pages ?? 0) >= 100),
  ],
  ['some of anything', { books: { some: {} } }, (shelf) => booksOf(shelf).length > 0],
  ['none of anything', { books: { none: {} } }, (shelf) => booksOf(shelf).length === 0],
  ['every of anything', { books: { every: {} } }, () => true],
  ['nothing asked', { books: {} }, () => true],
  [
    'null parts are not given',
    { books: { some: null, every: { genre: { eq: 'NOVEL' } } } },
    (shelf) => booksOf(shelf).every(novel),
  ],
  [
    'several quantifiers hold together',
    { books: { some: { pages: { gt: 700 } }, none: { pages: { lt: 100 } } } },
    (shelf) => booksOf(shelf).some(long) && !booksOf(shelf).some(short),
  ],
  [
    'conditions of one quantifier speak of one row',
    { books: { some: { pages: { gt: 700 }, genre: { eq: 'NOVEL' } } } },
    (shelf) => booksOf(shelf).some((b) => long(b) && novel(b)),
  ],
  ['negated', { not: { books: { some: { pages: { gt: 700 } } } } }, (shelf) => !booksOf(shelf).some(long)],
  [
    'within or',
    { or: [{ books: { none: {} } }, { books: { every: { genre: { eq: 'NOVEL' } } } }] },
    (shelf) => booksOf(shelf).every(novel),
  ],
  [
    'through a reference of the rows',
    { books: { some: { author: { lastName: { eq: 'CURIE' } } } } },
    (shelf) => booksOf(shelf).some(({ author }) => fold(author?.lastName ?? '') === 'curie'),
  ],
  [
    'a list within a list',
    { books: { some: { loans: { some: { fine: { gt: 0 } } } } } },
    (shelf) =>
      booksOf(shelf).some(({ id }) =>
        members.some(({ loans }) => loans.nodes.some((l) => l.book.id === id && Number(l.fine) > 0)),
      ),
  ],
  [
    'text with a percent sign',
    { books: { some: { title: { contains: '%' } } } },
    (shelf) => booksOf(shelf).some(({ title }) => title.includes('%')),
  ],
];

const borrowed = ({ loans }: Member) => loans.nodes.map((loan) => loan.book);

/** Filters of members beside what they mean. */
const ofMembers: readonly [string, Record<string, unknown>, (member: Member) => boolean][] = [
  ['some, through a join', { books: { some: { pages: { gt: 700 } } } }, (member) => borrowed(member).some(long)],
  ['none, through a join', { books: { none: { pages: { gt: 700 } } } }, (member) => !borrowed(member).some(long)],
  ['every, through a join', { books: { every: { genre: { eq: 'NOVEL' } } } }, (member) => borrowed(member).every(novel)],
  [
    'every, through a join, without a value',
    { books: { every: { pages: { gte: 0 } } } },
    (m) => borrowed(m).every((b) => b.pages !== null),
  ],
  ['none of anything, through a join', { books: { none: {} } }, (member) => borrowed(member).length === 0],
  [
    'the joining rows themselves',
    { loans: { some: { returnedOn: { isNull: true } } } },
    ({ loans }) => loans.nodes.some(({ returnedOn }) => returnedOn === null),
  ],
  ['the one row that refers', { record: { loans: { gte: 3 } } }, ({ record }) => record !== null && record.loans >= 3],
  ['no such row', { not: { record: { loans: { gte: 3 } } } }, ({ record }) => record === null || record.loans < 3],
];

describe('filters through lists mean what they say', () => {
  test.each(ofShelves)('shelves: %s', async (_name, filter, holds) => {
    const { libShelves } = await library.data<{ libShelves: { totalCount: number; nodes: { id: string }[] } }>(
      'query ($filter: LibShelfFilter) { libShelves(filter: $filter) { totalCount nodes { id } } }',
      { filter },
    );
    const expected = shelves.filter(holds).map(({ id }) => ({ id }));
    expect(libShelves).toEqual({ totalCount: expected.length, nodes: expected });
  });

  test.each(ofMembers)('members: %s', async (_name, filter, holds) => {
    const { libMembers } = await library.data<{ libMembers: { totalCount: number; nodes: { id: string }[] } }>(
      'query ($filter: LibMemberFilter) { libMembers(filter: $filter) { totalCount nodes { id } } }',
      { filter },
    );
    const expected = members.filter(holds).map(({ id }) => ({ id }));
    expect(libMembers).toEqual({ totalCount: expected.length, nodes: expected });
  });

  test('in nested lists, too', async () => {
    const { libShelves } = await library.data<{ libShelves: { nodes: Shelf[] } }>(
      '{ libShelves { nodes { id books(filter: {loans: {some: {fine: {gt: 0}}}}) { nodes { id } } } } }',
    );
    const fined = new Set(members.flatMap(({ loans }) => loans.nodes.filter((l) => Number(l.fine) > 0).map((l) => l.book.id)));
    expect(fined.size).toBeGreaterThan(0);
    expect(libShelves.nodes.map(({ books }) => books.nodes.map(({ id }) => id))).toEqual(
      shelves.map(({ books }) => books.nodes.map(({ id }) => id).filter((id) => fined.has(id))),
    );
  });
});
