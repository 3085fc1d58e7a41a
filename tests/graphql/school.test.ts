import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { modelOf, pascalCase } from '../../src/definition/index.ts';
import { school } from '../../src/domains/school/index.ts';
import { countingStore, noCalls } from './counting-store.ts';
import { type Harness, harness } from './harness.ts';

const model = modelOf(school);
const calls = noCalls();
let gateway: Harness;

beforeAll(async () => {
  gateway = await harness(model, { wrapStore: (store) => countingStore(store, calls) });
  await gateway.data('mutation { seedSchool }');
});

afterAll(() => gateway.gateway.dispose());

interface Student {
  readonly id: string;
  readonly studentId: string;
  readonly gradeLevel: number;
  readonly dateOfBirth: string;
  readonly gender: string;
  readonly user: { readonly firstName: string; readonly lastName: string; readonly email: string };
}

const fields = 'id studentId gradeLevel dateOfBirth gender user { firstName lastName email }';

async function find(args: string): Promise<readonly Student[]> {
  const { students } = await gateway.data<{ students: { nodes: Student[] } }>(
    `{ students(first: 1000${args}) { nodes { ${fields} } } }`,
  );
  return students.nodes;
}

test('MEDIUM is the default and holds what it should', async () => {
  type Data = { dataset: { preset: string; counts: { entity: string; count: number }[] } };
  const { dataset } = await gateway.data<Data>('{ dataset { preset counts { entity count } } }');
  expect(dataset.preset).toBe('MEDIUM');
  expect(Object.fromEntries(dataset.counts.map(({ entity, count }) => [entity, count]))).toEqual({
    School: 1,
    User: 112,
    Teacher: 10,
    Parent: 50,
    Student: 50,
    ParentStudent: 50,
    Subject: 6,
    Room: 15,
    Class: 42,
    StudentClass: 300,
    Lesson: 1260,
    Assessment: 1000,
    Attendance: 4500,
    Event: 15,
    Activity: 5,
    Vendor: 10,
    Merit: 250,
  });
});

const filters: readonly [string, (student: Student) => boolean][] = [
  ['{gradeLevel: {eq: 3}}', ({ gradeLevel }) => gradeLevel === 3],
  ['{gradeLevel: {in: [1, 7]}}', ({ gradeLevel }) => gradeLevel === 1 || gradeLevel === 7],
  ['{gradeLevel: {gt: 2, lte: 5}}', ({ gradeLevel }) => gradeLevel > 2 && gradeLevel <= 5],
  ['{not: {gradeLevel: {eq: 3}}}', ({ gradeLevel }) => gradeLevel !== 3],
  ['{gender: {eq: FEMALE}}', ({ gender }) => gender === 'FEMALE'],
  ['{dateOfBirth: {lt: "2016-01-01"}}', ({ dateOfBirth }) => dateOfBirth < '2016-01-01'],
  ['{studentId: {endsWith: "7"}}', ({ studentId }) => studentId.endsWith('7')],
  ['{user: {email: {startsWith: "A"}}}', ({ user }) => user.email.startsWith('a')],
  ['{user: {lastName: {contains: "ER"}}}', ({ user }) => user.lastName.toLowerCase().includes('er')],
  [
    '{or: [{gradeLevel: {eq: 1}}, {user: {firstName: {startsWith: "m"}}}]}',
    (s) => s.gradeLevel === 1 || s.user.firstName.startsWith('M'),
  ],
];

test.each(filters)('students(filter: %s)', async (filter, holds) => {
  const expected = (await find('')).filter(holds);
  expect(await find(`, filter: ${filter}`)).toEqual(expected);
  expect(expected.length).toBeGreaterThan(0);
});

test('everyone with a person behind them is found by name', async () => {
  for (const student of await find('')) {
    const { firstName, lastName } = student.user;
    expect(await find(`, filter: {name: ${JSON.stringify(`${firstName} ${lastName}`.toUpperCase())}}`)).toContainEqual(student);
  }
  const { teachers } = await gateway.data<{ teachers: { nodes: { id: string; user: Student['user'] }[] } }>(
    '{ teachers { nodes { id user { firstName lastName email } } } }',
  );
  for (const { id, user } of teachers.nodes) {
    const found = await gateway.data<{ teachers: { nodes: { id: string }[] } }>(
      'query ($name: String) { teachers(filter: {name: $name}) { nodes { id } } }',
      { name: user.lastName },
    );
    expect(found.teachers.nodes).toContainEqual({ id });
  }
});

test.each(['assessments', 'attendances', 'merits', 'studentClasses'])(
  '%s are found by the name of their student',
  async (plural) => {
    const [student] = await find('');
    const name = `${student?.user.firstName} ${student?.user.lastName}`.toLowerCase();
    const counted = await gateway.data<Record<'named' | 'through' | 'nobody', { totalCount: number }>>(
      `query ($name: String!, $id: ID!) {
      named: ${plural}(filter: {name: $name, studentId: {eq: $id}}) { totalCount }
      through: ${plural}(filter: {student: {id: {eq: $id}}}) { totalCount }
      nobody: ${plural}(filter: {name: "no such person"}) { totalCount }
    }`,
      { name, id: student?.id },
    );
    expect(counted.named).toEqual(counted.through);
    expect(counted.named.totalCount).toBeGreaterThan(0);
    expect(counted.nobody.totalCount).toBe(0);
  },
);

test('the names that clients rely on are there', async () => {
  await gateway.data(`{
    students(first: 2) { nodes {
      studentId gradeLevel dateOfBirth gender enrollmentDate status user { firstName lastName email persona }
      attendances(first: 1) { nodes { attendanceDate status } }
      assessments(first: 1) { nodes { title assessmentType score maxScore quarter teacher { id } } }
      parents { nodes { id } } classes { nodes { code gradeLevel subject { code } students { totalCount } } }
    } }
    schools { nodes { name } }
  }`);
});

test('the first query costs one read a level', async () => {
  Object.assign(calls, noCalls());
  await gateway.data(`{ students(first: 100) { totalCount nodes { user { email }
    parents { nodes { user { email } } } assessments(first: 2) { nodes { title } } } } }`);
  // Users of students and users of parents are one read each: the parents come later.
  expect(calls).toEqual({ get: 2, find: 3, count: 1, aggregate: 0 });
});

describe('generating works for every entity', () => {
  test.each(model.entities.map((entity) => [entity.plural, entity] as const))('%s', async (plural, entity) => {
    const dataset = `generate-${plural.toLowerCase()}`;
    await gateway.data(`mutation { seedSchool(preset: SMALL, dataset: "${dataset}") }`);
    const name = `generate${pascalCase(plural)}`;
    const { data, errors } = await gateway.ask<Record<string, Record<string, { id: string }[]>>>(
      `mutation { ${name}(input: {count: 2, dataset: "${dataset}"}) { ${plural} { id } } }`,
    );
    expect(errors).toBeUndefined();
    const ids = data[name]?.[plural]?.map(({ id }) => id);
    expect(new Set(ids).size).toBe(2);
    const seen = await gateway.ask(
      'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }',
      { ids },
      { 'x-dataset': dataset },
    );
    expect(seen.data).toEqual({ nodes: ids?.map((id) => ({ __typename: entity.typeName, id })) });
  });
});
