import { cursor } from './reading-errors.ts';
import type { Wrong } from './wrong.ts';

/** Lists that are ordered, filtered or grouped in a way that cannot be. */
export const listErrors: readonly [string, Wrong][] = [
  [
    'cursor without a value where every row has one',
    {
      query: `{ libBooks(orderBy: [{shelf: {field: LABEL}}], after: "${cursor('LibBook by shelf.LABEL ASC', null, 'y')}") { totalCount } }`,
      code: 'INVALID_CURSOR',
      argument: ['after'],
      says: ['position'],
    },
  ],
  [
    'cursor of an order through another relation',
    {
      query: `{ libBooks(orderBy: [{author: {field: LAST_NAME}}], before: "${cursor('LibBook by prequel.author.LAST_NAME ASC', 'x', 'y')}") { totalCount } }`,
      code: 'INVALID_CURSOR',
      argument: ['before'],
      says: ['by prequel.author.LAST_NAME ASC', 'by author.LAST_NAME ASC'],
    },
  ],
  [
    'name of more words than names have',
    {
      query: `{ libMembers(filter: {name: "${'a '.repeat(100_000)}"}) { totalCount } }`,
      code: 'INVALID_FILTER',
      argument: ['filter', 'name'],
      says: ['100000', '20'],
    },
  ],
  [
    'order by nothing',
    {
      query: '{ libBooks(orderBy: [{field: PRICE}, {}]) { totalCount } }',
      code: 'INVALID_ORDER',
      argument: ['orderBy', 1],
      says: ['none'],
    },
  ],
  [
    'order by two things in one term',
    {
      query: '{ libBooks(orderBy: {field: PRICE, author: {field: LAST_NAME}}) { totalCount } }',
      code: 'INVALID_ORDER',
      argument: ['orderBy', 0],
      says: ['field', 'author', 'exactly one'],
    },
  ],
  [
    'order through a relation that leads nowhere',
    {
      query: '{ libShelves { nodes { books(orderBy: [{prequel: {author: {direction: DESC}}}]) { totalCount } } } }',
      code: 'INVALID_ORDER',
      argument: ['orderBy', 0, 'prequel', 'author'],
      says: ['none'],
    },
  ],
  [
    'direction beside a relation',
    {
      query: '{ libBooks(orderBy: [{author: {field: LAST_NAME}, direction: DESC}]) { totalCount } }',
      code: 'INVALID_ORDER',
      argument: ['orderBy', 0, 'direction'],
      says: ['author', 'field'],
    },
  ],
  [
    'order of too many steps',
    {
      query: `{ libBooks(orderBy: [${'{prequel: {prequel: {field: TITLE}}}, '.repeat(11)}]) { totalCount } }`,
      code: 'INVALID_ORDER',
      argument: ['orderBy'],
      says: ['32', '33'],
    },
  ],
  [
    'order by a field that is not there',
    {
      query: '{ libBooks(orderBy: [{author: {field: PRICE}}]) { totalCount } }',
      code: 'GRAPHQL_VALIDATION_FAILED',
      argument: ['orderBy', 0, 'author', 'field'],
      says: ['PRICE', 'LibAuthorOrderField'],
    },
  ],
  [
    'grouping by a field that cannot be grouped by',
    {
      query: '{ libBooksAggregate(groupBy: [PRICE]) { count } }',
      code: 'GRAPHQL_VALIDATION_FAILED',
      argument: ['groupBy', 0],
      says: ['PRICE', 'LibBookGroupField'],
    },
  ],
  [
    'comparison with null in a list, in an aggregate',
    {
      query: '{ libShelves { nodes { booksAggregate(filter: {members: {every: {number: {gt: null}}}}) { count } } } }',
      code: 'INVALID_FILTER',
      argument: ['filter', 'members', 'every', 'number', 'gt'],
      says: ['null', 'isNull'],
    },
  ],
  [
    'filter of too many relations that ask for nothing',
    {
      query: `{ libBooks(filter: {or: [${'{author: {}} '.repeat(300)}]}) { totalCount } }`,
      code: 'INVALID_FILTER',
      argument: ['filter'],
      says: ['500', '600'],
    },
  ],
  [
    'filter of too many relations one inside the other',
    {
      query: `{ libBooks(filter: {${'prequel: {'.repeat(13)}${'}'.repeat(13)}}) { totalCount } }`,
      code: 'INVALID_FILTER',
      argument: ['filter'],
      says: ['12', '13'],
    },
  ],
  [
    'the same through joining entities, which count twice',
    {
      query: `{ libBooks(filter: {${'members: {some: {books: {every: {'.repeat(4)}${'}}}}'.repeat(4)}}) { totalCount } }`,
      code: 'INVALID_FILTER',
      argument: ['filter'],
      says: ['12', '16'],
    },
  ],
  [
    'filter without end',
    {
      query: 'query ($filter: LibBookFilter) { libBooks(filter: $filter) { totalCount } }',
      variables: { filter: Array.from({ length: 500 }).reduce((inner) => ({ not: inner }), {}) },
      code: 'INVALID_FILTER',
      argument: ['filter'],
      says: ['60', 'steps'],
    },
  ],
  [
    'filter of too many conditions in lists',
    {
      query: `{ libShelves(filter: {books: {some: {or: [${'{pages: {eq: 1}} '.repeat(501)}]}}}) { totalCount } }`,
      code: 'INVALID_FILTER',
      argument: ['filter'],
      says: ['500', '502'],
    },
  ],
];
