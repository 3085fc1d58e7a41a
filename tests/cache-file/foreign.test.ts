import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { type ImportedCache, importCache } from '../../src/cache-file/index.ts';
import { modelOf } from '../../src/definition/index.ts';
import { school } from '../../src/domains/school/index.ts';
import { digestOf } from '../../src/generate/index.ts';
import { openWorkshop, temporaryFolder, type Workshop } from '../support/gateway-parts.ts';
import { contentsOf } from './support.ts';

/** Files of another tool: the shapes that the Green School document's cache has, with foreign keys and without a header. */

const domain = modelOf(school);
const uuid = (kind: string, number: number) => `${kind}0000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const [schoolId, subjectId, teacherId, roomId, classId] = ['a', 'b', 'c', 'd', 'e'].map((kind) => uuid(kind, 1)) as [
  string,
  string,
  string,
  string,
  string,
];

const person = (number: number, persona: string) => ({
  id: uuid('1', number),
  school_id: schoolId,
  email: `person${number}@green.example`,
  first_name: 'Ann',
  last_name: `Number${number}`,
  persona,
  status: 'active',
  password: 'Student123!',
});

const student = (number: number) => ({
  id: uuid('3', number),
  school_id: schoolId,
  user_id: uuid('1', number),
  student_id: `STU0100${number}`,
  grade_level: 3,
  date_of_birth: '2016-05-04',
  gender: 'female',
  enrollment_date: '2024-09-01T00:00:00',
  status: 'enrolled',
  user: person(number, 'student'),
  first_name: 'Ann',
  last_name: `Number${number}`,
});

const byId = <Row extends { readonly id: string }>(...rows: Row[]) => Object.fromEntries(rows.map((row) => [row.id, row]));

/** What the document's `EntityCache` writes. */
const cache = () => ({
  schools: { [schoolId]: { id: schoolId, name: 'Green Valley', email: 'office@green.example', mascot: 'owl' } },
  users: byId(person(1, 'student'), person(2, 'student'), person(3, 'parent'), person(4, 'teacher')),
  teachers: {
    [teacherId]: { school_id: schoolId, user_id: uuid('1', 4), employee_id: 'EMP1', hire_date: '2020-08-01', grade_levels: [3] },
  },
  parents: { [uuid('2', 3)]: { school_id: schoolId, user_id: uuid('1', 3) } },
  students: byId(student(1), student(2)),
  subjects: { [subjectId]: { school_id: schoolId, code: 'MATH', name: 'Mathematics', grade_levels: [1, 2, 3] } },
  rooms: { [roomId]: { school_id: schoolId, room_number: '101', room_type: 'classroom', capacity: 30 } },
  classes: {
    [classId]: {
      school_id: schoolId,
      subject_id: subjectId,
      teacher_id: teacherId,
      room_id: roomId,
      code: 'MATH301',
      name: 'Grade 3 Mathematics',
      grade_level: 3,
      quarter: 'Q2',
      academic_year: '2024-2025',
      max_students: 25,
      is_active: true,
    },
  },
  lessons: {},
  assessments: {},
  attendance: {
    [uuid('f', 1)]: { school_id: schoolId, student_id: uuid('3', 1), attendance_date: '2024-09-03', status: 'present' },
    [uuid('f', 2)]: {
      school_id: schoolId,
      student_id: uuid('3', 2).toUpperCase(),
      attendance_date: '2024-09-03',
      status: 'tardy',
      check_in_time: '08:20:00',
    },
  },
  events: {},
  activities: {},
  vendors: {},
  merits: {},
  parent_students: [
    [uuid('2', 3), uuid('3', 1), 'mother'],
    [uuid('2', 3), uuid('3', 2), 'guardian'],
  ],
  student_classes: [
    [uuid('3', 1), classId, '2024-09-01'],
    [uuid('3', 2), classId, '2024-09-01'],
  ],
});

async function imported(
  content: unknown,
  workshop?: Workshop,
): Promise<Workshop & { readonly result: ImportedCache; readonly file: string }> {
  const { store, jobs } = workshop ?? (await openWorkshop([domain]));
  const file = join(temporaryFolder(), 'generated_data_cache.json');
  writeFileSync(file, typeof content === 'string' || content instanceof Buffer ? content : JSON.stringify(content, undefined, 2));
  const result = await importCache({ store, domain, version: 'test', dataset: 'default', file });
  return { store, jobs, result, file };
}

const countsOf = ({ counts }: ImportedCache) => Object.fromEntries(counts.map(({ entity, count }) => [entity.name, count]));

describe("the document's own cache", () => {
  test('comes in with its keys, its links, and what it has no name for made or passed over', async () => {
    const { store, result } = await imported(cache());
    expect(countsOf(result)).toMatchObject({ School: 1, User: 4, Student: 2, Attendance: 2, ParentStudent: 2, StudentClass: 2 });
    expect(result.imported).toBe(18);
    const generation = await store.open('default', domain);
    const rowsOf = async (name: string) => generation?.range(domain.entity(name), '', '~', 100);
    const cell = async (name: string, field: string) =>
      (await rowsOf(name))?.map((row) => row[domain.entity(name).fieldNamed(field).index]);
    expect(await cell('Student', 'enrollmentDate')).toEqual(['2024-09-01', '2024-09-01']);
    expect(await cell('Attendance', 'checkInTime')).toEqual([null, '08:20']);
    expect(await cell('Attendance', 'studentId')).toEqual([uuid('3', 1), uuid('3', 2)]);
    expect((await cell('ParentStudent', 'relationshipType'))?.toSorted()).toEqual(['guardian', 'mother']);
    expect(new Set(await cell('ParentStudent', 'schoolId'))).toEqual(new Set([schoolId]));
    expect(new Set(await cell('StudentClass', 'classId'))).toEqual(new Set([classId]));
  });

  test('warns of every key that it does not know once, and of what it has made', async () => {
    const { result } = await imported(cache());
    const warnings = Object.fromEntries(result.warnings.map(({ message, count }) => [message, count]));
    expect(warnings).toMatchObject({
      'students: "user" is not a field and was passed over': 2,
      'students: "first_name" is not a field and was passed over': 2,
      'schools: "mascot" is not a field and was passed over': 1,
      'users.username was missing and was made': 4,
      'parent_students.id was missing and was made': 2,
      'parent_students.school_id was missing and was made': 2,
    });
  });

  test('gives the same rows each time, and is marked as imported', async () => {
    const one = await imported(cache());
    const other = await imported(gzipSync(JSON.stringify(cache())));
    expect(other.result.digest).toBe(one.result.digest);
    expect(await contentsOf(other.store, 'default', domain)).toEqual(await contentsOf(one.store, 'default', domain));
    const generation = await one.store.open('default', domain);
    const marks = await generation?.marks(domain.entity('Student'), '', '~', 10);
    expect(marks).toEqual([1, 2].map((number) => ({ key: uuid('3', number), mark: 'imported' })));
    const state = await generation?.state();
    expect(state && digestOf(domain, state.totals)).toBe(one.result.digest);
  });

  test('can be added to: new rows neither take the keys of the imported ones nor their unique values', async () => {
    const { store, jobs } = await imported(cache());
    // Enough to come to the number of the imported ones, if they began where those do.
    expect(await jobs.generate({ entity: domain.entity('Student'), dataset: 'default', count: 6 })).toHaveLength(6);
    for (const entity of domain.entities) {
      const before = await jobs.summary('default', domain);
      expect(await jobs.generate({ entity, dataset: 'default', count: 2 })).toHaveLength(2);
      const after = await jobs.summary('default', domain);
      const count = (summary: typeof before) => summary?.counts.find((each) => each.entity === entity)?.count ?? 0;
      expect(count(after)).toBe(count(before) + 2);
    }
    expect(await (await store.open('default', domain))?.get(domain.entity('Student'), [uuid('3', 1)])).not.toContain(undefined);
  });
});

describe('a variant of it', () => {
  test.each([
    ['plural attendances', { attendance: undefined, attendances: cache().attendance }],
    [
      'links as objects',
      { parent_students: cache().parent_students.map(([parent_id, student_id]) => ({ parent_id, student_id })) },
    ],
    ['links with an own key', { student_classes: { [uuid('9', 1)]: { student_id: uuid('3', 1), class_id: classId } } }],
    ['rows in a list', { students: [student(1), student(2)] }],
    ['names in camelCase', { parents: { [uuid('2', 3)]: { schoolId, userId: uuid('1', 3) } } }],
    ['a section that is null', { lessons: null }],
    ['a byte order mark', '\ufeff'],
  ])('%s', async (_, change) => {
    const content = typeof change === 'string' ? change + JSON.stringify(cache()) : { ...cache(), ...change };
    const { result } = await imported(content);
    expect(countsOf(result)).toMatchObject({ Student: 2, Attendance: 2, Parent: 1 });
  });

  test('sections that nobody knows are told', async () => {
    const { result } = await imported({ ...cache(), dragons: { x: {}, y: {} }, generated_at: '2024-09-01' });
    const messages = result.warnings.map(({ message, count }) => `${message} ${count}`);
    expect(messages).toContain('"dragons" is no entity of the domain; its rows were passed over 2');
    expect(messages).toContain('"generated_at" is nothing that cache files have and was passed over 1');
  });

  test('keys that stand anywhere in the file are found', async () => {
    const { students, ...rest } = cache();
    const { result } = await imported({ students, ...rest });
    expect(countsOf(result)).toMatchObject({ Student: 2 });
  });
});

test('an empty object is an empty dataset', async () => {
  const { result, file } = await imported('{}');
  expect(result.counts.every(({ count }) => count === 0)).toBe(true);
  expect(readFileSync(file, 'utf8')).toBe('{}');
});
