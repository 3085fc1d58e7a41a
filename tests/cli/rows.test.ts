import { existsSync } from 'node:fs';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type EntityModel, modelOf } from '../../src/definition/index.ts';
import { builtInDomains } from '../../src/domains/index.ts';
import { ask } from '../server/main-process.ts';
import { type Served, serve } from '../server/served.ts';
import { temporaryFolder } from '../support/gateway-parts.ts';
import { type Ended, linesIn, makeFolder, seedgraphIn } from './process.ts';

/** `list`, `find` and `datasets` beside a gateway over the same store, which holds SMALL of every domain. */

interface Listed {
  readonly type: string;
  readonly total: number;
  readonly next: string | null;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

const { folder, remove } = makeFolder();
const run = seedgraphIn(folder);
const domains = builtInDomains.map(modelOf);
const entities = domains.flatMap((domain) => domain.entities.map((entity) => ({ name: entity.name, entity })));
let served: Served;

beforeAll(async () => {
  for (const { name } of domains) expect(await run('seed', name, '--preset', 'small')).toMatchObject({ status: 0 });
  served = await serve(modelOf(builtInDomains[0] as (typeof builtInDomains)[number]), {
    domains,
    store: `file:${join(folder, '.seedgraph')}`,
  });
});

afterAll(async () => {
  await served.gateway.dispose();
  remove();
});

async function listed(...args: string[]): Promise<Listed> {
  const { status, stdout, stderr } = await run('list', ...args, '--json');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return JSON.parse(stdout);
}

/** The rows of an entity as GraphQL gives them. */
async function rowsByGraphql({ plural, fields }: EntityModel): Promise<unknown> {
  const answer = await ask(served.url, `{ ${plural}(first: 1000) { nodes { ${fields.map(({ name }) => name).join(' ')} } } }`);
  return (answer as { data: Record<string, { nodes: unknown }> }).data[plural]?.nodes;
}

describe('every entity', () => {
  /** How lines ended, by entity: one process runs those of all. */
  async function forEach(linesOf: (entity: EntityModel) => readonly (readonly string[])[]) {
    const lines = entities.map(({ entity }) => linesOf(entity));
    const ended = [...(await linesIn(folder, lines.flat()))];
    return new Map(entities.map(({ entity }, index) => [entity, ended.splice(0, lines[index]?.length)]));
  }

  let lists: ReadonlyMap<EntityModel, readonly Ended[]>;
  beforeAll(async () => {
    lists = await forEach(({ plural }) => [
      ['list', '--type', plural, '--limit', '1000', '--json'],
      ['list', '--type', plural, '--limit', '5'],
    ]);
  });

  const listOf = (entity: EntityModel): Listed => {
    const { status, stdout, stderr } = lists.get(entity)?.[0] ?? {};
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    return JSON.parse(stdout ?? '');
  };

  test.each(entities)('$name is listed with the fields and values that GraphQL has', async ({ entity }) => {
    const { type, total, next, rows } = listOf(entity);
    expect({ type, total, next }).toEqual({ type: entity.typeName, total: rows.length, next: null });
    expect(rows).toEqual(await rowsByGraphql(entity));
  });

  test.each(entities)('$name is listed as a table that fits', ({ entity }) => {
    const { stdout = '' } = lists.get(entity)?.[1] ?? {};
    const [head, ...lines] = stdout.split('\n');
    expect(head).toMatch(/^\w+( {2,}\w+)+$/);
    for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(120);
    expect(stdout).toMatch(/^\d+ of [\d,]+ \S+/m);
    expect(stdout).not.toMatch(/\p{Cc}(?<!\n)/u);
  });

  test('is found by whatever is unique', async () => {
    const keys = new Map<EntityModel, readonly (readonly [string, unknown])[]>();
    for (const { entity } of entities) {
      const id = listOf(entity).rows[0]?.id;
      const lookups = await lookupValues(entity, String(id));
      keys.set(entity, lookups.length > 0 ? lookups : [['--id', id]]);
    }
    const found = await forEach((entity) =>
      (keys.get(entity) ?? []).map(([flag, value]) => ['find', '--type', entity.single, flag, String(value), '--json']),
    );
    for (const { entity } of entities) {
      const { type, rows } = listOf(entity);
      const wanted = { type, total: 1, next: null, rows: rows.slice(0, 1) };
      expect(found.get(entity)?.map(({ stdout }) => JSON.parse(stdout))).toEqual(keys.get(entity)?.map(() => wanted));
    }
  });
});

/** The options for the look-ups of an entity, with the values that one row has. */
async function lookupValues(entity: EntityModel, id: string): Promise<(readonly [string, unknown])[]> {
  const wanted = entity.lookups.map(({ name, via, field }) =>
    via ? `${name}: ${via.name} { ${field.name} }` : `${name}: ${field.name}`,
  );
  if (wanted.length === 0) return [];
  const answer = await ask(served.url, `{ row: ${entity.single}(by: {id: "${id}"}) { ${wanted.join(' ')} } }`);
  const { row } = (answer as { data: { row: Record<string, unknown> } }).data;
  return entity.lookups.map(({ name, via, field }) => {
    const value = via ? (row[name] as Record<string, unknown>)[field.name] : row[name];
    return [`--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`, value];
  });
}

describe('list', () => {
  test('without a type has all types with their counts', async () => {
    const { stdout } = await run('list', '--json');
    const { types } = JSON.parse(stdout) as { types: { type: string; count: number }[] };
    expect(types).toHaveLength(entities.length);
    expect(types).toContainEqual({ type: 'parent-students', count: 10 });
    expect((await run('list')).stdout).toMatch(/^attendances +300$/m);
  });

  test('goes on after a row, to the end', async () => {
    const pages: Listed[] = [];
    let after: string[] = [];
    do {
      const page = await listed('--type', 'students', '--limit', '4', ...after);
      pages.push(page);
      after = ['--after', String(page.next)];
    } while (pages.at(-1)?.next !== null);
    expect(pages.map(({ rows }) => rows.length)).toEqual([4, 4, 2]);
    expect(pages.flatMap(({ rows }) => rows)).toEqual((await listed('students')).rows);
    expect((await run('list', 'students', '--limit', '4')).stdout).toMatch(/^4 of 10 students\..*\nThe next: --after \S+$/m);
  });

  test('shows people by their names, and what rows refer to', async () => {
    expect((await run('list', 'students')).stdout).toMatch(/^Harriet Schamberger +STU01000 /m);
    expect((await run('list', 'parent-students')).stdout).toMatch(/^Ronald Schamberger +Harriet Schamberger +father /m);
    expect((await run('list', 'classes')).stdout).toMatch(/^Grade 3 Mathematics .* Roselyn Rice /m);
  });

  test.each([
    ['attendance', 'status=absent', '{status: {eq: ABSENT}}'],
    ['attendance', 'status!=PRESENT', '{status: {ne: PRESENT}}'],
    ['attendance', 'attendanceDate>=2024-10-01', '{attendanceDate: {gte: "2024-10-01"}}'],
    ['attendance', 'reason=', '{reason: {isNull: true}}'],
    ['assessments', 'score<60', '{score: {lt: 60}}'],
    ['students', 'student_id = stu01003', '{studentId: {eq: "STU01003"}}'],
    ['students', 'user.last-name~an', '{user: {lastName: {contains: "an"}}}'],
    ['parent-students', 'isPrimaryContact=yes', '{isPrimaryContact: {eq: true}}'],
    ['activities', 'fee>10.50', '{fee: {gt: "10.50"}}'],
  ])('%s where %s', async (type, where, filter) => {
    const plural = type === 'attendance' ? 'attendances' : type === 'parent-students' ? 'parentStudents' : type;
    const { data } = (await ask(served.url, `{ found: ${plural}(filter: ${filter}) { totalCount } }`)) as {
      data: { found: { totalCount: number } };
    };
    expect((await listed(type, '--where', where)).total).toBe(data.found.totalCount);
  });

  test('conditions hold together', async () => {
    const { total } = await listed('attendance', '--where', 'status=present', '--where', 'status=absent');
    expect(total).toBe(0);
    expect((await run('list', 'attendance', '--where', 'status=present', '--where', 'status=absent')).stdout).toBe(
      '0 of 0 attendance.\n',
    );
  });

  const refused: readonly (readonly [string, string, RegExp])[] = [
    ['students', 'gradeLevel', /a field, a comparison .* and a value/],
    ['students', 'gradeLevel=three', /gradeLevel: a whole number is expected; given "three"/],
    ['students', 'gradeLevl=3', /Student has no "gradeLevl" to filter by; did you mean "gradeLevel"\?/],
    ['students', 'class.name=x', /Student has no "class" to filter by/],
    ['students', 'gradeLevel~3', /~ looks into texts/],
    ['attendance', 'status=ill', /one of present, absent/],
    ['attendance', 'attendanceDate>=2024-02-30', /a date as YYYY-MM-DD/],
    ['activities', 'fee>1.005', /at most 2 decimals/],
  ];

  test('wrong conditions are refused', async () => {
    const ended = await linesIn(
      folder,
      refused.map(([type, where]) => ['list', type, '--where', where]),
    );
    for (const [index, [type, where, message]] of refused.entries()) {
      const { status, stdout, stderr } = ended[index] ?? {};
      expect(stderr, `${type} where ${where}`).toMatch(message);
      expect(stderr).toMatch(/\(INVALID_FILTER\)$/m);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    }
  });

  test('knows types in any case, with - or _', async () => {
    const ended = await linesIn(
      folder,
      ['STUDENT', 'student_classes', 'ParentStudent'].map((type) => ['list', '--type', type]),
    );
    expect(ended.map(({ status }) => status)).toEqual([0, 0, 0]);
  });

  test('nothing in a row can steer a terminal', async () => {
    const name = '\u001b[31mRed\u0007\nand blue\u009b2J';
    const mutation = `mutation { generateVendors(input: {count: 1, dataset: "odd", with: {companyName: ${JSON.stringify(name)}}}) { vendors { id } } }`;
    await ask(served.url, 'mutation { seedSchool(preset: SMALL, dataset: "odd") }');
    expect(await ask(served.url, mutation)).not.toHaveProperty('errors');
    const shown = (await run('list', 'vendors', '--dataset', 'odd')).stdout;
    expect(shown).toMatch(/\[31mRed and blue 2J/);
    expect(shown.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
    expect((await listed('vendors', '--dataset', 'odd')).rows.at(-1)).toMatchObject({ companyName: name });
  });
});

describe('find', () => {
  test('shows one row in full, with the names of what it refers to', async () => {
    const { status, stdout } = await run('find', '--type', 'student', '--student-id', 'stu01000');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Student\n {2}name +Harriet Schamberger\n/);
    expect(stdout).toMatch(/^ {2}studentId +STU01000$/m);
    expect(stdout).toMatch(/^ {2}school +Green Valley Elementary School \([0-9a-f-]{36}\)$/m);
  });

  test.each(['SCHAMBERGER', ' harriet  schamberger '])('a person by "%s"', async (name) => {
    expect((await run('find', 'student', '--name', name)).stdout).toMatch(/^ {2}studentId +STU01000$/m);
  });

  test('several of one name as a list', async () => {
    const { stdout } = await run('find', '--type', 'attendance', '--name', 'Harriet Schamberger', '--limit', '3');
    expect(stdout).toMatch(/^3 of 30 attendance\./m);
  });

  test('what has a title by that', async () => {
    expect((await run('find', 'class', '--name', 'grade 3 mathematics')).stdout).toMatch(/^ {2}code +MATH301$/m);
  });

  test('nothing: says so, ends with 1, and names who is near', async () => {
    const { status, stdout, stderr } = await run('find', 'student', '--name', 'Harriet Schambreger');
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toBe(
      'error: There is no student whose name is "Harriet Schambreger" in the dataset "default". ' +
        'Did you mean "Harriet Schamberger"? (ROW_NOT_FOUND)\n',
    );
    expect(await run('find', 'student', '--student-id', 'STU99999')).toMatchObject({ status: 1, stdout: '' });
  });

  const wrong: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['no key', ['student'], /find takes exactly one of --id, --name, --student-id, --email, --user-id\./],
    ['two keys', ['student', '--id', 'x', '--name', 'y'], /exactly one of .*; given --id and --name/],
    ['a key of another type', ['student', '--slug', 'x'], /A student has no --slug; it is found by/],
    ['an empty name', ['student', '--name', ' '], /--name needs a value/],
    ['no name to find by', ['attendance', '--employee-id', 'x'], /it is found by --id, --name/],
    ['no type', ['--name', 'x'], /name one type/],
    ['two types', ['student', '--type', 'teacher', '--name', 'x'], /name one type/],
    ['a misspelt type', ['studnet', '--name', 'x'], /no type "studnet"; did you mean "student"\?/],
    ['an option that no type has', ['student', '--emial', 'x'], /unknown option '--emial'\n\(Did you mean --email\?\)/],
  ];

  test('wrong usage is told', async () => {
    const ended = await linesIn(
      folder,
      wrong.map(([, args]) => ['find', ...args]),
    );
    for (const [index, [what, , message]] of wrong.entries()) {
      expect(ended[index]?.stderr, what).toMatch(message);
      expect(ended[index]?.status, what).toBe(2);
    }
  });
});

describe('datasets', () => {
  test('are listed with what they were made with', async () => {
    const { stdout } = await run('datasets', '--json');
    const [first] = JSON.parse(stdout) as { digest: string }[];
    expect(first).toMatchObject({ name: 'default', domain: 'school', seed: 42, preset: 'SMALL', rows: 786 });
    expect((await run('datasets')).stdout).toMatch(
      new RegExp(`^default +school +42 +SMALL +786 .* ${first?.digest.slice(0, 12)}$`, 'm'),
    );
  });

  test('that do not exist are told by name', async () => {
    const { status, stderr } = await run('list', 'students', '--dataset', 'nowhere');
    expect(stderr).toMatch(/no dataset "nowhere" in file:\.seedgraph\..* there are: default.*\(DATASET_NOT_FOUND\)/);
    expect(status).toBe(1);
  });
});

test('jobs are listed, the newest first', async () => {
  const { stdout } = await run('jobs', '--json', '--limit', '1');
  const { total, jobs } = JSON.parse(stdout) as { total: number; jobs: object[] };
  expect(total).toBeGreaterThanOrEqual(domains.length);
  expect(jobs).toEqual([
    expect.objectContaining({ kind: 'seed', status: 'COMPLETED', planned: 786, inserted: 786, error: null }),
  ]);
  expect((await run('jobs')).stdout).toMatch(/^[0-9a-f-]{36} +COMPLETED +default +786 +786 /m);
});

test('a store that is not there is empty, and is not made', async () => {
  const empty = temporaryFolder();
  const here = seedgraphIn(empty);
  const advice = 'The dataset "default" in file:.seedgraph is empty. Fill it: seedgraph generate\n';
  for (const args of [['list'], ['list', 'students']]) expect(await here(...args)).toMatchObject({ status: 0, stdout: advice });
  expect(JSON.parse((await here('list', 'students', '--json')).stdout)).toMatchObject({ total: 0, rows: [] });
  expect(await here('find', 'student', '--name', 'x')).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/"default" is empty/),
  });
  expect((await here('datasets')).stdout).toBe('Nothing is kept in file:.seedgraph yet. Fill a dataset: seedgraph generate\n');
  expect((await here('datasets', '--json')).stdout).toBe('[]\n');
  expect((await here('jobs')).stdout).toBe('0 of 0 jobs.\n');
  const writers = [
    ['export-cache'],
    ['push', '--base-url', 'http://127.0.0.1:9'],
    ['cleanup', '--confirm'],
    ['report'],
    ['verify'],
  ];
  for (const args of writers) await here(...args);
  expect(existsSync(join(empty, '.seedgraph'))).toBe(false);
});
