import { beforeAll, describe, expect, test } from 'vitest';
import { parseDay, weekday } from '../../../src/definition/index.ts';
import { Activity } from '../../../src/domains/school/activity.ts';
import { Assessment } from '../../../src/domains/school/assessment.ts';
import { Attendance } from '../../../src/domains/school/attendance.ts';
import { Class } from '../../../src/domains/school/class.ts';
import { Event } from '../../../src/domains/school/event.ts';
import { Merit } from '../../../src/domains/school/merit.ts';
import { StudentClass } from '../../../src/domains/school/student-class.ts';
import { Vendor } from '../../../src/domains/school/vendor.ts';
import { duplicates, type MadeSchool, madeSchool, shares, tally } from './made.ts';

type Day = ReturnType<typeof days>[number];

function days(made: MadeSchool) {
  return made
    .all(Attendance)
    .map(({ studentId, attendanceDate, status, reason }) => ({ studentId, attendanceDate, status, reason }));
}

/** What a head teacher who looks at a school would stumble over. */
describe.each([42, 7])('LARGE with seed %d', (seed) => {
  let made: MadeSchool;
  let byStudent: Map<string, Day[]>;
  let statusOn: (studentId: string, date: string) => string | undefined;
  beforeAll(() => {
    made = madeSchool({ preset: 'LARGE', seed, overrides: { volumes: { events: 40, activities: 60, vendors: 80 } } });
    byStudent = Map.groupBy(days(made), ({ studentId }) => studentId);
    const statuses = new Map(
      days(made).map(({ studentId, attendanceDate, status }) => [`${studentId} ${attendanceDate}`, status]),
    );
    statusOn = (studentId, date) => statuses.get(`${studentId} ${date}`);
  });

  test('nobody writes a test, or is given a merit, on a day missed', () => {
    const there = ['present', 'tardy'];
    for (const { studentId, assessmentDate } of made.all(Assessment))
      expect(there).toContain(statusOn(studentId, assessmentDate));
    for (const { studentId, awardedDate } of made.all(Merit)) expect(there).toContain(statusOn(studentId, awardedDate));
  });

  test('an assessment that somebody missed is made up on the next day there, or comes before where none has passed', () => {
    const numbered = [...Map.groupBy(made.all(Assessment), ({ studentId }) => studentId).values()].flatMap((own) =>
      own.map((row, number) => ({ ...row, common: `${number} ${row.subjectId} ${made.one(Class, row.classId).gradeLevel}` })),
    );
    let late = 0;
    for (const rows of Map.groupBy(numbered, ({ common }) => common).values()) {
      const dates = Object.entries(tally(rows.map(({ assessmentDate }) => assessmentDate))).sort(([, a], [, b]) => b - a);
      const common = dates[0]?.[0] ?? '';
      for (const { studentId, assessmentDate } of rows) {
        if (assessmentDate === common) continue;
        const own = byStudent.get(studentId)?.filter(({ status }) => status === 'present' || status === 'tardy') ?? [];
        const next = own.find(({ attendanceDate }) => attendanceDate >= common);
        expect(assessmentDate).toBe((next ?? own.at(-1))?.attendanceDate);
        late++;
      }
    }
    expect(late).toBeGreaterThan(100);
    expect(late).toBeLessThan(500);
  });

  const monthOf = (date: string) => date.slice(0, 7);
  const weekOf = (date: string) => String(parseDay(date) - weekday(parseDay(date)));
  const quarterOf = (date: string) => made.all(Attendance).find(({ attendanceDate }) => attendanceDate === date)?.quarter ?? '';
  test.each([
    ['On time every day this month', monthOf, (own: readonly Day[]) => own.every(({ status }) => status === 'present')],
    ['On time every day this week', weekOf, (own: readonly Day[]) => own.every(({ status }) => status === 'present')],
    ['Always ready when class begins', quarterOf, (own: readonly Day[]) => own.every(({ status }) => status !== 'tardy')],
    [
      'Steady attendance this quarter',
      quarterOf,
      (own: readonly Day[]) => own.filter(({ status }) => status === 'absent' || status === 'excused').length <= own.length / 20,
    ],
  ])('"%s" is true', (claim, span, holds) => {
    const merits = made.all(Merit).filter(({ reason }) => reason === claim);
    expect(merits.length).toBeGreaterThan(0);
    for (const { studentId, awardedDate } of merits) {
      const within = span(awardedDate);
      const own = byStudent.get(studentId)?.filter(({ attendanceDate }) => span(attendanceDate) === within) ?? [];
      expect(holds(own), `${studentId} ${awardedDate}`).toBe(true);
    }
  });

  test('"Caught up quickly after an absence" follows an absence', () => {
    for (const { studentId, awardedDate } of made.all(Merit).filter(({ reason }) => reason.startsWith('Caught up'))) {
      const before = byStudent.get(studentId)?.filter(({ attendanceDate }) => attendanceDate < awardedDate) ?? [];
      expect(before.slice(-10).some(({ status }) => status === 'absent' || status === 'excused')).toBe(true);
    }
  });

  test.each([
    ['adviser', ({ advisorId }: { advisorId: string | null }) => advisorId],
    ['room', ({ roomId }: { roomId: string | null }) => roomId],
  ])('no %s has two activities at once', (_what, who) => {
    const taken = made.all(Activity).flatMap((activity) => {
      const resource = who({ advisorId: activity.advisorId, roomId: activity.roomId });
      return resource ? [`${resource} ${activity.meetingDay} ${activity.startTime}`] : [];
    });
    expect(taken.length).toBeGreaterThan(40);
    expect(duplicates(taken)).toEqual([]);
  });

  test('activities at another time of the day do not overlap', () => {
    const [early = [], late = []] = [...Map.groupBy(made.all(Activity), ({ startTime }) => startTime).values()];
    expect(early.length && late.length).toBeGreaterThan(0);
    for (const { endTime } of early) expect(endTime <= (late[0]?.startTime ?? '')).toBe(true);
  });

  test('reasons are as frequent as they are in schools, and last as long as the absence', () => {
    const excused = shares(days(made).flatMap(({ status, reason }) => (status === 'excused' && reason ? [reason] : [])));
    expect(excused.Illness).toBeGreaterThan(0.55);
    expect(excused.Bereavement ?? 0).toBeLessThan(0.05);
    for (const own of byStudent.values()) {
      let bereavements = 0;
      for (const [index, { status, reason }] of own.entries()) {
        const before = own[index - 1];
        const missed = status === 'absent' || status === 'excused';
        const continued = missed && (before?.status === 'absent' || before?.status === 'excused');
        if (continued) expect([status, reason]).toEqual([before?.status, before?.reason]);
        else if (reason === 'Bereavement') bereavements++;
      }
      expect(bereavements).toBeLessThan(2);
    }
  });

  test('contracts of inactive vendors have ended, those of active ones run, those of pending ones are to come', () => {
    const today = made.all(Attendance).reduce((last, { attendanceDate }) => (attendanceDate > last ? attendanceDate : last), '');
    const vendors = made.all(Vendor);
    expect(new Set(vendors.map(({ status }) => status)).size).toBe(3);
    for (const { status, contractStart, contractEnd } of vendors) {
      expect(status).toBe(contractEnd < today ? 'inactive' : contractStart > today ? 'pending' : 'active');
      expect(contractStart < contractEnd).toBe(true);
    }
  });

  test('what is for families is not for staff', () => {
    const audiences = new Map(made.all(Event).map(({ title, audience }) => [title, audience]));
    for (const title of ['Volunteer Orientation', 'Curriculum Night', 'PTA Meeting']) {
      expect(['parents', undefined]).toContain(audiences.get(title));
    }
    expect([...audiences.values()]).toContain('parents');
  });
});

/** Many shapes, since seats depend on how sections grow. */
describe.each([
  ['LARGE', {}],
  ['many sections', { students: 420 }],
  ['many classes', { classes: 130, teachers: 40, rooms: 30 }],
])('%s', (_name, volumes) => {
  const cheap = { attendanceDays: 0, assessmentsPerStudent: 0, meritsPerStudent: 0, lessonsPerClass: 10 };
  test('nobody shares a seat in a class, and there are 30', () => {
    const made = madeSchool({ preset: 'LARGE', overrides: { volumes: { ...cheap, ...volumes } } });
    const seats = made.all(StudentClass).map(({ classId, seat }) => `${classId} ${seat}`);
    expect(new Set(seats).size).toBe(seats.length);
    for (const { seat } of made.all(StudentClass)) expect(seat).toMatch(/^[A-E][1-6]$/);
  });
});

test('students who stay in a class as sections are added keep the seat', () => {
  const cheap = { attendanceDays: 0, assessmentsPerStudent: 0, meritsPerStudent: 0, lessonsPerClass: 10 };
  const seats = (classes: number) =>
    new Map(
      madeSchool({ preset: 'LARGE', overrides: { volumes: { ...cheap, classes } } })
        .all(StudentClass)
        .map(({ id, classId, seat }) => [id, { classId, seat }]),
    );
  const after = seats(90);
  for (const [id, { classId, seat }] of seats(60)) {
    if (after.get(id)?.classId === classId) expect(after.get(id)?.seat).toBe(seat);
  }
});
