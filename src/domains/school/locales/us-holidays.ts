import { type EpochDay, weekday } from '../../../definition/index.ts';
import { dayOf, lastMonday, MONDAY, nth, onOrBefore, single, THURSDAY } from './days.ts';
import type { Holiday } from './school-locale.ts';

/** The weekday on which a fixed holiday is kept: Friday for Saturday, Monday for Sunday (5 U.S.C. 6103(b)). */
function observed(day: EpochDay): EpochDay {
  const shift: Readonly<Record<number, number>> = { 0: 1, 6: -1 };
  return day + (shift[weekday(day)] ?? 0);
}

/**
 * The usual days without school in the United States, in the order of the school year. Federal holidays: 5 U.S.C. 6103.
 * The breaks follow common practice: Thanksgiving from Wednesday to Friday, two weeks around Christmas and New Year,
 * the first full week of April.
 */
export function usHolidays(year: number): Holiday[] {
  const thanksgiving = nth(year, 11, THURSDAY, 4);
  const christmas = dayOf(year, 12, 25);
  const winterBreak = onOrBefore(christmas, MONDAY);
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
