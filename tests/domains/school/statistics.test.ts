import { describe, expect, test } from 'vitest';
import { Assessment } from '../../../src/domains/school/assessment.ts';
import { Attendance } from '../../../src/domains/school/attendance.ts';
import { Class } from '../../../src/domains/school/class.ts';
import { Merit } from '../../../src/domains/school/merit.ts';
import { Student } from '../../../src/domains/school/student.ts';
import { StudentClass } from '../../../src/domains/school/student-class.ts';
import { Teacher } from '../../../src/domains/school/teacher.ts';
import { User } from '../../../src/domains/school/user.ts';
import { correlation, deviation, type MadeSchool, madeSchool, mean, shares } from './made.ts';

/** By student, in the order of students. */
function perStudent<T>(
  made: MadeSchool,
  rows: readonly (T & { studentId: string })[],
  value: (rows: readonly T[]) => number,
): number[] {
  const byStudent = Map.groupBy(rows, ({ studentId }) => studentId);
  return made.all(Student).map(({ id }) => value(byStudent.get(id) ?? []));
}

const markOf = (rows: readonly { percentage: number }[]) => mean(rows.map(({ percentage }) => percentage));

describe.each([42, 1, 7, 2024])('LARGE with seed %d', (seed) => {
  const made = madeSchool({ preset: 'LARGE', seed });
  const marks = perStudent(made, made.all(Assessment), markOf);

  test.each([
    [
      'attendance statuses',
      () => made.all(Attendance).map(({ status }) => status),
      { present: 0.9, absent: 0.05, tardy: 0.03, excused: 0.02 },
    ],
    [
      'assessment types',
      () => made.all(Assessment).map(({ assessmentType }) => assessmentType),
      { test: 0.3, quiz: 0.3, project: 0.2, assignment: 0.15, exam: 0.05 },
    ],
    [
      'merit categories',
      () => made.all(Merit).map(({ category }) => category),
      { academic: 0.3, behavior: 0.25, participation: 0.2, leadership: 0.15, attendance: 0.1 },
    ],
  ])('%s are within 1.5 points of the configuration', (_what, values, expected) => {
    const found = shares(values());
    for (const [value, share] of Object.entries(expected)) {
      expect(Math.abs((found[value] ?? 0) - share), `${value}: ${found[value]}`).toBeLessThan(0.015);
    }
  });

  test('marks look like marks', () => {
    const percentages = made.all(Assessment).map(({ percentage }) => percentage);
    expect(mean(percentages)).toBeGreaterThan(74);
    expect(mean(percentages)).toBeLessThan(82);
    expect(deviation(percentages)).toBeGreaterThan(10);
    expect(deviation(percentages)).toBeLessThan(14);
    for (const { score, maxScore } of made.all(Assessment)) expect(score >= 0 && score <= maxScore).toBe(true);
  });

  test('students with better marks attend more', () => {
    const rates = perStudent(made, made.all(Attendance), (days) =>
      mean(days.map(({ status }) => (status === 'present' ? 1 : 0))),
    );
    expect(correlation(marks, rates)).toBeGreaterThan(0.3);
    expect(correlation(marks, rates)).toBeLessThan(0.75);
  });

  test('marks correlate between subjects, and weaker subjects stay weaker', () => {
    const bySubject = [...Map.groupBy(made.all(Assessment), ({ subjectId }) => subjectId).values()].map((rows) =>
      perStudent(made, rows, markOf),
    );
    expect(correlation(bySubject[0] ?? [], bySubject[1] ?? [])).toBeGreaterThan(0.3);
    const [early, late] = halves(made);
    expect(correlation(early, late)).toBeGreaterThan(0.2);
  });

  test('merits follow the student', () => {
    const points = perStudent(made, made.all(Merit), (merits) => mean(merits.map(({ points }) => points)));
    const academic = perStudent(
      made,
      made.all(Merit),
      (merits) => merits.filter(({ category }) => category === 'academic').length,
    );
    expect(correlation(marks, points)).toBeGreaterThan(0.4);
    expect(correlation(marks, academic)).toBeGreaterThan(0.2);
  });

  test('records of a class involve its own students and teacher only', () => {
    const enrolled = new Set(made.all(StudentClass).map(({ studentId, classId }) => `${studentId} ${classId}`));
    for (const { studentId, classId, teacherId, subjectId } of made.all(Assessment)) {
      expect(enrolled.has(`${studentId} ${classId}`)).toBe(true);
      expect(made.one(Class, classId)).toMatchObject({ teacherId, subjectId });
    }
    const homerooms = new Set(
      made.all(StudentClass).flatMap(({ studentId, classId, isHomeroom }) => (isHomeroom ? `${studentId} ${classId}` : [])),
    );
    for (const { studentId, classId, recordedById } of made.all(Attendance)) {
      expect(homerooms.has(`${studentId} ${classId}`)).toBe(true);
      expect(made.one(Class, classId).teacherId).toBe(recordedById);
    }
  });

  test('merits are given by a teacher of the student or an administrator', () => {
    const teachers = new Map(made.all(Teacher).map(({ id, userId }) => [userId, id]));
    const taught = new Set(
      made.all(StudentClass).map(({ studentId, classId }) => `${studentId} ${made.one(Class, classId).teacherId}`),
    );
    for (const { studentId, awardedById } of made.all(Merit)) {
      const { id, persona } = made.one(User, awardedById);
      if (persona !== 'admin') expect(taught.has(`${studentId} ${teachers.get(id)}`)).toBe(true);
    }
  });

  test('what goes with a status fits it', () => {
    for (const { status, checkInTime, minutesLate, reason } of made.all(Attendance)) {
      const there = status === 'present' || status === 'tardy';
      expect(checkInTime !== null).toBe(there);
      expect(minutesLate > 0).toBe(status === 'tardy');
      expect(reason === null).toBe(status === 'present');
      if (checkInTime !== null) expect(checkInTime > '08:30').toBe(status === 'tardy');
    }
  });
});

/** How much better a student is in each subject than on the whole, in earlier and in later assessments. */
function halves(made: MadeSchool): [number[], number[]] {
  const early: number[] = [];
  const late: number[] = [];
  for (const own of Map.groupBy(made.all(Assessment), ({ studentId }) => studentId).values()) {
    const level = markOf(own);
    for (const rows of Map.groupBy(own, ({ subjectId }) => subjectId).values()) {
      const middle = Math.ceil(rows.length / 2);
      early.push(markOf(rows.slice(0, middle)) - level);
      late.push(markOf(rows.slice(middle)) - level);
    }
  }
  return [early, late];
}
