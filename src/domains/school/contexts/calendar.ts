import { type EpochDay, formatDay, InfeasibleError, parseDay, weekday } from '../../../definition/index.ts';
import type { SchoolConfig } from '../config.ts';
import { type Holiday, localeOf } from '../locales/index.ts';
import { perConfig } from './per-config.ts';
import { openDays, usualHolidays } from './school-days.ts';

/** A day with school. */
export interface SchoolDay {
  readonly day: EpochDay;
  /** How many school days come before. */
  readonly index: number;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** 1 for Monday to 5 for Friday. */
  readonly weekday: number;
  /** `Q1` to `Q4`: the school days split in four. */
  readonly quarter: string;
}

/** The academic year of a school. */
export interface Calendar {
  readonly start: EpochDay;
  readonly end: EpochDay;
  readonly holidays: readonly Holiday[];
  /** Weekdays of the academic year that are no holidays, ascending. */
  readonly days: readonly SchoolDay[];
  /**
   * How many school days have passed; at least 1. Configured, and not taken from the attendance days, so that more of
   * those move no date.
   */
  readonly elapsed: number;
  /** `2024-2025`. */
  readonly academicYear: string;
  /** The calendar year the academic year starts in. */
  readonly startYear: number;
}

/**
 * The school days of the configured year.
 *
 * @throws InfeasibleError when there are fewer of them than attendance days, or when `asOf` lies outside.
 */
export const calendarOf = perConfig((config: SchoolConfig): Calendar => {
  const start = parseDay(config.dates.academicYearStart);
  const end = parseDay(config.dates.academicYearEnd);
  const holidays = holidaysOf(config, start, end);
  const days = schoolDays(openDays(start, end, holidays));
  const startYear = Number(config.dates.academicYearStart.slice(0, 4));
  const endYear = config.dates.academicYearEnd.slice(0, 4);
  const elapsed = elapsedDays(config, days);
  return { start, end, holidays, days, elapsed, startYear, academicYear: `${startYear}-${endYear}` };
});

/** The school day with a number; the last one for numbers beyond. */
export function schoolDay({ days }: Calendar, index: number): SchoolDay {
  const day = days[Math.min(index, days.length - 1)];
  if (!day) throw new InfeasibleError('The academic year has no school days.');
  return day;
}

/** The last school day that is no later than a date; the first one for earlier dates. For dates that the user fixed. */
export function schoolDayOn(calendar: Calendar, date: string): SchoolDay {
  return calendar.days.findLast((day) => day.date <= date) ?? schoolDay(calendar, 0);
}

function holidaysOf(config: SchoolConfig, start: EpochDay, end: EpochDay): readonly Holiday[] {
  const given = config.dates.holidays?.map((holiday) => ({
    name: holiday.name,
    start: parseDay(holiday.start),
    end: parseDay(holiday.end),
  }));
  return given ?? usualHolidays(localeOf(config), config.school.state, start, end);
}

function schoolDays(open: readonly EpochDay[]): SchoolDay[] {
  return open.map((day, index) => ({
    day,
    index,
    date: formatDay(day),
    weekday: weekday(day),
    quarter: `Q${Math.floor((index * 4) / open.length) + 1}`,
  }));
}

const SPAN = ['dates.academicYearStart', 'dates.academicYearEnd'];

function elapsedDays({ dates, volumes }: SchoolConfig, days: readonly SchoolDay[]): number {
  const span = `the academic year ${dates.academicYearStart} to ${dates.academicYearEnd}`;
  if (days.length === 0) throw new InfeasibleError(`There are no school days in ${span}.`, { settings: SPAN });
  if (volumes.attendanceDays > days.length) {
    throw new InfeasibleError(`${volumes.attendanceDays} attendance days need as many school days; ${span} has ${days.length}.`, {
      resource: 'schoolDays',
      needed: volumes.attendanceDays,
      available: days.length,
      settings: ['volumes.attendanceDays', ...SPAN],
    });
  }
  if (dates.asOf === undefined) return Math.min(dates.schoolDaysPassed, days.length);
  const { asOf } = dates;
  const elapsed = days.filter(({ date }) => date <= asOf).length;
  if (elapsed >= Math.max(1, volumes.attendanceDays)) return elapsed;
  throw new InfeasibleError(
    `${volumes.attendanceDays} attendance days need as many school days up to ${asOf}; there are ${elapsed}.`,
    {
      resource: 'schoolDays',
      needed: Math.max(1, volumes.attendanceDays),
      available: elapsed,
      settings: ['volumes.attendanceDays', 'dates.asOf'],
    },
  );
}
