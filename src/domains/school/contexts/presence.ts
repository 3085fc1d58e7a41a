import { defineContext, type SchoolScope } from '../vocabulary.ts';
import { type AttendanceStatus, habitOf, missingShares, STICKINESS, WEEKDAYS } from './attendance.ts';
import { calendarOf, type SchoolDay, schoolDay } from './calendar.ts';
import { traits } from './traits.ts';

/**
 * A student's status on every school day of the year, whether or not attendance records reach that far: what else
 * happens on a day (a mark, a merit) must agree with it.
 *
 * A chain: with some probability a day is like the day before, otherwise it is drawn from the student's own rates. Days missed in a
 * row have one status: what would turn from absent to excused stays, as does the reverse, which is as frequent. Neither
 * changes the rates.
 */
export const presence = defineContext('Student', 'presence', (student): readonly AttendanceStatus[] => {
  const { config, random } = student;
  const { missing } = habitOf(config, student.get(traits).diligence);
  const shares = missingShares(config);
  let status: AttendanceStatus | undefined;
  return calendarOf(config).days.map(({ weekday }) => {
    const draw = random.next();
    if (status && draw < STICKINESS) return status;
    const fresh = freshStatus(status ? (draw - STICKINESS) / (1 - STICKINESS) : draw, missing * (WEEKDAYS[weekday] ?? 1), shares);
    status = status && isMissed(status) && isMissed(fresh) ? status : fresh;
    return status;
  });
});

/** Whether a student with that status is not at school. */
export function isMissed(status: AttendanceStatus | undefined): boolean {
  return status === 'absent' || status === 'excused';
}

/** The day itself where the student is there, else the next such day that has passed, else the one before; the day itself without any. */
export function attendedDay(scope: SchoolScope, on: SchoolDay): SchoolDay {
  const statuses = scope.get(presence);
  if (!isMissed(statuses[on.index])) return on;
  const calendar = calendarOf(scope.config);
  for (let next = on.index + 1; next < calendar.elapsed; next++) {
    if (!isMissed(statuses[next])) return schoolDay(calendar, next);
  }
  for (let before = on.index - 1; before >= 0; before--) {
    if (!isMissed(statuses[before])) return schoolDay(calendar, before);
  }
  return on;
}

function freshStatus(draw: number, missing: number, shares: { absent: number; tardy: number }): AttendanceStatus {
  const limit = Math.min(1, missing);
  if (draw >= limit) return 'present';
  if (draw < limit * shares.absent) return 'absent';
  return draw < limit * shares.tardy ? 'tardy' : 'excused';
}
