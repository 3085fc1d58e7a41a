import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  ClassRosterDocument,
  DatasetDocument,
  DatasetsDocument,
  DropDatasetDocument,
  GenerateStudentsDocument,
  JobDocument,
  JobProgressDocument,
  JobsDocument,
  NodeDocument,
  NodesDocument,
  SampleStudentsDocument,
  SchoolPlanDocument,
  SeedSchoolDocument,
  StartSeedSchoolDocument,
  StudentDocument,
  StudentsByNameDocument,
  StudentsDocument,
  StudentsPageDocument,
} from '../../operations/school/generated/graphql.ts';
import { modelOf } from '../../src/definition/index.ts';
import { school } from '../../src/domains/school/index.ts';
import { Client } from './client.ts';
import { collect, type Served, serve } from './served.ts';

let served: Served;
let client: Client;

beforeAll(async () => {
  served = await serve(modelOf(school));
  client = new Client(served.url);
  await client.data(SeedSchoolDocument, { preset: 'SMALL' });
});

afterAll(() => served.gateway.dispose());

describe('the first steps', () => {
  test('the literal mutation is valid as written and returns the ID of a job', async () => {
    const response = await fetch(served.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-dataset': 'literal' },
      body: JSON.stringify({ query: 'mutation { seedSchool(preset: SMALL) }' }),
    });
    const { data } = (await response.json()) as { data: { seedSchool: string } };
    const { job } = await client.data(JobDocument, { id: data.seedSchool });
    expect(job).toMatchObject({ status: 'COMPLETED', dataset: 'literal', seed: 42, error: null });
    expect(job?.steps.every(({ planned, inserted, status }) => status === 'COMPLETED' && planned === inserted)).toBe(true);
  });

  test('students of a grade with their parents and marks', async () => {
    const { students, dataset } = await client.data(StudentsDocument, {});
    expect(students.totalCount).toBe(10);
    expect(students.nodes).toHaveLength(3);
    for (const student of students.nodes) {
      expect(student.studentId).toMatch(/^STU\d{5}$/);
      expect(student.user.email).toContain('@');
      expect(student.parents.nodes.length).toBeGreaterThan(0);
      expect(student.assessments.nodes).toHaveLength(2);
    }
    expect(dataset?.counts).toHaveLength(17);
    expect(dataset?.digest).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('looking up', () => {
  test('by id, student number, e-mail and user', async () => {
    const { students } = await client.data(StudentsDocument, { first: 1 });
    const [known] = students.nodes;
    if (!known) throw new Error('SMALL has students in grade 3.');
    for (const by of [
      { id: known.id },
      { studentId: known.studentId },
      { studentId: known.studentId.toLowerCase() },
      { email: known.user.email.toUpperCase() },
    ]) {
      const { student } = await client.data(StudentDocument, { by });
      expect(student).toMatchObject({ id: known.id, gradeLevel: 3, user: { email: known.user.email, persona: 'STUDENT' } });
    }
    expect(await client.data(StudentDocument, { by: { email: 'nobody@nowhere.example' } })).toEqual({ student: null });
  });

  test('by name', async () => {
    const { students } = await client.data(StudentsDocument, { first: 1 });
    const { firstName = '', lastName = '' } = students.nodes[0]?.user ?? {};
    const found = await client.data(StudentsByNameDocument, { name: ` ${firstName.toUpperCase()}   ${lastName} ` });
    expect(found.students.nodes.map(({ id }) => id)).toContain(students.nodes[0]?.id);
  });

  test('by node ID, alone and several', async () => {
    const { students } = await client.data(StudentsDocument, { first: 2 });
    const ids = students.nodes.map(({ id }) => id);
    expect(await client.data(NodeDocument, { id: ids[0] ?? '' })).toMatchObject({
      node: { __typename: 'Student', id: ids[0], studentId: students.nodes[0]?.studentId },
    });
    const { nodes } = await client.data(NodesDocument, { ids: [...ids, 'stranger'] });
    expect(nodes).toEqual([...ids.map((id) => ({ __typename: 'Student', id })), null]);
  });
});

describe('lists and relations', () => {
  test('page through all students', async () => {
    const seen: string[] = [];
    for (let after: string | null | undefined, more = true; more; ) {
      const page = await client.data(StudentsPageDocument, {
        first: 4,
        after,
        orderBy: [{ field: 'STUDENT_ID', direction: 'DESC' }],
      });
      seen.push(...page.students.edges.map(({ node }) => node.studentId));
      ({ endCursor: after, hasNextPage: more } = page.students.pageInfo);
    }
    expect(seen).toHaveLength(10);
    expect(seen).toEqual([...seen].sort().reverse());
  });

  test('nest', async () => {
    const { classes } = await client.data(ClassRosterDocument, {});
    expect(classes.totalCount).toBe(6);
    for (const { subject, students, gradeLevel } of classes.nodes) {
      expect(subject.code).toMatch(/^[A-Z]/);
      expect(gradeLevel).toBe(3);
      expect(students.totalCount).toBe(10);
      expect(students.nodes).toHaveLength(5);
    }
  });
});

describe('plans, datasets and samples', () => {
  test('a plan is what a seeding makes', async () => {
    const { schoolPlan } = await client.data(SchoolPlanDocument, { preset: 'SMALL' });
    const { dataset } = await client.data(DatasetDocument, {});
    const made = new Map(dataset?.counts.map(({ entity, count }) => [entity, count]));
    expect(schoolPlan).toMatchObject({ preset: 'SMALL', seed: 42, roots: 1 });
    for (const { entity, rows } of schoolPlan.stages) expect([entity, made.get(entity)]).toEqual([entity, rows]);
  });

  test('overrides change it', async () => {
    const { schoolPlan } = await client.data(SchoolPlanDocument, {
      preset: 'SMALL',
      overrides: { volumes: { meritsPerStudent: 7 } },
    });
    expect(schoolPlan.stages.find(({ entity }) => entity === 'Merit')?.rows).toBe(70);
  });

  test('samples follow their references and are stored nowhere', async () => {
    const { sampleStudents } = await client.data(SampleStudentsDocument, { count: 3, seed: '7' });
    expect(sampleStudents).toHaveLength(3);
    for (const { user } of sampleStudents) expect(user.lastName).not.toBe('');
    expect(await client.data(SampleStudentsDocument, { count: 3, seed: 7 })).toEqual({ sampleStudents });
  });

  test('datasets are apart, listed and dropped', async () => {
    await client.data(SeedSchoolDocument, { preset: 'SMALL', seed: 1, dataset: 'apart' });
    const { datasets } = await client.data(DatasetsDocument, {});
    expect(datasets).toContainEqual({ name: 'apart', seed: 1 });
    const { students } = await new Client(served.url, 'apart').data(StudentsDocument, { first: 1 });
    expect(await client.data(StudentDocument, { by: { id: students.nodes[0]?.id ?? '' } })).toEqual({ student: null });
    expect(await client.data(DropDatasetDocument, { name: 'apart' })).toEqual({ dropDataset: true });
  });
});

describe('generating', () => {
  test('adds students with what they require', async () => {
    const dataset = 'growing';
    const mine = new Client(served.url, dataset);
    await mine.data(SeedSchoolDocument, { preset: 'SMALL' });
    const { generateStudents } = await mine.data(GenerateStudentsDocument, { input: { count: 4, with: { gradeLevel: 5 } } });
    expect(generateStudents.students.map(({ gradeLevel }) => gradeLevel)).toEqual([5, 5, 5, 5]);
    expect(new Set(generateStudents.students.map(({ user }) => user.email)).size).toBe(4);
    const { students } = await mine.data(StudentsDocument, { gradeLevel: 5, first: 10 });
    expect(students.nodes.map(({ id }) => id).sort()).toEqual(generateStudents.students.map(({ id }) => id).sort());
  });

  test('wrong input is refused with a code and its path', async () => {
    const { errors } = await client.ask(GenerateStudentsDocument, { input: { count: 0 } });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'INVALID_COUNT', argument: ['input', 'count'] });
  });
});

describe('jobs', () => {
  test.each(['socket', 'events'] as const)('are followed over %s', async (transport) => {
    const dataset = `followed-${transport}`;
    const { startSeedSchool } = await client.data(StartSeedSchoolDocument, { preset: 'MEDIUM', dataset });
    const answers = await collect(client[transport](JobProgressDocument, { id: startSeedSchool.id }));
    const events = answers.map(({ data }) => data?.jobProgress);
    expect(events[0]?.step).toBeNull();
    expect(events.at(-1)?.job).toMatchObject({ status: 'COMPLETED', dataset, inserted: startSeedSchool.planned });
    const { jobs } = await client.data(JobsDocument, { status: ['COMPLETED'], first: 1 });
    expect(jobs.nodes[0]?.id).toBe(startSeedSchool.id);
  });
});
