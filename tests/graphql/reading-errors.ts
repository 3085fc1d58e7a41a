import type { Wrong } from './wrong.ts';

/** A cursor as the gateway writes them. */
export const cursor = (...parts: readonly unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');
const cursorOfTitle = cursor('LibBook by TITLE ASC', 'x', 'y');

/** Requests that would read. */
export const readingErrors: readonly [string, Wrong][] = [
  [
    'malformed cursor',
    { query: '{ libBooks(after: "~") { totalCount } }', code: 'INVALID_CURSOR', argument: ['after'], says: ['~', 'endCursor'] },
  ],
  [
    'cursor that is JSON but no cursor',
    { query: '{ libBooks(before: "e30") { totalCount } }', code: 'INVALID_CURSOR', argument: ['before'], says: ['e30'] },
  ],
  [
    'cursor of another order',
    {
      query: `{ libBooks(orderBy: [{field: PRICE}], after: "${cursorOfTitle}") { totalCount } }`,
      code: 'INVALID_CURSOR',
      argument: ['after'],
      says: ['TITLE ASC', 'PRICE ASC'],
    },
  ],
  [
    'cursor of another type',
    {
      query: `{ libAuthors(after: "${cursorOfTitle}") { totalCount } }`,
      code: 'INVALID_CURSOR',
      argument: ['after'],
      says: ['LibBook', 'LibAuthor'],
    },
  ],
  [
    'cursor whose position does not fit',
    {
      query: `{ libBooks(orderBy: [{field: TITLE}], after: "${cursor('LibBook by TITLE ASC', 7, 'y')}") { totalCount } }`,
      code: 'INVALID_CURSOR',
      argument: ['after'],
      says: ['position'],
    },
  ],
  [
    'malformed cursor of jobs',
    { query: '{ jobs(after: "e30") { totalCount } }', code: 'INVALID_CURSOR', argument: ['after'], says: ['e30'] },
  ],
  [
    'page too large',
    { query: '{ libBooks(first: 1001) { totalCount } }', code: 'INVALID_PAGE_SIZE', argument: ['first'], says: ['1001', '1000'] },
  ],
  [
    'negative page',
    { query: '{ libBooks(last: -1) { totalCount } }', code: 'INVALID_PAGE_SIZE', argument: ['last'], says: ['-1', '1000'] },
  ],
  [
    'first and last',
    {
      query: '{ libBooks(first: 1, last: 1) { totalCount } }',
      code: 'INVALID_PAGINATION',
      argument: ['last'],
      says: ['first', 'last'],
    },
  ],
  [
    'page too large, nested',
    {
      query: '{ libShelves { nodes { books(first: 1001) { totalCount } } } }',
      code: 'INVALID_PAGE_SIZE',
      argument: ['first'],
      says: ['1001'],
    },
  ],
  [
    'comparison with null',
    {
      query: '{ libBooks(filter: {or: [{}, {pages: {lt: null}}]}) { totalCount } }',
      code: 'INVALID_FILTER',
      argument: ['filter', 'or', 1, 'pages', 'lt'],
      says: ['null', 'isNull'],
    },
  ],
  [
    'filter of too many conditions',
    {
      query: `{ libBooks(filter: {or: [${'{pages: {eq: 1}} '.repeat(501)}]}) { totalCount } }`,
      code: 'INVALID_FILTER',
      argument: ['filter'],
      says: ['500', '501'],
    },
  ],
  [
    'blank name',
    {
      query: '{ libBooks(filter: {author: {name: "  "}}) { totalCount } }',
      code: 'INVALID_FILTER',
      argument: ['filter', 'author', 'name'],
      says: ['word'],
    },
  ],
  [
    'filter value of a wrong kind',
    {
      query: '{ libBooks(filter: {and: [{publishedOn: {gt: "2024-02-30"}}]}) { totalCount } }',
      code: 'INVALID_VALUE',
      argument: ['filter', 'and', 0, 'publishedOn', 'gt'],
      says: ['2024-02-30', 'date'],
    },
  ],
  [
    'negative seed',
    {
      query: '{ libraryPlan(preset: SMALL, seed: -1) { rows } }',
      code: 'INVALID_SEED',
      argument: ['seed'],
      says: ['-1', '9007199254740991'],
    },
  ],
  [
    'seed that is no number',
    { query: '{ libraryPlan(preset: SMALL, seed: "x") { rows } }', code: 'INVALID_SEED', argument: ['seed'], says: ['x'] },
  ],
  [
    'seed that is not exact',
    {
      query: 'query ($s: Seed) { libraryPlan(preset: SMALL, seed: $s) { rows } }',
      variables: { s: 2 ** 53 },
      code: 'INVALID_SEED',
      argument: ['s'],
      says: ['9007199254740992'],
    },
  ],
  [
    'dataset that does not exist',
    {
      query: '{ libBooks { totalCount } }',
      headers: { 'x-dataset': 'nowhere' },
      code: 'DATASET_NOT_FOUND',
      argument: ['dataset'],
      says: ['nowhere', 'default'],
    },
  ],
  [
    'dataset that does not exist, by name',
    { query: '{ dataset(name: "nowhere") { seed } }', code: 'DATASET_NOT_FOUND', argument: ['name'], says: ['nowhere'] },
  ],
  [
    'malformed dataset name',
    {
      query: 'mutation { seedLibrary(dataset: "../x") }',
      code: 'INVALID_DATASET_NAME',
      argument: ['dataset'],
      says: ['../x', 'a-z'],
    },
  ],
  [
    'malformed dataset name in a query',
    {
      query: '{ dataset(name: "No Good") { seed } }',
      code: 'INVALID_DATASET_NAME',
      argument: ['name'],
      says: ['No Good', 'a-z'],
    },
  ],
  [
    'malformed dataset header',
    {
      query: '{ libBooks { totalCount } }',
      headers: { 'x-dataset': 'No Good' },
      code: 'INVALID_DATASET_NAME',
      argument: ['dataset'],
      says: ['No Good'],
    },
  ],
  [
    'job that does not exist',
    { query: 'mutation { cancelJob(id: "nope") { id } }', code: 'JOB_NOT_FOUND', argument: ['id'], says: ['nope'] },
  ],
  [
    'job that cannot be resumed',
    { query: 'mutation { resumeJob(id: "nope") { id } }', code: 'JOB_NOT_FOUND', argument: ['id'], says: ['nope'] },
  ],
  [
    'relations of a sample',
    { query: '{ sampleLibShelves(count: 1) { books { nodes { id } } } }', code: 'SAMPLE_NOT_STORED', says: ['sample'] },
  ],
  ['unknown field', { query: '{ libBooks { nodes { titel } } }', code: 'GRAPHQL_VALIDATION_FAILED', says: ['titel', 'title'] }],
  [
    'no selection',
    { query: '{ libBooks { nodes } }', code: 'GRAPHQL_VALIDATION_FAILED', says: ['nodes', 'must have a selection of subfields'] },
  ],
  ['syntax', { query: '{ libBooks', code: 'GRAPHQL_PARSE_FAILED', says: ['Syntax'] }],
];
