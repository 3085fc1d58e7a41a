import { afterAll, beforeAll, expect, test } from 'vitest';
import { libraryModel } from '../fixtures/library.ts';
import { type Calls, countingStore, noCalls } from './counting-store.ts';
import { type Harness, harness } from './harness.ts';
import { statementsOf } from './statements.ts';

const calls = noCalls();
let library: Harness;

beforeAll(async () => {
  library = await harness(libraryModel, { wrapStore: (store) => countingStore(store, calls) });
  await library.data('mutation { seedLibrary }');
});

afterAll(() => library.gateway.dispose());

/** Each query beside the reads it may cost, whatever the number of rows. */
const cases: readonly [string, string, Partial<Calls>][] = [
  ['a list', '{ libBooks { nodes { title } } }', { find: 1 }],
  ['a list and its number', '{ libBooks { totalCount nodes { title } } }', { find: 1, count: 1 }],
  ['a number alone reads no rows', '{ libBooks { totalCount } }', { count: 1 }],
  [
    'nodes, edges and page info share a page',
    '{ libBooks { nodes { id } edges { cursor } pageInfo { hasNextPage } } }',
    { find: 1 },
  ],
  ['a reference', '{ libBooks { nodes { shelf { label } author { lastName } } } }', { get: 2, find: 1 }],
  ['references in a row', '{ libBooks { nodes { shelf { library { name } } } } }', { get: 2, find: 1 }],
  ['IDs from elsewhere', '{ nodes(ids: ["x", "y", "z"]) { id } }', { get: libraryModel.entities.length }],
  ['the key of a reference', '{ libBooks { nodes { shelfId authorId } } }', { find: 1 }],
  ['a list under each row', '{ libShelves { nodes { books { nodes { title } } } } }', { find: 2 }],
  ['numbers under each row', '{ libShelves { nodes { books { totalCount } } } }', { find: 1, count: 1 }],
  ['a list through a join', '{ libMembers { nodes { books(first: 2) { totalCount nodes { title } } } } }', { find: 2, count: 1 }],
  ['the one row that refers', '{ libMembers { nodes { record { loans } } } }', { find: 2 }],
  [
    'four levels',
    '{ libShelves { nodes { books { nodes { loans(first: 3) { nodes { member { record { fines } } } } } } } } }',
    { get: 1, find: 4 },
  ],
  [
    'lists that differ in their arguments cost one read each',
    '{ libShelves { nodes { a: books(first: 1) { nodes { id } } b: books(last: 1) { nodes { id } } c: books(first: 1) { nodes { id } } } } }',
    { find: 3 },
  ],
  ['an aggregate', '{ libBooksAggregate(groupBy: GENRE) { count avg { price } } }', { aggregate: 1 }],
  [
    'aggregates under each row',
    '{ libShelves { nodes { booksAggregate(groupBy: GENRE) { count } } } }',
    { find: 1, aggregate: 1 },
  ],
  [
    'aggregates that differ in what they measure cost one read each',
    '{ libShelves { nodes { a: booksAggregate { sum { price } } b: booksAggregate { sum { pages } } c: booksAggregate { max { price } } } } }',
    { find: 1, aggregate: 2 },
  ],
  [
    'lists that differ in their size share a number',
    '{ libShelves { nodes { a: books(first: 1) { totalCount } b: books(first: 2) { totalCount } } } }',
    { find: 1, count: 1 },
  ],
  [
    'many rows that come together in one',
    '{ libBooks { nodes { shelf { library { shelves { nodes { label } } shelvesAggregate { count } } } } } }',
    { get: 2, find: 2, aggregate: 1 },
  ],
  [
    'filters and orders through relations',
    '{ libBooks(filter: {members: {some: {number: {gt: 1}}}}, orderBy: {author: {field: LAST_NAME}}) { nodes { id } } }',
    { find: 1 },
  ],
  ['look-ups by id share a read', '{ a: node(id: "x") { id } nodes(ids: ["y", "z"]) { id } }', { get: 7 }],
];

test.each(cases)('%s', async (_name, query, expected) => {
  Object.assign(calls, noCalls());
  await library.data(query);
  expect(calls).toEqual({ ...noCalls(), ...expected });
});

const levels = `{
  libLibraries(first: 3) {
    nodes {
      shelves(first: 9, orderBy: {library: {field: NAME}}) {
        totalCount
        nodes {
          booksAggregate(groupBy: [GENRE]) { keys { value } count avg { price } max { addedAt } }
          books(first: 3, filter: {loans: {some: {fine: {gte: 0}}}}, orderBy: {author: {field: LAST_NAME, direction: DESC}}) {
            edges { cursor }
            nodes {
              author { lastName }
              membersAggregate { count }
              loans(last: 2) { totalCount pageInfo { hasPreviousPage } nodes { member { record { fines } } } }
            }
          }
        }
      }
    }
  }
}`;

test.each([
  ['few', '{libraries: 1, shelves: 2, books: 4, members: 4, loans: 3}'],
  ['many', '{libraries: 3, shelves: 9, books: 9, members: 40, loans: 6}'],
])('SQLite is told one statement a level for each thing asked for, with %s rows', async (dataset, volumes) => {
  await library.data(`mutation { seedLibrary(dataset: "${dataset}", overrides: {volumes: ${volumes}}) }`);
  const statements = await statementsOf(libraryModel, async () => {
    const { errors } = await library.ask(levels, {}, { 'x-dataset': dataset });
    expect(errors).toBeUndefined();
  });
  // Libraries; shelves and their number; figures and books; authors, figures, loans and their number; members; records.
  expect(statements, statements.join('\n')).toHaveLength(11);
});
