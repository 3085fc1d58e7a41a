import { buildSchema, getIntrospectionQuery, getOperationAST, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { modelOf } from '../../src/definition/index.ts';
import { school } from '../../src/domains/school/index.ts';
import { firstSteps } from '../../src/server/first-steps.ts';
import { operationCost } from '../../src/server/limits/operation-cost.ts';
import { transports } from './asking.ts';
import { type Served, serve } from './served.ts';

let served: Served;
beforeAll(async () => {
  served = await serve(modelOf(school));
});
afterAll(() => served.gateway.dispose());

/** As a Relay compiler writes it: `__typename` and `id` everywhere, fragments, cursors. Depth 11. */
const relay = `query Page($count: Int = 100, $cursor: String) {
  students(first: $count, after: $cursor) { ...Students edges { cursor node { __typename id } } pageInfo { endCursor hasNextPage } }
}
fragment Students on StudentConnection {
  edges { node { ...Student id } }
}
fragment Student on Student {
  __typename id studentId
  user { id firstName lastName }
  assessments(first: 10) {
    edges { cursor node { __typename id title score class { id students(first: 10) { edges { cursor node { __typename id ...Name } } } } } }
    pageInfo { endCursor hasNextPage }
  }
}
fragment Name on Student { user { ...Person id } }
fragment Person on User { firstName lastName email }`;

const school100 =
  '{ students(first: 50) { nodes { id school { id name students(first: 100) { nodes { id studentId gradeLevel user { email } } } } } } }';

describe('what tools and people send passes', () => {
  test.each([
    [
      'the introspection query with everything',
      getIntrospectionQuery({
        descriptions: true,
        specifiedByUrl: true,
        directiveIsRepeatable: true,
        schemaDescription: true,
        inputValueDeprecation: true,
        oneOf: true,
      }),
    ],
    ['a Relay page, three levels of 100 x 10 x 10', relay],
    ['50 students, their school, its 100 students', school100],
    [
      'a page of 1,000',
      '{ students(first: 1000) { totalCount nodes { id studentId gradeLevel user { id firstName lastName email } } } }',
    ],
    [
      'look-ups of 200 rows',
      `{ ${Array.from({ length: 200 }, (_, index) => `s${index}: student(by: {studentId: "STU${index}"}) { id }`).join(' ')} }`,
    ],
  ])('%s', async (_name, query) => {
    for (const ask of Object.values(transports)) expect(await ask(served, query)).not.toHaveProperty('errors');
  });

  test('every query that GraphiQL shows at first', async () => {
    const names = [...firstSteps.matchAll(/^query (\w+)/gm)].map(([, name]) => name);
    expect(names.length).toBeGreaterThan(1);
    for (const operationName of names) {
      const response = await fetch(served.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: firstSteps, operationName }),
      });
      expect(await response.json()).not.toHaveProperty('errors');
    }
  });
});

test('1,000 x 1,000 x 1,000 does not pass, and the refusal says what to do', async () => {
  const query = `query ($n: Int) { students(first: $n) { nodes { classes(first: $n) { nodes { students(first: $n) { nodes { id } } } } } } }`;
  for (const ask of Object.values(transports)) {
    const { errors } = await ask(served, query, { n: 1_000 });
    expect(errors?.[0]).toMatchObject({
      extensions: { code: 'QUERY_TOO_EXPENSIVE', details: { limit: 250_000, given: 2_002_002_001 } },
    });
    expect(errors?.[0]?.message).toMatch(/2002002001 fields.*250000.*"students".*"first"/s);
    expect(await ask(served, query, { n: 10 })).not.toHaveProperty('errors');
  }
});

/** Nothing here is known by its name but `pageInfo`, `totalCount` and what ends with `Aggregate`. */
const schema = buildSchema(`
  type Query {
    a: Item
    any(ids: [ID!]): [Item]
    sample(count: Int): [Item!]!
    items(first: Int, last: Int): ItemConnection!
    itemsAggregate(groupBy: [String!]): [ItemAggregate!]!
  }
  type Item { id: ID! items(first: Int, last: Int): ItemConnection! }
  type ItemEdge { node: Item! }
  type PageInfo { more: Boolean! }
  type ItemConnection { nodes: [Item!]! edges: [ItemEdge!]! pageInfo: PageInfo! totalCount: Int! }
  type ItemAggregate { count: Int! }
`);

describe('the cost', () => {
  test.each<[name: string, query: string, cost: number, variables?: Record<string, unknown>]>([
    ['of a field is 1', '{ a { id } }', 2],
    ['of items counts as often as the page has them', '{ items(first: 7) { nodes { id } } }', 1 + 7 * 2],
    ['of items from the end too', '{ items(last: 7) { edges { node { id } } } }', 1 + 7 * 3],
    ['of a page without a size is that of 100', '{ items { nodes { id } } }', 1 + 100 * 2],
    ['of a page whose size is null too', '{ items(first: null) { nodes { id } } }', 1 + 100 * 2],
    ['of what is beside the items counts once', '{ items(first: 7) { pageInfo { more } } }', 1 + 2],
    ['of a count is 10', '{ items(first: 7) { totalCount } }', 1 + 10],
    ['of a count below items is 10 each', '{ items(first: 7) { nodes { items { totalCount } } } }', 1 + 7 * (1 + 11)],
    ['multiplies', '{ items(first: 7) { nodes { items(first: 5) { nodes { id } } } } }', 1 + 7 * (1 + (1 + 5 * 2))],
    ['of a size below 0 is that of 0', '{ items(first: -7) { nodes { id } } }', 1],
    ['of a size beyond 1,000 is that of 1,000', '{ items(first: 7000) { nodes { id } } }', 1 + 1_000 * 2],
    ['takes sizes from variables', 'query ($n: Int) { items(first: $n) { nodes { id } } }', 1 + 7 * 2, { n: 7 }],
    ['takes their defaults', 'query ($n: Int = 6) { items(first: $n) { nodes { id } } }', 1 + 6 * 2],
    ['of a list is that of its argument', '{ any(ids: ["a", "b", "c"]) { id } }', 1 + 3 * (10 + 2)],
    [
      'of a list is that of its variable',
      'query ($i: [ID!]) { any(ids: $i) { id } }',
      1 + 4 * (10 + 2),
      { i: ['a', 'b', 'c', 'd'] },
    ],
    ['of a list is that of `count`', '{ sample(count: 7) { id } }', 1 + 7 * 2],
    ['of any other list is that of 10', '{ any { id } }', 1 + 10 * 2],
    ['of an aggregate is 20', '{ itemsAggregate { count } }', 1 + 20 + 2],
    ['of groups is that of 20 groups', '{ itemsAggregate(groupBy: ["a", "b"]) { count } }', 1 + 20 + 20 * 2],
    ['counts fragments as often as they are used', '{ a { ...F } b: a { ...F } } fragment F on Item { id }', 4],
    [
      'of a fragment is that of the page it is used on',
      '{ a: items(first: 3) { ...F } b: items(first: 5) { ...F } } fragment F on ItemConnection { nodes { id } }',
      2 + 8 * 2,
    ],
    ['of an inline fragment too', '{ items(first: 3) { ... { nodes { ... on Item { id } } } } }', 1 + 3 * 2],
    ['leaves out what is skipped', 'query ($s: Boolean!) { items @skip(if: $s) { nodes { id } } a { id } }', 2, { s: true }],
    ['leaves out what is not included', '{ items @include(if: false) { nodes { id } } ... @include(if: false) { a { id } } }', 0],
    ['counts what is included', '{ items @include(if: true) @skip(if: false) { nodes { id } } }', 1 + 100 * 2],
  ])('%s', (_name, query, cost, variables = {}) => {
    const document = parse(query);
    const operation = getOperationAST(document);
    if (!operation) throw new Error('There is one operation.');
    expect(operationCost({ schema, document, operation, variables }).cost).toBe(cost);
  });
});
