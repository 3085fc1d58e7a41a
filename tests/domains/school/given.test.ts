import { describe, expect, test } from 'vitest';
import type { Address, Given } from '../../../src/definition/index.ts';
import { Generator, objectOf } from '../../../src/generate/index.ts';
import { createPlan, recipeOf, Universe } from '../../../src/plan/index.ts';
import { schoolModel } from './made.ts';

/** A row added to SMALL with values that the user fixed, and rows that hang under it. */
function added(entity: string, address: Address, given: Given, volumes: Readonly<Record<string, number>>) {
  const seed = recipeOf(createPlan(schoolModel, { preset: 'SMALL' }));
  const config = createPlan(schoolModel, { preset: 'SMALL', overrides: { volumes } }).config;
  const entry = {
    operation: 'generate',
    entity,
    seed: 42,
    with: given,
    volumes: config.volumes,
    rows: [address],
    required: {},
  } as const;
  const generator = new Generator(new Universe(schoolModel, [seed, entry]));
  return (name: string, at: Address): Readonly<Record<string, unknown>> => {
    const model = schoolModel.entity(name);
    return objectOf(model, generator.row(model, at));
  };
}

describe('values that a user fixes are fitted by the others', () => {
  test('a grade: the age fits it', () => {
    const row = added('Student', [0, 10], { gradeLevel: 5 }, { students: 11 });
    const { gradeLevel, dateOfBirth } = row('Student', [0, 10]);
    expect(gradeLevel).toBe(5);
    expect(['2012-09-01', '2014-09-01'].map((limit) => String(dateOfBirth) > limit)).toEqual([true, false]);
  });

  test('a name: the e-mail and the username have it', () => {
    const row = added('User', [0, 0, 2], { firstName: 'Zoë', lastName: "O'Hara" }, { administrators: 3 });
    expect(row('User', [0, 0, 2])).toMatchObject({
      firstName: 'Zoë',
      email: 'zoe.ohara1002@office.green-valley-elementary-school.example',
      username: 'zohara.a1002',
    });
  });

  test('a score: percentage and letter follow it', () => {
    const row = added('Assessment', [0, 3, 20], { score: 9, maxScore: 10 }, { assessmentsPerStudent: 21 });
    expect(row('Assessment', [0, 3, 20])).toMatchObject({ score: 9, maxScore: 10, percentage: 90, letterGrade: 'A' });
  });

  test.each([
    ['absent', { checkInTime: null, reason: expect.any(String), minutesLate: 0 }],
    ['tardy', { checkInTime: expect.any(String), minutesLate: expect.toSatisfy((minutes: number) => minutes > 0) }],
    ['present', { checkInTime: expect.any(String), reason: null, minutesLate: 0 }],
  ])('a status of attendance, %s: what goes with it follows', (status, expected) => {
    for (let student = 0; student < 10; student++) {
      const row = added('Attendance', [0, student, 30], { status }, { attendanceDays: 31 });
      expect(row('Attendance', [0, student, 30])).toMatchObject({ status, ...expected });
    }
  });

  test.each([
    ['2024-10-01', 'Q1'],
    ['2025-05-05', 'Q4'],
    ['2024-12-25', 'Q2'],
  ])('a date, %s: the quarter follows', (date, quarter) => {
    const attendance = added('Attendance', [0, 3, 30], { attendanceDate: date }, { attendanceDays: 31 });
    expect(attendance('Attendance', [0, 3, 30])).toMatchObject({ attendanceDate: date, quarter });
    const assessment = added('Assessment', [0, 3, 20], { assessmentDate: date }, { assessmentsPerStudent: 21 });
    expect(assessment('Assessment', [0, 3, 20])).toMatchObject({ assessmentDate: date, quarter });
    const merit = added('Merit', [0, 3, 5], { awardedDate: date }, { meritsPerStudent: 6 });
    expect(merit('Merit', [0, 3, 5])).toMatchObject({ awardedDate: date, quarter });
  });

  test('a date with a record already: the status is that of the day', () => {
    const row = added('Attendance', [0, 3, 30], { attendanceDate: '2024-09-10' }, { attendanceDays: 31 });
    const { status } = row('Attendance', [0, 3, 30]);
    expect(row('Attendance', [0, 3, 5])).toMatchObject({ attendanceDate: '2024-09-10', status });
  });

  test('a score alone, above what the type has: out of 100', () => {
    const row = added('Assessment', [0, 3, 20], { score: 85, assessmentType: 'quiz' }, { assessmentsPerStudent: 21 });
    expect(row('Assessment', [0, 3, 20])).toMatchObject({ maxScore: 100, percentage: 85, letterGrade: 'B' });
  });

  test('a percentage: score and letter follow it', () => {
    const row = added('Assessment', [0, 3, 20], { percentage: 95, assessmentType: 'quiz' }, { assessmentsPerStudent: 21 });
    expect(row('Assessment', [0, 3, 20])).toMatchObject({ score: 19, maxScore: 20, letterGrade: 'A' });
  });

  test.each([
    ['Student', { gradeLevel: 99 }, 'from 1 to 12'],
    ['Student', { gradeLevel: 0 }, 'from 1 to 12'],
    ['Student', { gradeLevel: 2.5 }, 'from 1 to 12'],
    ['Assessment', { score: 11, maxScore: 10 }, 'from 0 to 10'],
    ['Assessment', { score: 150 }, 'from 0 to 100'],
    ['Assessment', { score: -1 }, 'at least 0'],
    ['Assessment', { maxScore: 0 }, 'at least 1'],
    ['Assessment', { percentage: 101 }, 'from 0 to 100'],
  ])('%s %o is refused', (entity, given, range) => {
    const address = entity === 'Student' ? [0, 10] : [0, 3, 20];
    const row = added(entity, address, given, { students: 11, assessmentsPerStudent: 21 });
    const refused = { code: 'INFEASIBLE_PLAN', message: expect.stringContaining(range) };
    expect(() => row(entity, address)).toThrow(expect.objectContaining(refused));
  });

  test('a grade: the seat is shared with nobody', () => {
    const row = added('Student', [0, 10], { gradeLevel: 3 }, { students: 11 });
    const seats = Array.from({ length: 11 }, (_, student) => row('StudentClass', [0, student, 0]).seat);
    expect(new Set(seats).size).toBe(11);
  });

  test('a grade without classes: no enrollment, and an assessment is refused', () => {
    const row = added('Student', [0, 10], { gradeLevel: 5 }, { students: 11 });
    expect(() => row('Assessment', [0, 10, 0])).toThrow(expect.objectContaining({ code: 'INFEASIBLE_PLAN' }));
    expect(row('Merit', [0, 10, 0])).toMatchObject({ studentId: row('Student', [0, 10]).id });
    expect(row('Attendance', [0, 10, 0])).toMatchObject({ classId: null, recordedById: null });
  });
});
