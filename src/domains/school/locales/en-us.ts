import { firstWords, secondWords } from '../tables/school-names.ts';
import { homeLanguages } from '../tables/work.ts';
import { entryOf } from './formats.ts';
import type { Region, SchoolLocale } from './school-locale.ts';
import { type StateEntry, states, streetNames, streetSuffixes } from './united-states.ts';
import { usHolidays } from './us-holidays.ts';
import { westernNames } from './western-names.ts';

const table: Readonly<Record<string, StateEntry>> = states;
const regions: Readonly<Record<string, Region>> = Object.fromEntries(
  Object.entries(table).map(([label, { timezones, cities }]) => [label, { label, timezones, cities }]),
);

/** The United States of America. What is drawn here, and in which order, makes the rows of every dataset without a locale. */
export const enUs: SchoolLocale = {
  // Names are plain already.
  ...westernNames('en_US', (text) => text),
  country: 'USA',
  regions,
  school: {
    name: 'Green Valley Elementary School',
    plain: 'Green Valley Elementary School',
    region: 'California',
    city: 'Springfield',
  },
  /** Every pair of words once, in an order that changes both each time. */
  schoolNames: (highest) => {
    const level = highest > 8 ? 'School' : 'Elementary School';
    return Array.from({ length: firstWords.length * secondWords.length }, (_, index) => {
      const first = firstWords[(index * 27 + 11) % firstWords.length] ?? '';
      const second = secondWords[index % secondWords.length] ?? '';
      const name = `${first} ${second} ${level}`;
      return { name, plain: name };
    });
  },
  /** `1482 Maple Ave`. */
  streetAddress: (random) => `${random.integer(10, 9_899)} ${random.pick(streetNames)} ${random.pick(streetSuffixes)}`,
  /** A five-digit ZIP code. */
  postalCode: (random, { region }) => {
    const [low, high] = entryOf(table, region).zip;
    return String(random.integer(low, high)).padStart(3, '0') + String(random.integer(1, 98)).padStart(2, '0');
  },
  /** One of those that are kept free for fiction: 555-0100 to 555-0199 (NANPA). */
  phone: (random, { region }) => {
    const { areaCodes } = entryOf(table, region);
    return `+1-${random.pick(areaCodes)}-555-${String(random.integer(100, 199)).padStart(4, '0')}`;
  },
  homeLanguages: () => homeLanguages,
  dates: { start: '2024-09-01', end: '2025-06-30' },
  holidays: usHolidays,
  admission: {
    // The usual cut-off: five for kindergarten, six for grade 1 (Education Commission of the States 2020).
    month: 9,
    day: 1,
    age: 6,
    // 4 to 5.5 % of children start school a year late (Bassok & Reardon 2013, "Academic redshirting" in kindergarten).
    late: 0.05,
  },
};
