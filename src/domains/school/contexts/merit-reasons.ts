import { meritOrder, meritReasons, type Punctuality, punctualityReasons } from '../tables/merits.ts';
import { defineContext, type SchoolScope } from '../vocabulary.ts';
import type { AttendanceStatus } from './attendance.ts';
import { type Calendar, calendarOf, type SchoolDay, schoolDay, schoolDayOn } from './calendar.ts';
import { meritCategory } from './merits.ts';
import { isMissed, presence } from './presence.ts';

/** Fewest days of a week, a month and a quarter that have passed before a merit speaks of them. Our assumption. */
const WEEK = 3;
const MONTH = 10;
const QUARTER = 15;
/** Share of a quarter's days that steady attendance may miss: half of what counts as chronic absence. */
const STEADY = 0.05;
/** An absence is recent for so many school days. */
const RECENT = 10;

/** The numbers of the days on which a student came in time, of those that have passed; else of those on which the student came at all, or of all. */
const daysAttended = defineContext('Student', 'days attended', (student): readonly number[] => {
  const statuses = student.get(presence).slice(0, calendarOf(student.config).elapsed);
  const inTime = indicesOf(statuses, (status) => status === 'present');
  if (inTime.length > 0) return inTime;
  const there = indicesOf(statuses, (status) => !isMissed(status));
  return there.length > 0 ? there : [...statuses.keys()];
});

function indicesOf(statuses: readonly AttendanceStatus[], is: (status: AttendanceStatus) => boolean): number[] {
  const found: number[] = [];
  statuses.forEach((status, index) => {
    if (is(status)) found.push(index);
  });
  return found;
}

/**
 * The day on which a merit is given: one that has passed, on which the student came in time; where there is none, one on which the student
 * came at all, or any. A day that the user fixed wins.
 */
export const meritDay = defineContext('Merit', 'day', (scope): SchoolDay => {
  const { config, random, given, owner } = scope;
  const calendar = calendarOf(config);
  if (typeof given.awardedDate === 'string') return schoolDayOn(calendar, given.awardedDate);
  return schoolDay(calendar, random.pick(scope.get(daysAttended, owner)));
});

/** What a merit is given for. What is said about attendance is true of the student at that time. */
export function meritReason(scope: SchoolScope): string {
  const category = meritOrder.find((one) => one === scope.given.category) ?? meritCategory(scope);
  return scope.random.pick(category === 'attendance' ? trueReasons(scope) : meritReasons[category]);
}

function trueReasons(scope: SchoolScope): readonly string[] {
  const on = scope.get(meritDay);
  const calendar = calendarOf(scope.config);
  const statuses = scope.get(presence, scope.owner);
  const claims = (Object.keys(punctualityReasons) as Punctuality[]).filter((claim) => holds[claim](calendar, statuses, on));
  if (claims.length > 0) return claims.map((claim) => punctualityReasons[claim]);
  return statuses[on.index] === 'present' ? meritReasons.attendance : meritReasons.participation;
}

type Holds = (calendar: Calendar, statuses: readonly AttendanceStatus[], on: SchoolDay) => boolean;

const week = ({ day, weekday }: SchoolDay) => day - weekday;
const month = ({ date }: SchoolDay) => date.slice(0, 7);
const quarter = ({ quarter }: SchoolDay) => quarter;

const holds: Readonly<Record<Punctuality, Holds>> = {
  week: (...at) => inTimeAll(week, WEEK, ...at),
  month: (...at) => inTimeAll(month, MONTH, ...at),
  ready: (...at) => missedIn(...at).late === 0 && passedIn(quarter, ...at) >= QUARTER,
  steady: (...at) => missedIn(...at).missed <= STEADY && passedIn(quarter, ...at) >= QUARTER,
  caughtUp: (_calendar, statuses, { index }) =>
    !isMissed(statuses[index]) && statuses.slice(Math.max(0, index - RECENT), index).some(isMissed),
};

/** The days that have passed and belong to the same span as a day; those after it too, so that the rest of the span does not belie it. */
function daysOf(span: (day: SchoolDay) => unknown, { days, elapsed }: Calendar, on: SchoolDay): readonly SchoolDay[] {
  const own = span(on);
  const belongs = (index: number) => days[index] !== undefined && span(days[index]) === own;
  let from = on.index;
  while (belongs(from - 1)) from--;
  let to = on.index + 1;
  while (to < elapsed && belongs(to)) to++;
  return days.slice(from, to);
}

function passedIn(span: (day: SchoolDay) => unknown, calendar: Calendar, _statuses: unknown, on: SchoolDay): number {
  return daysOf(span, calendar, on).filter(({ index }) => index <= on.index).length;
}

/** Whether the student was in time on every day of a span of which enough days have passed. */
function inTimeAll(span: (day: SchoolDay) => unknown, least: number, ...[calendar, statuses, on]: Parameters<Holds>): boolean {
  if (passedIn(span, calendar, statuses, on) < least) return false;
  return daysOf(span, calendar, on).every(({ index }) => statuses[index] === 'present');
}

/** The shares of the quarter's days on which the student came late, or not at all. */
function missedIn(...[calendar, statuses, on]: Parameters<Holds>): { late: number; missed: number } {
  const days = daysOf(quarter, calendar, on);
  const share = (is: (status: AttendanceStatus | undefined) => boolean) =>
    days.filter(({ index }) => is(statuses[index])).length / days.length;
  // The days up to the merit alone must do as well.
  const before = days.filter(({ index }) => index <= on.index);
  const missedBefore = before.filter(({ index }) => isMissed(statuses[index])).length / before.length;
  return { late: share((status) => status === 'tardy'), missed: Math.max(share(isMissed), missedBefore) };
}
