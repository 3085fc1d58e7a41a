import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { libraryModel } from '../fixtures/library.ts';
import { type Harness, harness } from './harness.ts';

interface Author {
  readonly firstName: string;
  readonly lastName: string;
}

interface Book {
  readonly id: string;
  readonly shelfId: string;
  readonly isbn: string;
  readonly title: string;
  readonly subtitle: string | null;
  readonly genre: string;
  readonly pages: number | null;
  readonly weight: number;
  readonly price: string;
  readonly lendable: boolean;
  readonly signed: boolean | null;
  readonly publishedOn: string;
  readonly addedAt: string;
  readonly author: Author | null;
}

const fields =
  'id shelfId isbn title subtitle genre pages weight price lendable signed publishedOn addedAt author { firstName lastName }';

let library: Harness;
let books: readonly Book[];

beforeAll(async () => {
  library = await harness(libraryModel);
  await library.data('mutation { seedLibrary(overrides: {volumes: {shelves: 6, books: 20}}) }');
  ({
    libBooks: { nodes: books },
  } = await library.data<{ libBooks: { nodes: Book[] } }>(`{ libBooks(first: 1000) { nodes { ${fields} } } }`));
});

afterAll(() => library.gateway.dispose());

const fold = (text: string) => text.normalize('NFKC').toLowerCase();
const has = (text: string | null, test: (folded: string) => boolean) => text !== null && test(fold(text));

/** Each filter beside what it means for a book that was read without one. */
const cases: readonly [string, Record<string, unknown>, (book: Book) => boolean][] = [
  ['nothing', {}, () => true],
  ['eq on text ignores case', { title: { eq: 'GARDEN OF WINTER' } }, ({ title }) => title === 'Garden of Winter'],
  ['ne on text takes rows without one', { subtitle: { ne: 'a garden' } }, ({ subtitle }) => subtitle !== 'A Garden'],
  ['eq null', { subtitle: { eq: null } }, ({ subtitle }) => subtitle === null],
  ['ne null', { subtitle: { ne: null } }, ({ subtitle }) => subtitle !== null],
  ['isNull', { pages: { isNull: true } }, ({ pages }) => pages === null],
  ['isNull false', { pages: { isNull: false } }, ({ pages }) => pages !== null],
  ['isNull null says nothing', { pages: { isNull: null } }, () => true],
  ['in', { genre: { in: ['POETRY', 'TRAVEL'] } }, ({ genre }) => genre !== 'NOVEL'],
  ['in nothing', { genre: { in: [] } }, () => false],
  ['notIn', { genre: { notIn: ['POETRY', 'TRAVEL'] } }, ({ genre }) => genre === 'NOVEL'],
  ['notIn takes rows without a value', { signed: { notIn: [true] } }, ({ signed }) => signed !== true],
  ['notIn nothing', { subtitle: { notIn: [] } }, () => true],
  ['enumeration', { genre: { ne: 'NOVEL' } }, ({ genre }) => genre !== 'NOVEL'],
  ['startsWith', { title: { startsWith: 'éCLAIR' } }, ({ title }) => has(title, (text) => text.startsWith('éclair'))],
  ['startsWith folds ligatures', { title: { startsWith: 'fish' } }, ({ title }) => has(title, (text) => text.startsWith('fish'))],
  ['endsWith', { title: { endsWith: "reader's" } }, ({ title }) => has(title, (text) => text.endsWith("reader's"))],
  ['contains takes % literally', { title: { contains: '50%' } }, ({ title }) => title.includes('50%')],
  ['contains takes _ literally', { title: { contains: 'A_B' } }, ({ title }) => title.includes('a_b')],
  ['contains takes nothing as everything', { title: { contains: '' } }, () => true],
  ['numbers', { pages: { gte: 100, lt: 500 } }, ({ pages }) => pages !== null && pages >= 100 && pages < 500],
  ['ne on a number takes rows without one', { pages: { ne: 1 } }, ({ pages }) => pages !== 1],
  ['floats are not rounded', { weight: { lt: 1.0005 } }, ({ weight }) => weight <= 1],
  ['money as text', { price: { gte: '50.00' } }, ({ price }) => Number(price) >= 50],
  ['money as a number', { price: { lt: 50 } }, ({ price }) => Number(price) < 50],
  ['booleans', { lendable: { eq: false } }, ({ lendable }) => !lendable],
  [
    'dates',
    { publishedOn: { gt: '1990-01-01', lte: '2010-12-31' } },
    (b) => b.publishedOn > '1990-01-01' && b.publishedOn <= '2010-12-31',
  ],
  ['moments', { addedAt: { lt: '2024-02-01T01:00:00+01:00' } }, ({ addedAt }) => addedAt < '2024-02-01T00:00:00Z'],
  ['several fields', { genre: { eq: 'NOVEL' }, lendable: { eq: true } }, (b) => b.genre === 'NOVEL' && b.lendable],
  ['and', { and: [{ genre: { eq: 'NOVEL' } }, { pages: { gt: 300 } }] }, (b) => b.genre === 'NOVEL' && (b.pages ?? 0) > 300],
  ['and of nothing', { and: [] }, () => true],
  ['or', { or: [{ genre: { eq: 'POETRY' } }, { pages: { gt: 600 } }] }, (b) => b.genre === 'POETRY' || (b.pages ?? 0) > 600],
  ['or of nothing', { or: [] }, () => false],
  ['not takes rows without a value', { not: { pages: { gt: 300 } } }, ({ pages }) => !(pages !== null && pages > 300)],
  ['not not', { not: { not: { pages: { gt: 300 } } } }, ({ pages }) => pages !== null && pages > 300],
  [
    'through a reference',
    { author: { lastName: { eq: 'CURIE' } } },
    ({ author }) => has(author?.lastName ?? null, (t) => t === 'curie'),
  ],
  [
    'not through a reference',
    { not: { author: { lastName: { eq: 'curie' } } } },
    ({ author }) => !has(author?.lastName ?? null, (t) => t === 'curie'),
  ],
  ['reference exists', { author: {} }, ({ author }) => author !== null],
  ['reference is null', { authorId: { isNull: true } }, ({ author }) => author === null],
  ['two references deep', { shelf: { library: { name: { startsWith: 'lib' } } } }, () => true],
  [
    'a name through a reference',
    { author: { name: "  zoë   O'NEILL " } },
    ({ author }) => author?.firstName === 'Zoë' && author.lastName === "O'Neill",
  ],
  ['null parts are not given', { and: null, author: null, title: null }, () => true],
];

describe('filters mean what they say', () => {
  test.each(cases)('%s', async (_name, filter, holds) => {
    const seen = await library.data<{ libBooks: { totalCount: number; nodes: { id: string }[] } }>(
      'query ($filter: LibBookFilter) { libBooks(first: 1000, filter: $filter) { totalCount nodes { id } } }',
      { filter },
    );
    const expected = books.filter(holds).map(({ id }) => id);
    expect(seen.libBooks.nodes.map(({ id }) => id)).toEqual(expected);
    expect(seen.libBooks.totalCount).toBe(expected.length);
  });

  test('by ID, in any case', async () => {
    const ids = books.slice(0, 2).map(({ id }) => id.toUpperCase());
    const seen = await library.data<{ libBooks: { nodes: { id: string }[] } }>(
      'query ($ids: [ID!]) { libBooks(filter: {id: {in: $ids}}) { nodes { id } } }',
      { ids: [...ids, 'not-a-uuid'] },
    );
    expect(seen.libBooks.nodes.map(({ id }) => id)).toEqual(books.slice(0, 2).map(({ id }) => id));
  });
});

describe('a name finds people', () => {
  type People = { libMembers: { nodes: { firstName: string; lastName: string }[] } };
  const find = async (name: string) => {
    const seen = await library.data<People>(
      'query ($name: String) { libMembers(filter: {name: $name}) { nodes { firstName lastName } } }',
      { name },
    );
    return seen.libMembers.nodes;
  };

  test('by first name, last name, and both', async () => {
    const { libMembers } = await library.data<People>('{ libMembers { nodes { firstName lastName } } }');
    for (const person of libMembers.nodes) {
      expect(await find(person.firstName.toUpperCase())).toContainEqual(person);
      expect(await find(person.lastName)).toContainEqual(person);
      expect(await find(` ${person.firstName.toLowerCase()}  ${person.lastName} `)).toContainEqual(person);
    }
  });

  test('not by the other order, nor by a part', async () => {
    const [person] = await find('ola');
    if (!person) throw new Error('The fixture has an Ola.');
    expect(await find(`${person.lastName} ${person.firstName}`)).toEqual([]);
    expect(await find('ol')).toEqual([]);
  });
});
