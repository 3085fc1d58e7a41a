import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { execute, parse, validate } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSchema, Session } from '../../src/graphql/index.ts';
import { builtInModels } from '../../src/server/domains.ts';
import { createGateway, type Gateway } from '../../src/server/gateway.ts';
import { randomQuery } from './random-queries.ts';

/*
 * The gateway answers queries along plans of its own. Whatever a client asks, the answer has to be the one
 * that graphql's own executor gives.
 */

const domains = builtInModels();
const { schema } = createSchema(domains);
let gateway: Gateway;
let ids: { student: string; other: string };

beforeAll(async () => {
  gateway = await createGateway({ domains });
  await ask('mutation { seedSchool(preset: SMALL) }');
  const { data } = await ask('{ students(first: 2) { nodes { id } } }');
  const [student, other] = (data as { students: { nodes: { id: string }[] } }).students.nodes;
  ids = { student: student?.id ?? '', other: other?.id ?? '' };
});

afterAll(() => gateway.dispose());

type Variables = Readonly<Record<string, unknown>>;

async function ask(query: string, variables: Variables = {}, operationName?: string) {
  const request = new Request('http://localhost/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables, operationName }),
  });
  return (await (await gateway.fetch(request)).json()) as { data?: unknown; errors?: { message: string; path?: unknown }[] };
}

/** The answer of graphql's own executor. */
async function reference(query: string, variableValues: Variables, operationName?: string) {
  const { store, jobs } = gateway;
  const result = await execute({
    schema,
    document: parse(query),
    contextValue: { session: new Session({ domains, store, jobs }) },
    variableValues,
    ...(operationName !== undefined && { operationName }),
  });
  return JSON.parse(JSON.stringify(result)) as Awaited<ReturnType<typeof ask>>;
}

/** What must agree. Before anything is executed, yoga refuses in words of its own. */
const seen = ({ data, errors }: Awaited<ReturnType<typeof ask>>) => ({
  data: data ?? null,
  errors: errors?.map(({ message, path }) => (path ? { message, path } : 'refused')),
});

const operations = join(import.meta.dirname, '../../operations');

/** Every query of the committed documents, with one set of variables that fits them all. */
const committed = readdirSync(operations, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.graphql'))
  .flatMap((file) => {
    const text = readFileSync(join(operations, file), 'utf8');
    const queries = parse(text).definitions.filter((each) => each.kind === 'OperationDefinition' && each.operation === 'query');
    return queries.map((each) => ('name' in each && each.name ? each.name.value : '')).map((name) => ({ file, text, name }));
  });

const cases: [name: string, query: string, variables?: () => Variables, operationName?: string][] = [
  ...committed.map(({ file, text, name }): [string, string, () => Variables, string] => [
    `${name} of operations/${file}`,
    text,
    () => ({ id: ids.student, by: { id: ids.student }, first: 2, filter: {}, name: 'a', email: 'nobody@example.org', seed: 1 }),
    name,
  ]),
  [
    'aliases of one field with other arguments',
    '{ a: students(first: 1) { nodes { id } } b: students(last: 1) { nodes { studentId } } }',
  ],
  [
    'fragments, nested and inline',
    'query { students(first: 2) { ...Page } } fragment Page on StudentConnection { nodes { ...Card ... on Student { user { ...Person } } } } fragment Card on Student { id ... { gradeLevel } } fragment Person on User { firstName __typename }',
  ],
  [
    'a fragment on an interface',
    'query Q($id: ID!) { node(id: $id) { __typename id ... on Student { studentId } ... on Teacher { id } } }',
    () => ({ id: ids.student }),
  ],
  [
    'lists of an interface with gaps',
    'query Q($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }',
    () => ({ ids: [ids.student, '00000000-0000-4000-8000-000000000000', ids.other] }),
  ],
  [
    '@skip and @include by variables',
    'query Q($yes: Boolean!, $no: Boolean = false) { students(first: 1) { nodes { id @skip(if: $yes) studentId @include(if: $yes) ...F @include(if: $no) } } } fragment F on Student { gradeLevel }',
    () => ({ yes: true }),
  ],
  [
    'one fragment, once skipped and once not',
    'query Q($yes: Boolean!) { a: students(first: 1) { ...F @skip(if: $yes) } b: students(first: 1) { ...F @include(if: $yes) } } fragment F on StudentConnection { totalCount nodes { id } }',
    () => ({ yes: true }),
  ],
  [
    'a variable that is not given',
    'query Q($first: Int, $filter: StudentFilter) { students(first: $first, filter: $filter) { totalCount } }',
  ],
  ['a variable that is null', 'query Q($first: Int) { students(first: $first) { totalCount } }', () => ({ first: null })],
  [
    'defaults of variables',
    'query Q($first: Int = 3, $order: [StudentOrder!] = [{ field: STUDENT_ID, direction: DESC }]) { students(first: $first, orderBy: $order) { nodes { studentId } } }',
  ],
  [
    'an enumeration inside of an input object',
    'query Q($order: [StudentOrder!]) { students(orderBy: $order, first: 3) { nodes { studentId } } }',
    () => ({ order: [{ field: 'STUDENT_ID', direction: 'DESC' }] }),
  ],
  [
    'variables deep inside of a literal',
    'query Q($grade: Int, $name: String) { students(filter: { or: [{ gradeLevel: { eq: $grade } }, { user: { lastName: { startsWith: $name } } }] }) { totalCount } }',
    () => ({ grade: 3 }),
  ],
  [
    'a list that is given as a single value',
    'query Q($grades: [Int!]) { students(filter: { gradeLevel: { in: $grades } }) { totalCount } }',
    () => ({ grades: 3 }),
  ],
  [
    'one of several operations',
    'query A { students(first: 1) { nodes { id } } } query B { teachers(first: 1) { nodes { id } } }',
    () => ({}),
    'B',
  ],
  [
    'the other one of several operations',
    'query A { students(first: 1) { nodes { id } } } query B { teachers(first: 1) { nodes { id } } }',
    () => ({}),
    'A',
  ],
  [
    'what many have in common',
    `{ students(first: 10) { nodes { id school { name students(first: 10) { totalCount edges { cursor node { studentId user { email } } } nodes { ...Card } } } } } }
     fragment Card on Student { gradeLevel guardians: parentStudents(first: 3) { nodes { relationshipType livesWith parent { user { lastName } } } } }`,
  ],
  [
    'what many have in common, under other names',
    '{ students { nodes { a: school { id s: students(last: 9) { nodes { id } } } b: school { name s: students(first: 8) { nodes { id } } } } } }',
  ],
  ['null where nothing is found', '{ student(by: { email: "nobody@example.org" }) { id } job(id: "none") { id } }'],
  ['an error in one of two fields', '{ students(first: 1) { nodes { id } } teachers(first: -1) { nodes { id } } }'],
  [
    'an error below a list, which is nulled as far as it must',
    '{ students(first: 2) { nodes { id assessments(after: "x") { nodes { id } } } } }',
  ],
  [
    'two values where one is allowed',
    'query Q($by: StudentBy!) { student(by: $by) { id } }',
    () => ({ by: { id: ids.student, email: 'a@example.org' } }),
  ],
  ['a variable of a wrong type', 'query Q($first: Int) { students(first: $first) { totalCount } }', () => ({ first: 'many' })],
  [
    'introspection beside data',
    '{ __schema { queryType { name } } __type(name: "Student") { fields(includeDeprecated: true) { name } } students(first: 1) { __typename } }',
  ],
];

test.each(cases)('%s', async (_name, query, variables = () => ({}), operationName) => {
  const expected = seen(await reference(query, variables(), operationName));
  // The second time the plan is there already.
  expect(seen(await ask(query, variables(), operationName))).toEqual(expected);
  expect(seen(await ask(query, variables(), operationName))).toEqual(expected);
});

test('an answer that repeats itself is written as JSON.stringify would write it', async () => {
  const query = '{ students { nodes { studentId school { name students { nodes { id gradeLevel } } } } } }';
  const request = new Request('http://localhost/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  expect(await (await gateway.fetch(request)).text()).toBe(JSON.stringify(await reference(query, {})));
});

test('four hundred random queries are answered to the letter as graphql answers them', async () => {
  let answered = 0;
  for (let seed = 1; seed <= 400; seed++) {
    const query = randomQuery(schema, seed);
    // Two fields of one name that ask for different things; such documents are no use here.
    if (validate(schema, parse(query)).length > 0) continue;
    answered++;
    const request = new Request('http://localhost/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    expect(await (await gateway.fetch(request)).text(), query).toBe(JSON.stringify(await reference(query, {})));
  }
  expect(answered).toBeGreaterThan(200);
});
