import { beforeAll, describe, expect, test } from 'vitest';
import { parseDay, weekday } from '../../../src/definition/index.ts';
import { Activity } from '../../../src/domains/school/activity.ts';
import { Assessment } from '../../../src/domains/school/assessment.ts';
import { Attendance } from '../../../src/domains/school/attendance.ts';
import { Event } from '../../../src/domains/school/event.ts';
import { Lesson } from '../../../src/domains/school/lesson.ts';
import { Merit } from '../../../src/domains/school/merit.ts';
import { Vendor } from '../../../src/domains/school/vendor.ts';
import { createPlan } from '../../../src/plan/index.ts';
import { type MadeSchool, madeSchool, schoolModel } from './made.ts';

let large: MadeSchool;
beforeAll(() => {
  large = madeSchool({ preset: 'LARGE', overrides: { volumes: { events: 30 } } });
});

/** Days on which schools in the United States were closed in 2024-2025. */
const closed: readonly (readonly [string, string])[] = [
  ['2024-09-02', '2024-09-02'],
  ['2024-10-14', '2024-10-14'],
  ['2024-11-11', '2024-11-11'],
  ['2024-11-27', '2024-11-29'],
  ['2024-12-23', '2025-01-03'],
  ['2025-01-20', '2025-01-20'],
  ['2025-02-17', '2025-02-17'],
  ['2025-04-07', '2025-04-11'],
  ['2025-05-26', '2025-05-26'],
  ['2025-06-19', '2025-06-19'],
];

const isSchoolDay = (date: string) =>
  date >= '2024-09-01' &&
  date <= '2025-06-30' &&
  ![0, 6].includes(weekday(parseDay(date))) &&
  !closed.some(([from, to]) => from <= date && date <= to);

describe('the calendar', () => {
  test('lessons, assessments, attendance, merits and events other than holidays fall on school days', () => {
    const dates = [
      ...large.all(Lesson).map(({ scheduledDate }) => scheduledDate),
      ...large.all(Assessment).map(({ assessmentDate }) => assessmentDate),
      ...large.all(Attendance).map(({ attendanceDate }) => attendanceDate),
      ...large.all(Merit).map(({ awardedDate }) => awardedDate),
      ...large.all(Event).flatMap(({ eventType, startDate, endDate }) => (eventType === 'holiday' ? [] : [startDate, endDate])),
      ...large.all(Activity).flatMap(({ startDate, endDate }) => [startDate, endDate]),
    ];
    expect([...new Set(dates)].filter((date) => !isSchoolDay(date))).toEqual([]);
  });

  test('holiday events are the days without school', () => {
    const holidays = large.all(Event).filter(({ eventType }) => eventType === 'holiday');
    expect(holidays.length).toBe(4);
    expect(new Set(holidays.map(({ title }) => title)).size).toBe(4);
    for (const { startDate, endDate } of holidays) expect(closed).toContainEqual([startDate, endDate]);
  });

  test('everything starts before it ends', () => {
    for (const { startDate, startTime, endDate, endTime } of large.all(Event)) {
      expect(`${startDate} ${startTime}` < `${endDate} ${endTime}`).toBe(true);
      expect(startTime < endTime).toBe(true);
    }
    for (const { startDate, endDate, startTime, endTime } of large.all(Activity)) {
      expect(startDate < endDate && startTime < endTime).toBe(true);
    }
    for (const { contractStart, contractEnd } of large.all(Vendor)) expect(contractStart < contractEnd).toBe(true);
  });

  test('attendance day k is the kth school day, for every student', () => {
    const byStudent = Map.groupBy(large.all(Attendance), ({ studentId }) => studentId);
    for (const [, days] of byStudent) {
      expect(days.map(({ attendanceDate }) => attendanceDate)).toEqual(
        [...byStudent.values()][0]?.map((day) => day.attendanceDate),
      );
    }
    const first = [...byStudent.values()][0]?.map(({ attendanceDate }) => attendanceDate) ?? [];
    expect(first.length).toBe(180);
    expect(first.slice(0, 4)).toEqual(['2024-09-03', '2024-09-04', '2024-09-05', '2024-09-06']);
    expect(first.toSorted()).toEqual(first);
  });

  test('marks and merits are no later than the last attendance day', () => {
    const days = large.all(Attendance).map(({ attendanceDate }) => attendanceDate);
    const last = days.toSorted().at(-1) ?? '';
    for (const { assessmentDate } of large.all(Assessment)) expect(assessmentDate <= last).toBe(true);
    for (const { awardedDate } of large.all(Merit)) expect(awardedDate <= last).toBe(true);
  });

  test('quarters follow dates', () => {
    const rows = [
      ...large.all(Assessment).map(({ assessmentDate: date, quarter }) => ({ date, quarter })),
      ...large.all(Attendance).map(({ attendanceDate: date, quarter }) => ({ date, quarter })),
      ...large.all(Lesson).map(({ scheduledDate: date, quarter }) => ({ date, quarter })),
    ].toSorted((a, b) => (a.date < b.date ? -1 : 1));
    expect(rows.map(({ quarter }) => quarter).toSorted()).toEqual(rows.map(({ quarter }) => quarter));
    expect(new Set(rows.map(({ quarter }) => quarter))).toEqual(new Set(['Q1', 'Q2', 'Q3', 'Q4']));
  });

  test.each(['2023', '2024', '2025', '2026', '2027', '2028'])('a year that begins in %s has at least 180 school days', (year) => {
    const dates = { academicYearStart: `${year}-09-01`, academicYearEnd: `${Number(year) + 1}-06-30` };
    expect(() => createPlan(schoolModel, { preset: 'LARGE', overrides: { dates } })).not.toThrow();
  });

  test('holidays may be given', () => {
    const holidays = [{ name: 'Ski Week', start: '2024-09-09', end: '2024-09-13' }];
    const made = madeSchool({ preset: 'SMALL', overrides: { dates: { holidays } } });
    const days = new Set(made.all(Attendance).map(({ attendanceDate }) => attendanceDate));
    expect([...days].slice(0, 6)).toEqual(['2024-09-02', '2024-09-03', '2024-09-04', '2024-09-05', '2024-09-06', '2024-09-16']);
    const events = made.all(Event).filter(({ eventType }) => eventType === 'holiday');
    expect(events[0]).toMatchObject({ title: 'Ski Week', startDate: '2024-09-09', endDate: '2024-09-13' });
  });
});
