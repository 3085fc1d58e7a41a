import { type EpochDay, parseDay, weekday } from '../../../definition/index.ts';

/** Days without school, both ends included. */
export interface Holiday {
  readonly name: string;
  readonly start: EpochDay;
  readonly end: EpochDay;
}

const MONDAY = 1;
const THURSDAY = 4;

const dayOf = (year: number, month: number, date: number): EpochDay =>
  parseDay(`${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`);

/** The nth such weekday of a month. */
function nth(year: number, month: number, day: number, n: number): EpochDay {
  const first = dayOf(year, month, 1);
  return first + ((day - weekday(first) + 7) % 7) + 7 * (n - 1);
}

function lastMonday(year: number, month: number): EpochDay {
  const last = dayOf(month === 12 ? year + 1 : year, (month % 12) + 1, 1) - 1;
  return last - ((weekday(last) - MONDAY + 7) % 7);
}

/** The weekday on which a fixed holiday is kept: Friday for Saturday, Monday for Sunday (5 U.S.C. 6103(b)). */
function observed(day: EpochDay): EpochDay {
  const shift: Readonly<Record<number, number>> = { 0: 1, 6: -1 };
  return day + (shift[weekday(day)] ?? 0);
}

function single(name: string, day: EpochDay): Holiday {
  return { name, start: day, end: day };
}

/**
 * The usual days without school in the United States, in the order of the school year. Federal holidays: 5 U.S.C. 6103.
 * The breaks follow common practice: Thanksgiving from Wednesday to Friday, two weeks around Christmas and New Year,
 * the first full week of April.
 */
function ofYear(year: number): Holiday[] {
  const thanksgiving = nth(year, 11, THURSDAY, 4);
  const christmas = dayOf(year, 12, 25);
  const winterBreak = christmas - ((weekday(christmas) - MONDAY + 7) % 7);
  const springBreak = nth(year, 4, MONDAY, 1);
  return [
    single("New Year's Day", observed(dayOf(year, 1, 1))),
    single('Martin Luther King Jr. Day', nth(year, 1, MONDAY, 3)),
    single("Presidents' Day", nth(year, 2, MONDAY, 3)),
    { name: 'Spring Break', start: springBreak, end: springBreak + 4 },
    single('Memorial Day', lastMonday(year, 5)),
    single('Juneteenth', observed(dayOf(year, 6, 19))),
    single('Independence Day', observed(dayOf(year, 7, 4))),
    single('Labor Day', nth(year, 9, MONDAY, 1)),
    single("Indigenous Peoples' Day", nth(year, 10, MONDAY, 2)),
    single('Veterans Day', observed(dayOf(year, 11, 11))),
    { name: 'Thanksgiving Break', start: thanksgiving - 1, end: thanksgiving + 1 },
    { name: 'Winter Break', start: winterBreak, end: winterBreak + 11 },
  ];
}

/** The holidays that touch a span of days, ascending. A holiday within a longer one is left out. */
export function usHolidays(start: EpochDay, end: EpochDay): Holiday[] {
  const firstYear = yearOf(start) - 1;
  const all = Array.from({ length: yearOf(end) - firstYear + 1 }, (_, offset) => ofYear(firstYear + offset)).flat();
  const within = all.filter((holiday) => holiday.end >= start && holiday.start <= end);
  const covered = (one: Holiday) => within.some((other) => other !== one && other.start <= one.start && other.end >= one.end);
  return within.filter((holiday) => !covered(holiday)).sort((a, b) => a.start - b.start);
}

function yearOf(day: EpochDay): number {
  return new Date(day * 86_400_000).getUTCFullYear();
}
