import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createGateway } from '../../src/server/gateway.ts';
import { defaultLimits, type Limits } from '../../src/server/limits/index.ts';
import { libraryModel } from '../fixtures/library.ts';
import { transports } from './asking.ts';
import type { Served } from './served.ts';

async function serveWith(limits: Partial<Limits>): Promise<Served> {
  const gateway = await createGateway({ domains: [libraryModel], limits });
  const { url } = await gateway.listen({ port: 0 });
  return { gateway, url, origin: new URL(url).origin, socketUrl: url.replace('http:', 'ws:') };
}

const repeat = (times: number, text: (index: number) => string) =>
  Array.from({ length: times }, (_, index) => text(index)).join(' ');

/** `{a{b{...}}}`, so many fields inside one another. */
const nested = (levels: number) =>
  `{ ${repeat(levels - 1, (index) => ['libShelf(by: {id: "x"}) {', 'library {', 'shelves(first: 1) {', 'nodes {'][index === 0 ? 0 : 1 + ((index - 1) % 3)] ?? '')} __typename ${'}'.repeat(levels)}`;

/** `{and: [{and: [...]}]}`, each pair two levels. */
const conditions = (pairs: number): object => (pairs === 0 ? {} : { and: [conditions(pairs - 1)] });
const literal = (pairs: number) => `${'{and: ['.repeat(pairs)}{}${']}'.repeat(pairs)}`;

const books = 'query ($first: Int, $filter: LibBookFilter) { libBooks(first: $first, filter: $filter) { nodes { id title } } }';
const aliased = (times: number) => `{ ${repeat(times, (index) => `a${index}: __typename`)} }`;
const directed = (times: number) => `{ ${repeat(times, (index) => `f${index}: __typename @include(if: true)`)} }`;

interface Case {
  readonly limits: Partial<Limits>;
  readonly code: string;
  readonly details: object;
  readonly within: readonly [query: string, variables?: Record<string, unknown>];
  readonly beyond: readonly [query: string, variables?: Record<string, unknown>];
}

const cases: Readonly<Record<string, Case>> = {
  tokens: {
    limits: { tokens: 12 },
    code: 'TOO_MANY_TOKENS',
    details: { limit: 12 },
    within: [`{ ${'__typename '.repeat(10)} }`],
    beyond: [`{ ${'__typename '.repeat(11)} }`],
  },
  depth: {
    limits: { depth: 8 },
    code: 'QUERY_TOO_DEEP',
    details: { limit: 8, given: 9 },
    within: [nested(8)],
    beyond: [nested(9)],
  },
  'depth through fragments': {
    limits: { depth: 4 },
    code: 'QUERY_TOO_DEEP',
    details: { limit: 4, given: 5 },
    within: ['{ ...A } fragment A on Query { libBooks { nodes { ... on LibBook { shelf { id } } } } }'],
    beyond: [
      '{ ...A } fragment A on Query { libBooks { nodes { ...B } } } fragment B on LibBook { shelf { ...C } } fragment C on LibShelf { library { id } }',
    ],
  },
  'input depth of variables': {
    limits: { inputDepth: 5 },
    code: 'INPUT_TOO_DEEP',
    details: { limit: 5 },
    within: [books, { filter: conditions(2) }],
    beyond: [books, { filter: conditions(3) }],
  },
  'input depth of literals': {
    limits: { inputDepth: 5 },
    code: 'INPUT_TOO_DEEP',
    details: { limit: 5, given: 7 },
    within: [`{ libBooks(filter: ${literal(2)}) { totalCount } }`],
    beyond: [`{ libBooks(filter: ${literal(3)}) { totalCount } }`],
  },
  aliases: {
    limits: { aliases: 5 },
    code: 'TOO_MANY_ALIASES',
    details: { limit: 5, given: 6 },
    within: [aliased(5)],
    beyond: [aliased(6)],
  },
  directives: {
    limits: { directives: 3 },
    code: 'TOO_MANY_DIRECTIVES',
    details: { limit: 3, given: 4 },
    within: [directed(3)],
    beyond: [directed(4)],
  },
  'cost with a page size in the document': {
    limits: { cost: 1_000 },
    code: 'QUERY_TOO_EXPENSIVE',
    details: { limit: 1_000, given: 1_003 },
    within: ['{ libBooks(first: 333) { nodes { id title } } }'],
    beyond: ['{ libBooks(last: 334) { nodes { id title } } }'],
  },
  'cost with a page size in a variable': {
    limits: { cost: 1_000 },
    code: 'QUERY_TOO_EXPENSIVE',
    details: { limit: 1_000, given: 1_003 },
    within: [books, { first: 333 }],
    beyond: [books, { first: 334 }],
  },
  'cost with a page size in a variable that is named like what every object inherits': {
    limits: { cost: 1_000 },
    code: 'QUERY_TOO_EXPENSIVE',
    details: { limit: 1_000, given: 1_003 },
    within: ['query ($constructor: Int = 333) { libBooks(first: $constructor) { nodes { id title } } }'],
    beyond: ['query ($constructor: Int = 334) { libBooks(first: $constructor) { nodes { id title } } }'],
  },
  'introspection that is switched off': {
    limits: { introspection: false },
    code: 'INTROSPECTION_DISABLED',
    details: {},
    within: ['{ __typename }'],
    beyond: ['{ ...A } fragment A on Query { __schema { queryType { name } } }'],
  },
};

describe.each(Object.entries(cases))('%s', (_name, { limits, code, details, within, beyond }) => {
  let served: Served;
  beforeAll(async () => {
    served = await serveWith(limits);
  });
  afterAll(() => served.gateway.dispose());

  test.each(Object.entries(transports))('over %s', async (transport, ask) => {
    // Twice, since documents are kept: what passes goes on passing, and what is refused goes on being refused.
    for (const _time of [1, 2]) {
      expect(await ask(served, ...within)).not.toHaveProperty('errors');
      const { status, data, errors } = await ask(served, ...beyond);
      expect(errors).toMatchObject([{ extensions: { code, ...(Object.keys(details).length > 0 && { details }) } }]);
      for (const limit of Object.values(details))
        expect(errors?.[0]?.message).toContain(code === 'INPUT_TOO_DEEP' ? '5' : String(limit));
      expect(data).toBeUndefined();
      if (transport === 'HTTP') expect(status).toBe(400);
    }
  });
});

describe('an attack', () => {
  let served: Served;
  beforeAll(async () => {
    served = await serveWith({});
  });
  afterAll(() => served.gateway.dispose());

  /** Each fragment twice in the one before: 2^times in all. */
  const doubling = (times: number, on: string, inner: (next: string) => string) =>
    `{ ...F0 } ${repeat(times, (index) => `fragment F${index} on ${on} { ${index < times - 1 ? inner(`...F${index + 1} ...F${index + 1}`) : '__typename'} }`)}`;

  test.each([
    ['2,000 aliases', aliased(2_000), {}, 'TOO_MANY_ALIASES'],
    [
      '2,000 expensive aliases',
      `{ ${repeat(100, (index) => `a${index}: libBooks(first: 1000) { nodes { id title } }`)} }`,
      {},
      'QUERY_TOO_EXPENSIVE',
    ],
    ['50 levels', nested(50), {}, 'QUERY_TOO_DEEP'],
    ['3,000 levels', `${'{ a '.repeat(3_000)}${'}'.repeat(3_000)}`, {}, 'QUERY_TOO_DEEP'],
    ['fragments that double', doubling(40, 'Query', (next) => next), {}, 'QUERY_TOO_EXPENSIVE'],
    ['900 fragments that double', doubling(900, 'Query', (next) => next), {}, 'QUERY_TOO_EXPENSIVE'],
    [
      '30 levels behind 1,100 fragments',
      `{ ...F0 } ${repeat(1_100, (index) => `fragment F${index} on Query { ...F${index + 1} }`)} fragment F1100 on Query ${nested(30)}`,
      {},
      'QUERY_TOO_DEEP',
    ],
    [
      '30,000 IDs from elsewhere',
      'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
      { ids: Array.from({ length: 30_000 }, (_, index) => `x${index}`) },
      'QUERY_TOO_EXPENSIVE',
    ],
    [
      'fragments in a circle',
      '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }',
      {},
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'fragments in circles, doubled',
      `{ ...A } fragment A on Query { ${'...A ...B '.repeat(500)} } fragment B on Query { ...A }`,
      {},
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['1,000 directives', `{ __typename ${'@include(if: true) '.repeat(1_000)} }`, {}, 'TOO_MANY_DIRECTIVES'],
    ['1,000 unknown directives', `{ __typename ${'@x '.repeat(1_000)} }`, {}, 'TOO_MANY_DIRECTIVES'],
    ['one field 2,000 times', `{ ${'... { __typename } '.repeat(2_000)} }`, {}, 'QUERY_TOO_REPETITIVE'],
    ['100,000 tokens', `{ ${'a '.repeat(100_000)} }`, {}, 'TOO_MANY_TOKENS'],
    ['5,000 unknown fields', `{ ${repeat(5_000, (index) => `x${index}`)} }`, {}, 'GRAPHQL_VALIDATION_FAILED'],
    ['a deep literal', `{ libBooks(filter: ${literal(100)}) { totalCount } }`, {}, 'INPUT_TOO_DEEP'],
    ['a literal deeper than the stack', `{ libBooks(filter: ${literal(2_000)}) { totalCount } }`, {}, 'QUERY_TOO_DEEP'],
    [
      'three pages of 1,000',
      '{ libLibraries(first: 1000) { nodes { shelves(first: 1000) { nodes { books(first: 1000) { nodes { id } } } } } } }',
      {},
      'QUERY_TOO_EXPENSIVE',
    ],
    [
      'an introspection of many',
      `{ ${repeat(200, (index) => `a${index}: __schema { types { fields { args { name } } } }`)} }`,
      {},
      'QUERY_TOO_EXPENSIVE',
    ],
    [
      'an introspection that goes round',
      '{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }',
      {},
      'GRAPHQL_VALIDATION_FAILED',
    ],
  ] as const)('of %s is refused over every transport, and the server goes on', async (_name, query, variables, code) => {
    for (const ask of Object.values(transports)) {
      const { errors } = await ask(served, query, variables);
      expect(errors?.[0]?.extensions.code).toBe(code);
      expect(await ask(served, '{ __typename }')).toMatchObject({ data: { __typename: 'Query' } });
    }
  });

  test.each([
    ['a list', 'query ($v: [ID!]!) { nodes(ids: $v) { id } }', '['.repeat(100_000) + ']'.repeat(100_000)],
    [
      'a filter',
      'query ($v: LibBookFilter) { libBooks(filter: $v) { totalCount } }',
      `${'{"not":'.repeat(100_000)}{}${'}'.repeat(100_000)}`,
    ],
  ])('of 100,000 levels in the JSON of %s is refused', async (_name, query, json) => {
    const response = await fetch(served.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: `{"query":${JSON.stringify(query)},"variables":{"v":${json}}}`,
    });
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'INPUT_TOO_DEEP', details: { limit: 50 } } }] });
    expect(await transports.HTTP(served, '{ __typename }')).toMatchObject({ data: { __typename: 'Query' } });
  });
});

test('nothing takes time for what fragments could be written out to', async () => {
  const served = await serveWith({ cost: Infinity });
  const uses = (next: number) => ['a', 'b', 'c'].map((alias) => `${alias}: prequel { ...F${next} }`).join(' ');
  // 3^14 places in the answer, of which the answer has one.
  const tripling = `{ libBook(by: {isbn: "none"}) { ...F0 } } ${repeat(15, (index) => `fragment F${index} on LibBook { ${index < 14 ? uses(index + 1) : 'id'} }`)}`;
  for (const ask of Object.values(transports)) expect(await ask(served, tripling)).toMatchObject({ data: { libBook: null } });
  await served.gateway.dispose();
});

describe('limits that are given', () => {
  test('leave the others as they are', async () => {
    const served = await serveWith({ depth: 2, tokens: undefined });
    const { errors } = await transports.HTTP(served, aliased(defaultLimits.aliases + 1));
    expect(errors).toMatchObject([{ extensions: { code: 'TOO_MANY_ALIASES', details: { limit: defaultLimits.aliases } } }]);
    await served.gateway.dispose();
  });

  test('can be none', async () => {
    const served = await serveWith({ tokens: Infinity, aliases: Infinity, cost: Infinity });
    expect(await transports.HTTP(served, aliased(4_000))).not.toHaveProperty('errors');
    await served.gateway.dispose();
  });

  test.each<[Partial<Limits>, string]>([
    [{ depth: -1 }, 'depth'],
    [{ cost: Number.NaN }, 'cost'],
    [{ aliases: 1.5 }, 'aliases'],
    [{ timeout: Infinity }, 'timeout'],
    // As a program without types may.
    [{ depht: 3 } as Partial<Limits>, 'depht'],
  ])('and are none are refused: %o', async (limits, name) => {
    const made = createGateway({ domains: [libraryModel], limits });
    await expect(made).rejects.toMatchObject({ code: 'INVALID_LIMIT', inputPath: ['limits', name] });
    await expect(made).rejects.toThrow(String(limits[name as keyof Limits]));
  });
});

test('the largest page: more is refused, and it is what a list has when nothing is said', async () => {
  const served = await serveWith({ pageSize: 5 });
  const { jobs } = served.gateway;
  await jobs.wait((await jobs.seed({ domain: libraryModel, dataset: 'default' })).id);
  for (const ask of Object.values(transports)) {
    expect((await ask(served, '{ libBooks { nodes { id } } }')).data).toHaveProperty('libBooks.nodes.length', 5);
    expect((await ask(served, '{ libBooks(last: 5) { nodes { id } } }')).errors).toBeUndefined();
    for (const query of ['{ libBooks(first: 6) { totalCount } }', '{ libShelves { nodes { books(last: 6) { totalCount } } } }']) {
      expect((await ask(served, query)).errors).toMatchObject([
        { extensions: { code: 'INVALID_PAGE_SIZE', details: { limit: 5, given: 6 } } },
      ]);
    }
  }
  await served.gateway.dispose();
});
