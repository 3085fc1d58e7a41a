import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { libraryModel } from '../fixtures/library.ts';
import { domainUnderTest } from '../support/domains.ts';
import { type Harness, harness } from './harness.ts';
import { sorted, type Term } from './oracle.ts';

interface Author {
  readonly firstName: string;
  readonly lastName: string;
  readonly bornOn: string | null;
}

interface Book {
  readonly id: string;
  readonly genre: string;
  readonly price: string;
  readonly author: Author | null;
  readonly shelf: { readonly label: string; readonly library: { readonly name: string } };
  readonly prequel: { readonly title: string; readonly author: Author | null } | null;
}

interface Page {
  readonly nodes: readonly Book[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

const author = 'author { firstName lastName bornOn }';
const query = `query ($orderBy: [LibBookOrder!], $first: Int, $after: String, $last: Int, $before: String) {
  libBooks(orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {
    nodes { id genre price ${author} shelf { label library { name } } prequel { title ${author} } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;

let library: Harness;

beforeEach(async () => {
  library = await harness(libraryModel);
  await library.data('mutation { seedLibrary(overrides: {volumes: {libraries: 2, shelves: 3, books: 5}}) }');
});

afterEach(() => library.gateway.dispose());

const page = async (variables: Record<string, unknown>) => (await library.data<{ libBooks: Page }>(query, variables)).libBooks;
const ids = (nodes: readonly { readonly id: string }[]) => nodes.map(({ id }) => id);

/** Each ordering beside what it means. */
const orders: readonly [string, readonly unknown[], readonly Term<Book>[]][] = [
  ['one reference', [{ shelf: { field: 'LABEL' } }], [{ of: ({ shelf }) => shelf.label }]],
  [
    'one reference, descending',
    [{ shelf: { field: 'LABEL', direction: 'DESC' } }],
    [{ of: ({ shelf }) => shelf.label, desc: true }],
  ],
  ['an optional reference', [{ author: { field: 'LAST_NAME' } }], [{ of: (book) => book.author?.lastName }]],
  [
    'an optional reference, descending',
    [{ author: { field: 'LAST_NAME', direction: 'DESC' } }],
    [{ of: (book) => book.author?.lastName, desc: true }],
  ],
  ['an optional field of an optional reference', [{ author: { field: 'BORN_ON' } }], [{ of: (book) => book.author?.bornOn }]],
  [
    'two references in a row',
    [{ shelf: { library: { field: 'NAME', direction: 'DESC' } } }, { field: 'PRICE' }],
    [{ of: ({ shelf }) => shelf.library.name, desc: true }, { of: ({ price }) => Number(price) }],
  ],
  [
    'two optional references in a row',
    [{ prequel: { author: { field: 'BORN_ON', direction: 'DESC' } } }],
    [{ of: ({ prequel }) => prequel?.author?.bornOn, desc: true }],
  ],
  [
    'several references and fields of its own',
    [{ field: 'GENRE', direction: 'DESC' }, { author: { field: 'LAST_NAME' } }, { author: { field: 'FIRST_NAME' } }],
    [
      { of: ({ genre }) => genre.toLowerCase(), desc: true },
      { of: (b) => b.author?.lastName },
      { of: (b) => b.author?.firstName },
    ],
  ],
  [
    'the same field by two ways',
    [{ prequel: { author: { field: 'LAST_NAME' } } }, { author: { field: 'LAST_NAME', direction: 'DESC' } }],
    [{ of: ({ prequel }) => prequel?.author?.lastName }, { of: (book) => book.author?.lastName, desc: true }],
  ],
  [
    'the same term twice',
    [{ shelf: { field: 'LABEL' } }, { shelf: { field: 'LABEL', direction: 'DESC' } }],
    [{ of: (b) => b.shelf.label }],
  ],
  ['null parts, which are not given', [{ field: 'PRICE', direction: null, shelf: null }], [{ of: ({ price }) => Number(price) }]],
];

describe.each(orders)('ordered by %s', (_name, orderBy, terms) => {
  test('rows come in that order', async () => {
    const { nodes } = await page({ first: 1000 });
    expect(nodes).toHaveLength(30);
    expect(ids((await page({ first: 1000, orderBy })).nodes)).toEqual(ids(sorted(nodes, terms)));
  });

  /** Rows that come in between may be seen or not; every other row is seen exactly once, and in order. */
  test.each(['forward', 'backward'] as const)('pages %s miss nothing while rows are added', async (way) => {
    const before = ids((await page({ first: 1000, orderBy })).nodes);
    const seen: string[][] = [];
    for (let cursor: string | null = null, more = true; more; ) {
      const { nodes, pageInfo }: Page = await page(
        way === 'forward' ? { orderBy, first: 4, after: cursor } : { orderBy, last: 4, before: cursor },
      );
      if (way === 'forward') seen.push(ids(nodes));
      else seen.unshift(ids(nodes));
      more = way === 'forward' ? pageInfo.hasNextPage : pageInfo.hasPreviousPage;
      cursor = way === 'forward' ? pageInfo.endCursor : pageInfo.startCursor;
      // Few enough for the walk to come to its end.
      if (seen.length < 6) await library.data('mutation { generateLibBooks(input: {count: 2}) { books { id } } }');
    }
    const all = seen.flat();
    expect(new Set(all).size).toBe(all.length);
    expect(all.filter((id) => before.includes(id))).toEqual(before);
    const after = ids((await page({ first: 1000, orderBy })).nodes);
    expect(after).toHaveLength(before.length + 10);
    expect(all).toEqual(after.filter((id) => all.includes(id)));
  });

  test('nested lists page by their own cursors', async () => {
    type Shelves = { libShelves: { nodes: { books: Page & { edges: { cursor: string }[] } }[] } };
    const nested = (variables: Record<string, unknown>) =>
      library.data<Shelves>(
        `query ($orderBy: [LibBookOrder!], $first: Int, $after: String, $last: Int, $before: String) { libShelves { nodes {
          books(orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {
            nodes { id } edges { cursor } pageInfo { hasNextPage hasPreviousPage } } } } }`,
        { orderBy, ...variables },
      );
    const whole = (await nested({})).libShelves.nodes;
    expect(whole.length).toBeGreaterThan(0);
    for (const [index, { books }] of whole.entries()) {
      const cursor = books.edges[2]?.cursor;
      const rest = (await nested({ after: cursor, first: 2 })).libShelves.nodes[index];
      expect(rest && ids(rest.books.nodes)).toEqual(ids(books.nodes).slice(3, 5));
      const front = (await nested({ before: cursor, last: 1 })).libShelves.nodes[index];
      expect(front && ids(front.books.nodes)).toEqual(ids(books.nodes).slice(1, 2));
    }
  });
});

test('a cursor of another dataset is a place like any other', async () => {
  await library.data('mutation { seedLibrary(dataset: "other", seed: 7) }');
  const orderBy = [{ prequel: { author: { field: 'LAST_NAME' } } }, { author: { field: 'LAST_NAME' } }];
  const seen = await library.ask<{ libBooks: Page }>(query, { orderBy, first: 5 }, { 'x-dataset': 'other' });
  const { nodes } = await page({ orderBy, first: 1000, after: seen.data.libBooks.pageInfo.endCursor });
  const all = ids((await page({ orderBy, first: 1000 })).nodes);
  expect(ids(nodes)).toEqual(all.slice(all.length - nodes.length));
});

describe('the school', () => {
  const school = harness(domainUnderTest('school').domain);

  afterAll(async () => (await school).gateway.dispose());

  test('orders students by the names of their users, at every depth', async () => {
    const { data } = await school;
    await data('mutation { seedSchool }');
    type Student = { readonly id: string; readonly user: { readonly firstName: string; readonly lastName: string } };
    type Read = Record<'schools' | 'classes', { nodes: { students: { nodes: Student[] } }[] }>;
    const read = (args: string) =>
      data<Read>(`{
        schools { nodes { students${args} { nodes { id user { firstName lastName } } } } }
        classes { nodes { students${args} { nodes { id user { firstName lastName } } } } }
      }`);
    const plain = await read('');
    const ordered = await read('(orderBy: [{user: {field: LAST_NAME, direction: DESC}}, {user: {field: FIRST_NAME}}])');
    const terms: readonly Term<Student>[] = [
      { of: ({ user }) => user.lastName, desc: true },
      { of: ({ user }) => user.firstName },
    ];
    for (const list of ['schools', 'classes'] as const) {
      expect(ordered[list].nodes.map(({ students }) => students.nodes)).toEqual(
        plain[list].nodes.map(({ students }) => sorted(students.nodes, terms)),
      );
    }
  });
});
