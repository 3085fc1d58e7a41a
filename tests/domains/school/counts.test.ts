import { describe, expect, test } from 'vitest';
import { Class } from '../../../src/domains/school/class.ts';
import { Event } from '../../../src/domains/school/event.ts';
import { Room } from '../../../src/domains/school/room.ts';
import { Student } from '../../../src/domains/school/student.ts';
import { Vendor } from '../../../src/domains/school/vendor.ts';
import { createPlan, type PlanRequest } from '../../../src/plan/index.ts';
import { madeSchool, schoolModel, tally } from './made.ts';

/** The document's closing summary, and the links that it does not list. */
const medium = {
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
  Lesson: 1_260,
  Assessment: 1_000,
  Attendance: 4_500,
  Event: 15,
  Activity: 5,
  Vendor: 10,
  Merit: 250,
};

const planned = (request: PlanRequest) =>
  Object.fromEntries(createPlan(schoolModel, request).stages.map(({ entity, rows }) => [entity.name, rows]));

describe('counts', () => {
  test('MEDIUM is exactly the document’s summary, planned and made', () => {
    expect(planned({ preset: 'MEDIUM' })).toEqual(medium);
    expect(madeSchool({ preset: 'MEDIUM' }).counts()).toEqual(medium);
  });

  test('SMALL serves ten students of grade 3 with six classes', () => {
    const small = madeSchool({ preset: 'SMALL' });
    expect(small.counts()).toMatchObject({ Student: 10, Class: 6, Lesson: 60, Attendance: 300, User: 25, StudentClass: 60 });
    expect(tally(small.all(Student).map(({ gradeLevel }) => gradeLevel))).toEqual({ 3: 10 });
  });

  test('LARGE has 42 classes and 18 further sections; DISTRICT 480 schools of it', () => {
    const large = planned({ preset: 'LARGE' });
    expect(large).toMatchObject({ Class: 60, StudentClass: 1_200, Lesson: 2_400, Attendance: 36_000, Assessment: 4_000 });
    const district = planned({ preset: 'DISTRICT' });
    expect(district).toEqual(Object.fromEntries(Object.entries(large).map(([name, rows]) => [name, 480 * rows])));
  });

  test.each([
    [{ volumes: { classes: 50 } }, 50],
    [{ volumes: { students: 200 } }, 42],
    [{ volumes: { students: 300 } }, 84],
    [{ volumes: { subjects: 3, classes: 0 } }, 21],
    [{ volumes: { subjects: 7 } }, 49],
    [{ volumes: { students: 3, classes: 0 } }, 18],
    [{ volumes: { students: 0 } }, 0],
  ])('%j gives %d classes', (overrides, classes) => {
    expect(planned({ preset: 'MEDIUM', overrides }).Class).toBe(classes);
  });

  test('grades, events, vendors and rooms follow their weights exactly', () => {
    const made = madeSchool({ preset: 'MEDIUM', overrides: { volumes: { students: 54 } } });
    expect(tally(made.all(Student).map(({ gradeLevel }) => gradeLevel))).toEqual({ 1: 7, 2: 8, 3: 8, 4: 8, 5: 8, 6: 8, 7: 7 });
    expect(tally(made.all(Event).map(({ eventType }) => eventType))).toEqual({
      assembly: 3,
      exam: 4,
      holiday: 2,
      meeting: 2,
      parent_conference: 2,
      field_trip: 2,
    });
    expect(tally(made.all(Vendor).map(({ vendorType }) => vendorType))).toEqual({
      food_service: 2,
      supplies: 3,
      maintenance: 2,
      it_services: 1,
      transportation: 1,
      events: 1,
    });
    expect(tally(made.all(Room).map(({ roomType }) => roomType))).toEqual({
      classroom: 10,
      lab: 2,
      gym: 1,
      library: 1,
      office: 1,
    });
  });

  test('every class stands for one section of a subject in a grade', () => {
    const classes = madeSchool({ preset: 'LARGE' }).all(Class);
    expect(new Set(classes.map(({ subjectId, gradeLevel, section }) => `${subjectId} ${gradeLevel} ${section}`)).size).toBe(60);
  });
});

describe('what cannot be is refused by the plan, with numbers', () => {
  test.each([
    [{ volumes: { students: 2_000 } }, '2,000 students need 73 gym slots a cycle; 1 gym gives 24'],
    [{ volumes: { teachers: 1 } }, '200 students need 60 teacher slots a cycle; 1 teacher gives 24'],
    [{ volumes: { teachers: 0 } }, '0 teachers give 0'],
    [{ volumes: { rooms: 0 } }, '200 students need 10 science room slots a cycle; 0 science rooms give 0'],
    [{ roomTypes: { classroom: 0, library: 20 } }, '0 classrooms give 0'],
    [
      { volumes: { attendanceDays: 200 } },
      '200 attendance days need as many school days; the academic year 2024-09-01 to 2025-06-30 has 191',
    ],
    [{ volumes: { lessonsPerClass: 192 } }, '192 lessons a class need as many school days'],
    [{ dates: { asOf: '2024-10-01' } }, '180 attendance days need as many school days up to 2024-10-01; there are 21'],
    [{ dates: { holidays: [{ name: 'All', start: '2024-09-01', end: '2025-06-30' }] } }, 'There are no school days'],
  ])('%j', (overrides, message) => {
    expect(() => createPlan(schoolModel, { preset: 'LARGE', overrides })).toThrow(
      expect.objectContaining({ code: 'INFEASIBLE_PLAN', message: expect.stringContaining(message) }),
    );
  });

  test.each([
    ['SMALL', {}, 4],
    ['SMALL', { volumes: { students: 300 } }, 11],
    ['MEDIUM', { volumes: { lessonsPerClass: 60 } }, 3],
  ])('the cycle is four days, longer where resources are short, shorter for many lessons: %s %j', (preset, overrides, days) => {
    const made = madeSchool({ preset, overrides });
    expect(new Set(made.all(Class).map(({ cycleLength }) => cycleLength))).toEqual(new Set([days]));
  });
});
