import type { Wrong } from './wrong.ts';

const stranger = '00000000-0000-8000-8000-000000000000';

/** Requests that would write, or plan to. */
export const writingErrors: readonly [string, Wrong][] = [
  [
    'unknown preset',
    {
      query: '{ libraryPlan(preset: TINY) { rows } }',
      code: 'GRAPHQL_VALIDATION_FAILED',
      argument: ['preset'],
      says: ['TINY', 'LibPreset'],
    },
  ],
  [
    'unknown preset in a variable',
    {
      query: 'mutation ($p: LibPreset!) { seedLibrary(preset: $p) }',
      variables: { p: 'TINY' },
      code: 'BAD_USER_INPUT',
      argument: ['p'],
      says: ['TINY', 'LibPreset'],
    },
  ],
  [
    'count of 0',
    {
      query: 'mutation { generateLibBooks(input: {count: 0}) { books { id } } }',
      code: 'INVALID_COUNT',
      argument: ['input', 'count'],
      says: ['0', '10000'],
    },
  ],
  [
    'count above the limit',
    {
      query: 'mutation { generateLibBooks(input: {count: 10001}) { books { id } } }',
      code: 'INVALID_COUNT',
      argument: ['input', 'count'],
      says: ['10001', '10000', 'seed'],
    },
  ],
  ['sample of 0', { query: '{ sampleLibBooks(count: 0) { id } }', code: 'INVALID_COUNT', argument: ['count'], says: ['0', '1'] }],
  [
    'override of an unknown field',
    {
      query: 'mutation { seedLibrary(overrides: {volumes: {booksx: 1}}) }',
      code: 'GRAPHQL_VALIDATION_FAILED',
      argument: ['overrides', 'volumes', 'booksx'],
      says: ['booksx', 'books'],
    },
  ],
  [
    'override of an unknown field in a variable',
    {
      query: 'mutation ($o: LibraryOverrides) { seedLibrary(overrides: $o) }',
      variables: { o: { volumes: { booksx: 1 } } },
      code: 'BAD_USER_INPUT',
      argument: ['o', 'volumes'],
      says: ['booksx', 'books'],
    },
  ],
  [
    'override out of range',
    {
      query: 'mutation { seedLibrary(overrides: {volumes: {books: -1}}) }',
      code: 'INVALID_CONFIGURATION',
      argument: ['overrides', 'volumes', 'books'],
      says: ['volumes.books', '0'],
    },
  ],
  [
    'reference to a row that does not exist',
    {
      query: `mutation { generateLibBooks(input: {with: {shelfId: "${stranger}"}}) { books { id } } }`,
      code: 'REFERENCE_NOT_FOUND',
      argument: ['input', 'with', 'shelfId'],
      says: [stranger, 'Shelf'],
    },
  ],
  [
    'too exact an amount',
    {
      query: 'mutation { generateLibBooks(input: {with: {price: "1.234"}}) { books { id } } }',
      code: 'INVALID_VALUE',
      argument: ['input', 'with', 'price'],
      says: ['1.234', '2 decimals'],
    },
  ],
  [
    'a unique value for two rows',
    {
      query: 'mutation { generateLibBooks(input: {count: 2, with: {isbn: "X"}}) { books { id } } }',
      code: 'INVALID_VALUE',
      argument: ['input', 'with', 'isbn'],
      says: ['isbn', 'unique'],
    },
  ],
  [
    'a unique value that exists, in other letters',
    {
      query: 'mutation { generateLibBooks(input: {with: {genre: POETRY, isbn: "isbn-0000-0001-0002"}}) { books { id } } }',
      code: 'CONFLICT',
      argument: ['input', 'with', 'isbn'],
      says: ['LibBook.isbn', 'isbn-0000-0001-0002', 'default'],
    },
  ],
  [
    'a dataset to generate into whose name cannot be one',
    {
      query: 'mutation { generateLibBooks(input: {dataset: "No Good"}) { books { id } } }',
      code: 'INVALID_DATASET_NAME',
      argument: ['input', 'dataset'],
      says: ['No Good', 'a-z'],
    },
  ],
  [
    'the same in the header',
    {
      query: 'mutation { generateLibBooks(input: {}) { books { id } } }',
      headers: { 'x-dataset': 'No Good' },
      code: 'INVALID_DATASET_NAME',
      argument: ['dataset'],
      says: ['No Good'],
    },
  ],
  [
    'dropping a dataset whose name cannot be one',
    { query: 'mutation { dropDataset(name: "Default") }', code: 'INVALID_DATASET_NAME', argument: ['name'], says: ['Default'] },
  ],
  [
    'an update of a row that does not exist',
    {
      query: `mutation { updateLibBook(id: "${stranger}", set: {title: "x"}) { id } }`,
      code: 'ROW_NOT_FOUND',
      argument: ['id'],
      says: [stranger, 'LibBook', 'default'],
    },
  ],
  [
    'an update of a derived row',
    {
      query: 'mutation { updateLibMemberRecord(id: "x", set: {loans: 1}) { id } }',
      code: 'GRAPHQL_VALIDATION_FAILED',
      says: ['updateLibMemberRecord'],
    },
  ],
  [
    'an update in a dataset that does not exist',
    {
      query: `mutation { updateLibBook(id: "${stranger}", set: {title: "x"}, dataset: "nowhere") { id } }`,
      code: 'DATASET_NOT_FOUND',
      argument: ['dataset'],
      says: ['nowhere'],
    },
  ],
  [
    'an update with too exact an amount',
    {
      query: `mutation { updateLibBook(id: "${stranger}", set: {price: "1.234"}) { id } }`,
      code: 'INVALID_VALUE',
      argument: ['set', 'price'],
      says: ['1.234', '2 decimals'],
    },
  ],
  [
    'a removal without a filter',
    { query: 'mutation { deleteLibBooks { deleted } }', code: 'GRAPHQL_VALIDATION_FAILED', says: ['filter'] },
  ],
  [
    'a removal that takes what others refer to',
    {
      query: 'mutation { deleteLibAuthors(filter: {}) { deleted } }',
      code: 'ROWS_IN_THE_WAY',
      argument: ['filter'],
      says: ['6 rows of LibAuthor', 'rows of LibBook', 'authorId'],
    },
  ],
  [
    'the dry run of the same',
    {
      query: 'mutation { deleteLibAuthors(filter: {}, dryRun: true) { deleted } }',
      code: 'ROWS_IN_THE_WAY',
      argument: ['filter'],
      says: ['authorId'],
    },
  ],
  [
    'a removal in a dataset that does not exist',
    {
      query: 'mutation { deleteLibAuthors(filter: {}, dataset: "nowhere") { deleted } }',
      code: 'DATASET_NOT_FOUND',
      argument: ['dataset'],
      says: ['nowhere'],
    },
  ],
  [
    'two look-ups at once',
    {
      query: '{ libMember(by: {number: 1, email: "x"}) { id } }',
      code: 'GRAPHQL_VALIDATION_FAILED',
      argument: ['by'],
      says: ['exactly one'],
    },
  ],
  [
    'two look-ups in a variable',
    {
      query: 'query ($by: LibMemberBy!) { libMember(by: $by) { id } }',
      variables: { by: { number: 1, email: 'x' } },
      code: 'BAD_USER_INPUT',
      argument: ['by'],
      says: ['exactly one'],
    },
  ],
  [
    'no look-up',
    { query: '{ libMember(by: {}) { id } }', code: 'GRAPHQL_VALIDATION_FAILED', argument: ['by'], says: ['exactly one'] },
  ],
];
