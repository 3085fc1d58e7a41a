import type { z } from 'zod';
import { parseDay } from '../../definition/index.ts';
import type { GivenConfig } from './config.ts';
import { openDays, usualHolidays } from './contexts/school-days.ts';
import { entryOf } from './locales/formats.ts';
import { localeOf } from './locales/index.ts';

/** Refuses a state, country or time zone of another country than the locale's, and a year that ends before it starts. */
export function refuseOtherCountries(context: z.core.ParsePayload<GivenConfig>): void {
  const { locale: name, school, dates } = context.value;
  const locale = localeOf(context.value);
  const fail = (path: readonly string[], input: unknown, message: string) =>
    context.issues.push({ code: 'custom', message, input, path: [...path] });

  const { country, regions } = locale;
  if (school.country !== undefined && school.country !== country)
    fail(['school', 'country'], school.country, `The country of the locale ${name} is "${country}".`);
  const state = school.state ?? locale.school.region;
  const region = regions[state];
  if (!region) {
    const known = Object.keys(regions).join(', ');
    fail(['school', 'state'], state, `"${state}" is not in the country of the locale ${name}, ${country}; there are ${known}.`);
  }
  const { timezone } = school;
  const zones = new Set((region ? [region] : Object.values(regions)).flatMap(({ timezones }) => timezones));
  if (timezone && !zones.has(timezone)) {
    const message = `"${timezone}" is not a time zone of ${region ? state : country}; use ${[...zones].join(' or ')}.`;
    fail(['school', 'timezone'], timezone, message);
  }
  const { start, end } = yearOf(context.value);
  if (start >= end)
    fail(['dates', 'academicYearEnd'], dates, `The academic year must end after it starts; it is ${start} to ${end}.`);
}

/** Fills in what the locale decides. For configurations that have passed `refuseOtherCountries`. */
export function complete(given: GivenConfig) {
  const locale = localeOf(given);
  const { school, dates, volumes } = given;
  const state = school.state ?? locale.school.region;
  const { cities, timezones } = entryOf(locale.regions, state);
  const { start, end } = yearOf(given);
  return {
    ...given,
    school: {
      name: school.name ?? locale.school.name,
      city: school.city ?? locale.school.city ?? cities[0],
      state,
      country: locale.country,
      timezone: school.timezone || timezones[0],
    },
    dates: { ...dates, academicYearStart: start, academicYearEnd: end },
    volumes: { ...volumes, attendanceDays: attendanceDays(given, state) },
  };
}

function yearOf(given: GivenConfig): { readonly start: string; readonly end: string } {
  const { dates } = localeOf(given);
  return { start: given.dates.academicYearStart ?? dates.start, end: given.dates.academicYearEnd ?? dates.end };
}

/** The year of the presets: LARGE and DISTRICT have an attendance record for each of its days. */
const PRESET_YEAR = 180;

/**
 * Some countries teach on fewer days than the year of the presets has. In the locale's own year, up to that many attendance
 * days mean all days there are. More, or as many in a year whose dates are given, are refused where the days do not suffice.
 */
function attendanceDays({ dates, volumes, ...given }: GivenConfig, region: string): number {
  const days = volumes.attendanceDays;
  const isGiven = [dates.academicYearStart, dates.academicYearEnd, dates.holidays].some((part) => part !== undefined);
  if (isGiven || days > PRESET_YEAR) return days;
  const locale = localeOf(given);
  const [start, end] = [parseDay(locale.dates.start), parseDay(locale.dates.end)];
  return Math.min(days, openDays(start, end, usualHolidays(locale, region, start, end)).length);
}
