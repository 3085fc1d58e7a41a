import { type EpochDay, weekday } from '../../../definition/index.ts';
import { dayOf, MONDAY, nth, SUNDAY, single } from './days.ts';
import type { Holiday } from './school-locale.ts';

/** 20 or 21 March, and 22 or 23 September: the formulas of the Hydrographic Department of Japan, which hold from 1980 to 2099. */
function equinoxes(year: number): { vernal: EpochDay; autumnal: EpochDay } {
  const drift = 0.242194 * (year - 1980) - Math.floor((year - 1980) / 4);
  return {
    vernal: dayOf(year, 3, Math.floor(20.8431 + drift)),
    autumnal: dayOf(year, 9, Math.floor(23.2488 + drift)),
  };
}

/** National holidays: Act on National Holidays (昭和23年法律第178号), article 2, as amended up to 2018. */
function nationalHolidays(year: number): Holiday[] {
  const { vernal, autumnal } = equinoxes(year);
  return [
    single("New Year's Day", dayOf(year, 1, 1)),
    single('Coming of Age Day', nth(year, 1, MONDAY, 2)),
    single('National Foundation Day', dayOf(year, 2, 11)),
    single("Emperor's Birthday", dayOf(year, 2, 23)),
    single('Vernal Equinox Day', vernal),
    single('Showa Day', dayOf(year, 4, 29)),
    single('Constitution Memorial Day', dayOf(year, 5, 3)),
    single('Greenery Day', dayOf(year, 5, 4)),
    single("Children's Day", dayOf(year, 5, 5)),
    single('Marine Day', nth(year, 7, MONDAY, 3)),
    single('Mountain Day', dayOf(year, 8, 11)),
    single('Respect for the Aged Day', nth(year, 9, MONDAY, 3)),
    single('Autumnal Equinox Day', autumnal),
    single('Sports Day', nth(year, 10, MONDAY, 2)),
    single('Culture Day', dayOf(year, 11, 3)),
    single('Labour Thanksgiving Day', dayOf(year, 11, 23)),
  ];
}

/** Article 3: the next day that is none for a holiday on a Sunday, and a day between two holidays. */
function furtherHolidays(national: readonly Holiday[]): Holiday[] {
  const days = new Set(national.map(({ start }) => start));
  const substitutes = national
    .filter(({ start }) => weekday(start) === SUNDAY)
    .map(({ start }) => {
      let day = start + 1;
      while (days.has(day)) day++;
      return single('Substitute Holiday', day);
    });
  const between = [...days]
    .filter((day) => days.has(day + 2) && !days.has(day + 1))
    .map((day) => single("Citizens' Holiday", day + 1));
  return [...substitutes, ...between];
}

/**
 * National holidays, and the breaks of schools in the Kanto region, which each board of education sets for itself (Order for
 * Enforcement of the School Education Act, article 29): spring to 6 April, summer from 21 July, winter from 25 December.
 */
export function japaneseHolidays(year: number): Holiday[] {
  const national = nationalHolidays(year);
  return [
    { name: 'Spring Break', start: dayOf(year, 3, 25), end: dayOf(year, 4, 6) },
    { name: 'Summer Break', start: dayOf(year, 7, 21), end: dayOf(year, 8, 31) },
    { name: 'Winter Break', start: dayOf(year, 12, 25), end: dayOf(year + 1, 1, 7) },
    ...national,
    ...furtherHolidays(national),
  ];
}
