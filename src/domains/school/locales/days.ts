import { type EpochDay, parseDay, weekday } from '../../../definition/index.ts';
import type { Holiday } from './school-locale.ts';

export const SUNDAY = 0;
export const MONDAY = 1;
export const THURSDAY = 4;
export const SATURDAY = 6;

const pad = (part: number) => String(part).padStart(2, '0');

/** The day of a date. */
export const dayOf = (year: number, month: number, date: number): EpochDay => parseDay(`${year}-${pad(month)}-${pad(date)}`);

/** The nth such weekday of a month. */
export function nth(year: number, month: number, day: number, n: number): EpochDay {
  return onOrAfter(dayOf(year, month, 1), day) + 7 * (n - 1);
}

/** The last Monday of a month. */
export function lastMonday(year: number, month: number): EpochDay {
  return onOrBefore(dayOf(month === 12 ? year + 1 : year, (month % 12) + 1, 1) - 1, MONDAY);
}

/** The first such weekday from a day on. */
export function onOrAfter(from: EpochDay, day: number): EpochDay {
  return from + ((day - weekday(from) + 7) % 7);
}

/** The last such weekday up to a day. */
export function onOrBefore(to: EpochDay, day: number): EpochDay {
  return to - ((weekday(to) - day + 7) % 7);
}

export function single(name: string, day: EpochDay): Holiday {
  return { name, start: day, end: day };
}

export function yearOf(day: EpochDay): number {
  return new Date(day * 86_400_000).getUTCFullYear();
}

/** The holidays that touch a span of days, ascending. A holiday within a longer one is left out. */
export function holidaysWithin(ofYear: (year: number) => readonly Holiday[], start: EpochDay, end: EpochDay): Holiday[] {
  const firstYear = yearOf(start) - 1;
  const all = Array.from({ length: yearOf(end) - firstYear + 1 }, (_, offset) => ofYear(firstYear + offset)).flat();
  const within = all.filter((holiday) => holiday.end >= start && holiday.start <= end);
  const covered = (one: Holiday, index: number) =>
    within.some(
      (other, at) =>
        other !== one &&
        other.start <= one.start &&
        other.end >= one.end &&
        // Of two on the same days, the first stays.
        (other.start < one.start || other.end > one.end || at < index),
    );
  return within.filter((holiday, index) => !covered(holiday, index)).sort((a, b) => a.start - b.start);
}
