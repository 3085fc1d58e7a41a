import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { libraryModel } from '../fixtures/library.ts';
import { type Harness, harness } from './harness.ts';

interface Page {
  readonly totalCount: number;
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

const query = `query ($orderBy: [LibBookOrder!], $first: Int, $after: String, $last: Int, $before: String) {
  libBooks(orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {
    totalCount
    edges { cursor node { id } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;

let library: Harness;

beforeAll(async () => {
  library = await harness(libraryModel);
  await library.data('mutation { seedLibrary(overrides: {volumes: {shelves: 3, books: 9}}) }');
});

afterAll(() => library.gateway.dispose());

const page = async (variables: Record<string, unknown>) => (await library.data<{ libBooks: Page }>(query, variables)).libBooks;
const ids = ({ edges }: Page) => edges.map(({ node }) => node.id);

const orders: readonly [string, readonly { field: string; direction?: string }[]][] = [
  ['the order of generation', []],
  ['a text', [{ field: 'TITLE' }]],
  ['a text, descending', [{ field: 'TITLE', direction: 'DESC' }]],
  ['an optional text', [{ field: 'SUBTITLE' }]],
  ['an optional number, descending', [{ field: 'PAGES', direction: 'DESC' }]],
  ['several', [{ field: 'GENRE' }, { field: 'PAGES', direction: 'DESC' }, { field: 'PRICE' }]],
  ['the key, descending', [{ field: 'ID', direction: 'DESC' }]],
  ['a field twice', [{ field: 'GENRE' }, { field: 'GENRE', direction: 'DESC' }]],
];

describe.each(orders)('ordered by %s', (_name, orderBy) => {
  test('pages forward and backward are the list', async () => {
    const whole = await page({ orderBy, first: 1000 });
    expect(new Set(ids(whole)).size).toBe(27);
    const forward: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const part: Page = await page({ orderBy, first: 4, after });
      forward.push(...ids(part));
      expect(part.pageInfo.hasPreviousPage).toBe(after !== null);
      expect(part.totalCount).toBe(27);
      ({ endCursor: after, hasNextPage: more } = part.pageInfo);
    }
    expect(forward).toEqual(ids(whole));
    const backward: string[] = [];
    for (let before: string | null = null, more = true; more; ) {
      const part: Page = await page({ orderBy, last: 4, before });
      backward.unshift(...ids(part));
      expect(part.pageInfo.hasNextPage).toBe(before !== null);
      ({ startCursor: before, hasPreviousPage: more } = part.pageInfo);
    }
    expect(backward).toEqual(ids(whole));
  });

  test('after and before meet in the middle', async () => {
    const whole = await page({ orderBy, first: 1000 });
    const [after, before] = [whole.edges[2]?.cursor, whole.edges[10]?.cursor];
    expect(ids(await page({ orderBy, after, before }))).toEqual(ids(whole).slice(3, 10));
    expect(ids(await page({ orderBy, after, before, last: 2 }))).toEqual(ids(whole).slice(8, 10));
  });
});

test('null comes last in either direction', async () => {
  for (const direction of ['ASC', 'DESC']) {
    const { libBooks } = await library.data<{ libBooks: { nodes: { pages: number | null }[] } }>(
      `{ libBooks(orderBy: [{field: PAGES, direction: ${direction}}]) { nodes { pages } } }`,
    );
    const pages = libBooks.nodes.map(({ pages: count }) => count);
    const known = pages.filter((count) => count !== null);
    expect(known.length).toBeLessThan(pages.length);
    expect(pages.slice(known.length).every((count) => count === null)).toBe(true);
    expect(known).toEqual([...known].sort((a, b) => (direction === 'ASC' ? a - b : b - a)));
  }
});

test('the direction defaults to ascending', async () => {
  expect(ids(await page({ orderBy: [{ field: 'TITLE' }] }))).toEqual(
    ids(await page({ orderBy: [{ field: 'TITLE', direction: 'ASC' }] })),
  );
});

test('a page of nothing still tells whether there is more', async () => {
  const { edges, pageInfo, totalCount } = await page({ first: 0 });
  expect({ edges, totalCount }).toEqual({ edges: [], totalCount: 27 });
  expect(pageInfo).toEqual({ hasNextPage: true, hasPreviousPage: false, startCursor: null, endCursor: null });
});

test('the default page has 100 items at most', async () => {
  await library.data('mutation { seedLibrary(dataset: "large", preset: LARGE) }');
  const seen = await library.ask<{ libBooks: { totalCount: number; nodes: unknown[] } }>(
    '{ libBooks { totalCount nodes { id } } }',
    {},
    { 'x-dataset': 'large' },
  );
  expect(seen.data.libBooks.totalCount).toBe(1000);
  expect(seen.data.libBooks.nodes).toHaveLength(100);
});

test('nested lists page by their own cursors', async () => {
  type Shelves = { libShelves: { nodes: { books: Page }[] } };
  const nested = (args: string) =>
    library.data<Shelves>(`{ libShelves { nodes { books(${args}) { totalCount edges { cursor node { id } }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } } }`);
  const whole = await nested('orderBy: [{field: PRICE}]');
  const [shelf] = whole.libShelves.nodes;
  const after = shelf?.books.edges[3]?.cursor;
  const rest = await nested(`orderBy: [{field: PRICE}], first: 2, after: "${after}"`);
  expect(shelf && rest.libShelves.nodes[0] && ids(rest.libShelves.nodes[0].books)).toEqual(shelf && ids(shelf.books).slice(4, 6));
  for (const { books } of whole.libShelves.nodes) expect(books.totalCount).toBe(9);
});
