import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type GraphQLField, isInterfaceType, isObjectType, printSchema } from 'graphql';
import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contractIn } from '../../scripts/contract.ts';
import { modelOf } from '../../src/definition/index.ts';
import { school } from '../../src/domains/school/index.ts';
import { collect, type Served } from '../server/served.ts';
import { serveSchool } from './serve-school.ts';

/** Relay: the project in relay/ is compiled over the committed contract, and what comes out is sent as Relay would. */

const require = createRequire(import.meta.url);
const contract = contractIn(join(import.meta.dirname, '../..'));

let served: Served;
let project: string;

beforeAll(async () => {
  served = await serveSchool();
  project = mkdtempSync(join(tmpdir(), 'seedgraph-relay-'));
  cpSync(join(import.meta.dirname, 'relay'), project, { recursive: true });
  // What `npm run -s schema:merge` prints.
  writeFileSync(join(project, 'schema.graphql'), printSchema(contract));
  const { status, stdout, stderr } = spawnSync(process.execPath, [require.resolve('relay-compiler/cli.js')], {
    cwd: project,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`relay-compiler: ${stdout}${stderr}`);
});

afterAll(async () => {
  await served?.gateway.dispose();
  rmSync(project, { recursive: true });
});

/** An operation, as the compiler made it. */
interface Operation {
  readonly kind: 'Request';
  readonly params: { readonly name: string; readonly operationKind: string; readonly text: string | null };
}

/** A fragment for usePaginationFragment or useRefetchableFragment. */
interface Refetchable {
  readonly kind: 'Fragment';
  readonly metadata: {
    readonly refetch: {
      readonly operation: Operation;
      readonly connection: { readonly forward: { readonly count: string; readonly cursor: string } } | null;
      readonly identifierInfo: { readonly identifierQueryVariableName: string } | null;
    };
  };
}

/** What `graphql` tags become. */
function artifact<Kind extends Operation | Refetchable>(name: string): Kind {
  return require(join(project, 'src/__generated__', `${name}.graphql.js`)) as Kind;
}

/** Relay's network layer. */
async function send({ params }: Operation, variables: Record<string, unknown>) {
  const response = await fetch(served.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: params.text, operationName: params.name, variables }),
  });
  const { data, errors } = (await response.json()) as { data: Answer; errors?: unknown };
  expect(errors, params.name).toBeUndefined();
  return data;
}

interface Student {
  readonly id: string;
  readonly studentId: string;
}

interface Students {
  readonly edges: readonly { readonly cursor: string; readonly node: Student }[];
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
}

interface Answer {
  readonly classes: { readonly nodes: readonly { readonly id: string; readonly students: Students }[] };
  readonly students: Students;
  readonly node: { readonly status: string; readonly students: Students } | null;
  readonly generateStudents: { readonly students: readonly Student[] };
}

/** Goes from the first page to the last, as `loadNext` does. */
async function loadAll(
  fragment: Refetchable,
  first: Students,
  pageOf: (answer: Answer) => Students | undefined,
  variables: Record<string, unknown>,
): Promise<Student[]> {
  const { operation, connection } = fragment.metadata.refetch;
  const { count = '', cursor = '' } = connection?.forward ?? {};
  const seen = first.edges.map(({ node }) => node);
  for (let page = first; page.pageInfo.hasNextPage; ) {
    const next = pageOf(await send(operation, { ...variables, [count]: 4, [cursor]: page.pageInfo.endCursor }));
    if (!next) throw new Error('There is no next page.');
    page = next;
    seen.push(...page.edges.map(({ node }) => node));
  }
  return seen;
}

const numbers = Array.from({ length: 10 }, (_, index) => `STU0${1000 + index}`);

test('every operation has a text of its own: no part of the contract is taken for a field of the client', () => {
  const files = readdirSync(join(project, 'src/__generated__'));
  const artifacts = files.map((file) => artifact<Operation | Refetchable>(file.replace('.graphql.js', '')));
  const operations = artifacts.filter((each): each is Operation => each.kind === 'Request');
  expect(operations.map(({ params }) => params.name)).toEqual([
    'AddStudentsMutation',
    'ClassPageQuery',
    'ProgressRefetchQuery',
    'ProgressSubscription',
    'RosterPaginationQuery',
    'StudentTablePaginationQuery',
    'StudentTableQuery',
  ]);
  for (const { params } of operations) expect(params.text, params.name).toMatch(/^(query|mutation|subscription) /);
  expect(JSON.stringify(artifacts)).not.toContain('ClientExtension');
});

test('a list below a node is paged through by node(id:)', async () => {
  const { classes } = await send(artifact('ClassPageQuery'), { first: 2 });
  const [shown] = classes.nodes;
  if (!shown) throw new Error('SMALL has classes.');
  const roster = artifact<Refetchable>('Roster_class');
  const id = roster.metadata.refetch.identifierInfo?.identifierQueryVariableName ?? '';
  const students = await loadAll(roster, shown.students, ({ node }) => node?.students, { [id]: shown.id });
  expect(students.map(({ studentId }) => studentId)).toEqual(numbers);
});

test('a list at the root is paged through with its filter', async () => {
  const filter = { gradeLevel: { eq: 3 } };
  const { students: first } = await send(artifact('StudentTableQuery'), { filter });
  expect(first.edges).toHaveLength(3);
  const students = await loadAll(artifact('StudentTable_students'), first, (answer) => answer.students, { filter });
  expect(students.map(({ studentId }) => studentId)).toEqual(numbers);
});

test('a mutation gives the nodes that are to be appended', async () => {
  const input = { count: 2, dataset: 'appended' };
  const { generateStudents } = await send(artifact('AddStudentsMutation'), { input, connections: [] });
  expect(generateStudents.students).toHaveLength(2);
});

test('a subscription updates a job, which is a node that can be refetched', async () => {
  const { id } = await served.gateway.jobs.seed({ domain: modelOf(school), preset: 'MEDIUM', dataset: 'followed', seed: 42 });
  const client = createClient({ url: served.socketUrl });
  const query = artifact<Operation>('ProgressSubscription').params.text ?? '';
  const events = await collect(client.iterate({ query, variables: { id } }));
  expect(events.at(-1)).toMatchObject({ data: { jobProgress: { job: { id, status: 'COMPLETED' } } } });
  const { operation } = artifact<Refetchable>('Progress_job').metadata.refetch;
  expect((await send(operation, { id })).node).toMatchObject({ status: 'COMPLETED' });
  await client.dispose();
});

/** https://relay.dev/graphql/connections.htm */
describe('the connection specification', () => {
  const objects = Object.values(contract.getTypeMap()).filter(isObjectType);
  const connections = objects.filter(({ name }) => name.endsWith('Connection'));
  const typesOf = (fields: Readonly<Record<string, GraphQLField<unknown, unknown>>>) =>
    Object.fromEntries(Object.entries(fields).map(([name, { type }]) => [name, String(type)]));

  test('PageInfo', () => {
    expect(typesOf(objects.find(({ name }) => name === 'PageInfo')?.getFields() ?? {})).toMatchObject({
      hasNextPage: 'Boolean!',
      hasPreviousPage: 'Boolean!',
      startCursor: 'String',
      endCursor: 'String',
    });
  });

  test('Node is an interface of an ID', () => {
    const node = contract.getType('Node');
    expect(isInterfaceType(node) && typesOf(node.getFields())).toEqual({ id: 'ID!' });
    expect(typesOf(contract.getQueryType()?.getFields() ?? {})).toMatchObject({ node: 'Node' });
  });

  test.each(connections.map((type) => [type.name, type] as const))('%s and its edges', (name, type) => {
    const edgeName = name.replace(/Connection$/, 'Edge');
    expect(typesOf(type.getFields())).toMatchObject({ pageInfo: 'PageInfo!', edges: `[${edgeName}!]!` });
    const edge = objects.find((object) => object.name === edgeName);
    const { cursor, node } = typesOf(edge?.getFields() ?? {});
    expect(cursor).toBe('String!');
    const item = objects.find((object) => `${object.name}!` === node);
    expect(item?.getInterfaces().map((each) => each.name)).toContain('Node');
  });

  test('fields that give one take a size and a cursor', () => {
    const fields = objects.flatMap((object) => Object.values(object.getFields()).map((field) => ({ object, field })));
    const lists = fields.filter(({ field }) => connections.some(({ name }) => String(field.type) === `${name}!`));
    expect(lists.length).toBeGreaterThan(connections.length);
    for (const { object, field } of lists) {
      const args = Object.fromEntries(field.args.map((arg) => [arg.name, String(arg.type)]));
      expect(args, `${object.name}.${field.name}`).toMatchObject({ first: 'Int', after: 'String' });
    }
  });
});
