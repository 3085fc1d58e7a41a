import { field, formatTime, type Given } from '../../definition/index.ts';
import { type AttendanceStatus, attendanceStatuses } from './contexts/attendance.ts';
import { firstBell } from './contexts/bell.ts';
import { type Calendar, calendarOf, type SchoolDay, schoolDay, schoolDayOn } from './contexts/calendar.ts';
import { placement } from './contexts/placement.ts';
import { isMissed, presence } from './contexts/presence.ts';
import { classOrdinal } from './contexts/sections.ts';
import { meetingOf } from './contexts/timetable.ts';
import { absentReasons, BEREAVEMENT, excusedReasons, tardyReasons } from './tables/comments.ts';
import { defineEntity, many, type SchoolScope } from './vocabulary.ts';

/** Arrivals in time are spread over so many minutes before the bell, late ones over so many after it. */
const EARLY_MINUTES = 25;
const LATE_MINUTES = 60;

/** What goes with a status; made once, since there are many rows. */
interface Detail {
  readonly status: AttendanceStatus;
  readonly checkInTime: string | null;
  readonly minutesLate: number;
  readonly reason: string | null;
}

const details: Readonly<Record<AttendanceStatus, readonly Detail[]>> = {
  present: minutes(EARLY_MINUTES).map((early) => detail('present', { checkInTime: formatTime(firstBell - early) })),
  tardy: minutes(LATE_MINUTES).flatMap((late) =>
    tardyReasons.map((reason) => detail('tardy', { checkInTime: formatTime(firstBell + late), minutesLate: late, reason })),
  ),
  absent: reasons('absent', absentReasons),
  excused: reasons('excused', excusedReasons),
};

export const Attendance = defineEntity({
  name: 'Attendance',
  label: 'Attendance',
  description:
    'Whether a student was there on a school day, taken in the homeroom class. Day k is the kth school day of the year.',
  rows: many('Student', 'attendanceDays'),
  fields: {
    id: field.key('The key of the record.'),
    schoolId: field.reference('School', 'The school.'),
    studentId: field.reference('Student', 'The student.'),
    classId: field.reference('Class', 'The homeroom class; null where the grade has none.', { optional: true }),
    recordedById: field.reference('Teacher', 'The teacher of that class.', { optional: true, inverse: 'recordedAttendances' }),
    attendanceDate: field.date('The school day.', { index: true, filter: true, order: true }),
    status: field.enumeration(attendanceStatuses, 'Whether the student was there.', { filter: true, order: true }),
    checkInTime: field.time('When the student came, in local time; null when missing.', {
      optional: true,
      filter: true,
      order: true,
    }),
    minutesLate: field.integer('How many minutes after the bell the student came; 0 unless tardy.', {
      filter: true,
      order: true,
    }),
    reason: field.string('Why the student was missing or late; null otherwise.', { optional: true, filter: true }),
    quarter: field.string('The quarter of the date: Q1, Q2, Q3 or Q4.', { filter: true, order: true }),
  },
  person: { via: 'studentId' },
  series: (student, count) => {
    const days = calendarOf(student.config);
    const { classId, recordedById } = recordedIn(student);
    const statuses = student.get(presence);
    const nextDetail = detailsInTurn(student);
    const records = [];
    for (let number = 0; number < count; number++) {
      const given = student.givenAt(number);
      const { date, index, quarter } = dayOf(days, number, given);
      const { status, checkInTime, minutesLate, reason } = nextDetail(statusIn(given) ?? statuses[index] ?? 'present');
      records.push({ classId, recordedById, attendanceDate: date, status, checkInTime, minutesLate, reason, quarter });
    }
    return records;
  },
});

/** The day of a record. One that the user fixed wins. */
function dayOf(days: Calendar, number: number, { attendanceDate }: Given): SchoolDay {
  return typeof attendanceDate === 'string' ? schoolDayOn(days, attendanceDate) : schoolDay(days, number);
}

/** The status that the user fixed. */
function statusIn({ status }: Given): AttendanceStatus | undefined {
  return status === undefined ? undefined : attendanceStatuses.find((one) => one === status);
}

/** The homeroom class and its teacher. */
function recordedIn(student: SchoolScope) {
  const [school = 0] = student.address;
  const { homeroom } = student.get(placement);
  if (!homeroom) return { classId: null, recordedById: null };
  return {
    classId: [school, classOrdinal(homeroom)],
    recordedById: [school, meetingOf(student.config, homeroom).teacher],
  };
}

/** What goes with each day in turn. Days missed in a row keep their reason, and nobody has two bereavements a year. */
function detailsInTurn({ random }: SchoolScope): (status: AttendanceStatus) => Detail {
  let before: Detail | undefined;
  let bereaved = false;
  return (status) => {
    const drawn = random.pick(details[status]);
    if (before?.status === status && isMissed(status)) return before;
    before = drawn.reason === BEREAVEMENT && bereaved ? details.excused.find(({ reason }) => reason !== BEREAVEMENT) : drawn;
    bereaved ||= drawn.reason === BEREAVEMENT;
    return before ?? drawn;
  };
}

/** One detail a reason, as often as its weight says. */
function reasons(status: AttendanceStatus, weights: Readonly<Record<string, number>>): Detail[] {
  return Object.entries(weights).flatMap(([reason, weight]) => new Array<Detail>(weight).fill(detail(status, { reason })));
}

function minutes(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

function detail(status: AttendanceStatus, given: Partial<Detail>): Detail {
  return { status, checkInTime: null, minutesLate: 0, reason: null, ...given };
}
