import { beforeAll, describe, expect, test } from 'vitest';
import { Class } from '../../../src/domains/school/class.ts';
import { Lesson } from '../../../src/domains/school/lesson.ts';
import { Room } from '../../../src/domains/school/room.ts';
import { StudentClass } from '../../../src/domains/school/student-class.ts';
import { Subject } from '../../../src/domains/school/subject.ts';
import { Teacher } from '../../../src/domains/school/teacher.ts';
import type { PlanRequest } from '../../../src/plan/index.ts';
import { duplicates, type MadeSchool, madeSchool } from './made.ts';

const cheap = { attendanceDays: 0, assessmentsPerStudent: 0, meritsPerStudent: 0 };

/** Schools of many shapes: all must be taught without a clash. */
const shapes: readonly (readonly [string, PlanRequest])[] = [
  ['SMALL', { preset: 'SMALL' }],
  ['MEDIUM', { preset: 'MEDIUM' }],
  ['LARGE', { preset: 'LARGE' }],
  ['many sections', { preset: 'LARGE', overrides: { volumes: { ...cheap, students: 420 } } }],
  ['one large grade', { preset: 'SMALL', overrides: { volumes: { ...cheap, students: 290 } } }],
  ['more subjects', { preset: 'LARGE', overrides: { volumes: { ...cheap, subjects: 12 } } }],
  ['few teachers', { preset: 'MEDIUM', overrides: { volumes: { ...cheap, teachers: 4 } } }],
  ['a short cycle', { preset: 'MEDIUM', overrides: { volumes: { ...cheap, lessonsPerClass: 80 } } }],
  ['many classes', { preset: 'LARGE', overrides: { volumes: { ...cheap, classes: 130, teachers: 40, rooms: 30 } } }],
];

describe.each(shapes)('%s', (_name, request) => {
  let made: MadeSchool;
  beforeAll(() => {
    made = madeSchool(request);
  });

  test('no teacher, room, class or student is in two lessons at once', () => {
    const members = Map.groupBy(made.all(StudentClass), ({ classId }) => classId);
    const busy = {
      teachers: new Set<string>(),
      rooms: new Set<string>(),
      classes: new Set<string>(),
      students: new Set<string>(),
    };
    const clashes: string[] = [];
    const occupy = (kind: keyof typeof busy, who: string, when: string) => {
      if (busy[kind].has(`${who} ${when}`)) clashes.push(`${kind} ${who} ${when}`);
      busy[kind].add(`${who} ${when}`);
    };
    for (const { classId, teacherId, roomId, scheduledDate, startTime } of made.all(Lesson)) {
      const when = `${scheduledDate} ${startTime}`;
      occupy('teachers', teacherId, when);
      occupy('rooms', roomId, when);
      occupy('classes', classId, when);
      for (const { studentId } of members.get(classId) ?? []) occupy('students', studentId, when);
    }
    expect(clashes).toEqual([]);
  });

  test('nobody exceeds a class of 30 or the seats of its room', () => {
    const members = Map.groupBy(made.all(StudentClass), ({ classId }) => classId);
    for (const { id, roomId, maxStudents } of made.all(Class)) {
      const size = members.get(id)?.length ?? 0;
      expect(size).toBeLessThanOrEqual(maxStudents);
      expect(size).toBeLessThanOrEqual(made.one(Room, roomId).capacity);
    }
  });

  test('teachers teach what they are listed for; physical education is in the gym', () => {
    for (const { teacherId, subjectId, gradeLevel, roomId } of made.all(Class)) {
      const { subjectCodes, gradeLevels } = made.one(Teacher, teacherId);
      const { code, gradeLevels: taughtIn } = made.one(Subject, subjectId);
      expect(subjectCodes).toContain(code);
      expect(gradeLevels).toContain(gradeLevel);
      expect(taughtIn).toContain(gradeLevel);
      const { roomType } = made.one(Room, roomId);
      expect(code === 'PE' ? ['gym'] : code === 'SCI' ? ['lab', 'classroom'] : ['classroom']).toContain(roomType);
    }
  });

  test('lessons have the teacher, room, subject and time of their class, once a day at most', () => {
    const lessons = made.all(Lesson);
    for (const lesson of lessons) {
      const { teacherId, roomId, subjectId, startTime, endTime } = made.one(Class, lesson.classId);
      expect(lesson).toMatchObject({ teacherId, roomId, subjectId, startTime, endTime });
      expect(lesson.startTime < lesson.endTime).toBe(true);
    }
    expect(duplicates(lessons.map(({ classId, scheduledDate }) => classId + scheduledDate)).length).toBe(0);
  });

  test('every student takes each subject of the grade once', () => {
    const taken = made.all(StudentClass).map(({ studentId, classId }) => `${studentId} ${made.one(Class, classId).subjectId}`);
    expect(new Set(taken).size).toBe(taken.length);
    for (const [, enrollments] of Map.groupBy(made.all(StudentClass), ({ studentId }) => studentId)) {
      expect(new Set(enrollments.map(({ classId }) => made.one(Class, classId).gradeLevel)).size).toBe(1);
      expect(enrollments.filter(({ isHomeroom }) => isHomeroom).length).toBe(1);
    }
  });
});
