import { type EpochDay, weekday } from '../../../definition/index.ts';
import { holidaysWithin, SATURDAY, SUNDAY } from '../locales/days.ts';
import type { Holiday, SchoolLocale } from '../locales/index.ts';

/** The days from `start` to `end` that are no weekends and no holidays, ascending. */
export function openDays(start: EpochDay, end: EpochDay, holidays: readonly Holiday[]): EpochDay[] {
  const open: EpochDay[] = [];
  for (let day = start; day <= end; day++) {
    const weekend = weekday(day) === SUNDAY || weekday(day) === SATURDAY;
    if (!weekend && !holidays.some((holiday) => holiday.start <= day && day <= holiday.end)) open.push(day);
  }
  return open;
}

/** The days without school that a locale's schools have between two days. */
export function usualHolidays(locale: SchoolLocale, region: string, start: EpochDay, end: EpochDay): readonly Holiday[] {
  return holidaysWithin((year) => locale.holidays(year, region), start, end);
}
