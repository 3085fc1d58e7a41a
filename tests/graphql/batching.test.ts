import { afterAll, beforeAll, expect, test } from 'vitest';
import { libraryModel } from '../fixtures/library.ts';
import { type Calls, countingStore } from './counting-store.ts';
import { type Harness, harness } from './harness.ts';

const calls: Calls = { get: 0, find: 0, count: 0 };
let library: Harness;

beforeAll(async () => {
  library = await harness(libraryModel, { wrapStore: (store) => countingStore(store, calls) });
  await library.data('mutation { seedLibrary }');
});

afterAll(() => library.gateway.dispose());

/** Each query beside the reads it may cost, whatever the number of rows. */
const cases: readonly [string, string, Calls][] = [
  ['a list', '{ libBooks { nodes { title } } }', { get: 0, find: 1, count: 0 }],
  ['a list and its number', '{ libBooks { totalCount nodes { title } } }', { get: 0, find: 1, count: 1 }],
  ['a number alone reads no rows', '{ libBooks { totalCount } }', { get: 0, find: 0, count: 1 }],
  [
    'nodes, edges and page info share a page',
    '{ libBooks { nodes { id } edges { cursor } pageInfo { hasNextPage } } }',
    { get: 0, find: 1, count: 0 },
  ],
  ['a reference', '{ libBooks { nodes { shelf { label } author { lastName } } } }', { get: 2, find: 1, count: 0 }],
  ['references in a row', '{ libBooks { nodes { shelf { library { name } } } } }', { get: 2, find: 1, count: 0 }],
  ['the key of a reference', '{ libBooks { nodes { shelfId authorId } } }', { get: 0, find: 1, count: 0 }],
  ['a list under each row', '{ libShelves { nodes { books { nodes { title } } } } }', { get: 0, find: 2, count: 0 }],
  ['numbers under each row', '{ libShelves { nodes { books { totalCount } } } }', { get: 0, find: 1, count: 1 }],
  [
    'a list through a join',
    '{ libMembers { nodes { books(first: 2) { totalCount nodes { title } } } } }',
    { get: 0, find: 2, count: 1 },
  ],
  ['the one row that refers', '{ libMembers { nodes { record { loans } } } }', { get: 0, find: 2, count: 0 }],
  [
    'four levels',
    '{ libShelves { nodes { books { nodes { loans(first: 3) { nodes { member { record { fines } } } } } } } } }',
    { get: 1, find: 4, count: 0 },
  ],
  [
    'lists that differ in their arguments cost one read each',
    '{ libShelves { nodes { a: books(first: 1) { nodes { id } } b: books(last: 1) { nodes { id } } c: books(first: 1) { nodes { id } } } } }',
    { get: 0, find: 3, count: 0 },
  ],
  ['look-ups by id share a read', '{ a: node(id: "x") { id } nodes(ids: ["y", "z"]) { id } }', { get: 7, find: 0, count: 0 }],
];

test.each(cases)('%s', async (_name, query, expected) => {
  Object.assign(calls, { get: 0, find: 0, count: 0 });
  await library.data(query);
  expect(calls).toEqual(expected);
});
