import { dayOf, MONDAY, onOrAfter, onOrBefore, single } from './days.ts';
import { easterOf } from './easter.ts';
import { digits, entryOf, plainLatin } from './formats.ts';
import { laender, type RegionalHoliday } from './german-laender.ts';
import { codeStart } from './located.ts';
import type { Holiday, SchoolLocale } from './school-locale.ts';
import { combinations } from './school-names.ts';
import { westernNames } from './western-names.ts';

const streets = [
  'Lindenstraße',
  'Hauptstraße',
  'Schulstraße',
  'Gartenstraße',
  'Bahnhofstraße',
  'Dorfstraße',
  'Bergstraße',
  'Birkenweg',
  'Kirchstraße',
  'Waldstraße',
  'Ringstraße',
  'Rosenweg',
  'Mühlenweg',
  'Wiesenweg',
  'Ahornweg',
  'Am Anger',
];

const firstParts = [
  'Ahorn',
  'Birken',
  'Buchen',
  'Eichen',
  'Erlen',
  'Eschen',
  'Fichten',
  'Kirsch',
  'Linden',
  'Rosen',
  'Tannen',
  'Ulmen',
  'Wiesen',
  'Sonnen',
  'Mühl',
  'Hirsch',
  'Falken',
  'Adler',
  'Silber',
  'Gold',
  'Stein',
  'Ober',
  'Unter',
  'Neu',
];
const secondParts = [
  'tal',
  'berg',
  'feld',
  'bach',
  'hof',
  'brunn',
  'au',
  'wald',
  'hain',
  'dorf',
  'heim',
  'stein',
  'burg',
  'grund',
  'weiler',
  'see',
  'hausen',
  'ried',
  'kamp',
  'horst',
  'rode',
];
const kinds = ['Grundschule', 'Gemeinschaftsschule', 'Städtische Schule', 'Freie Schule', 'Montessorischule'];

/**
 * All but the last three digits of numbers for media productions (Bundesnetzagentur, Mitteilung 148/2021); elsewhere mobile
 * numbers that their operator keeps for the same purpose.
 */
const dramaNumbers: Readonly<Record<string, string>> = {
  Berlin: '030 23125',
  'Frankfurt am Main': '069 90009',
  Hamburg: '040 66969',
  Köln: '0221 4710',
  München: '089 99998',
};

/** As e-mail addresses write them: Müller is mueller. */
const umlauts: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', Ä: 'Ae', Ö: 'Oe', Ü: 'Ue' };
const romanize = (text: string) => plainLatin(text.normalize('NFC').replace(/[äöüÄÖÜ]/g, (letter) => umlauts[letter] ?? letter));

/** Germany, with the holidays of each Land and the breaks of Bavaria. */
export const de: SchoolLocale = {
  ...westernNames('de', romanize),
  country: 'Germany',
  regions: laender,
  school: { name: 'Grundschule Grüntal', plain: 'Grundschule Gruental', region: 'Bayern' },
  schoolNames: () =>
    combinations([firstParts, secondParts, kinds], (first, second, kind) => `${kind} ${first}${second}`).map(({ name }) => ({
      name,
      plain: romanize(name),
    })),
  /** `Lindenstraße 14`. */
  streetAddress: (random) => `${random.pick(streets)} ${random.integer(1, 120)}`,
  /** Five digits. */
  postalCode: (random, at) => codeStart(random, laender, at) + digits(random, 2),
  phone: (random, { city }) => {
    const start = dramaNumbers[city];
    return start ? start + digits(random, 3) : `0171 39200${digits(random, 2)}`;
  },
  // Four of five people speak only German at home (Statistisches Bundesamt, Mikrozensus 2021); how the rest is divided is
  // our assumption.
  homeLanguages: () => ({
    German: 80,
    Turkish: 4,
    Russian: 3,
    Arabic: 3,
    Polish: 2,
    Romanian: 1,
    English: 1,
    Other: 6,
  }),
  dates: { start: '2024-09-10', end: '2025-07-31' },
  holidays,
  admission: {
    // Compulsory for those who are six on 30 September (Bavaria: BayEUG, article 37); other Länder have days from 30 June on.
    month: 9,
    day: 30,
    age: 6,
    // Put back by a year, or repeating one. Our assumption.
    late: 0.06,
  },
};

/**
 * Public holidays of the Land, and breaks that follow Bavaria's: the week of All Saints, two weeks each at Christmas,
 * Easter and Whitsun, the week of carnival. Other Länder have theirs on other days, fixed anew every few years by the
 * Kultusministerkonferenz.
 */
function holidays(year: number, region: string): Holiday[] {
  const easter = easterOf(year);
  const regional = entryOf(laender, region).holidays;
  // The week of the day, or the one after where it is on a weekend.
  const allSaints = onOrBefore(dayOf(year, 11, 3), MONDAY);
  return [
    single('New Year', dayOf(year, 1, 1)),
    { name: 'Winter Break', start: easter - 48, end: easter - 44 },
    single('Good Friday', easter - 2),
    { name: 'Easter Break', start: easter - 6, end: easter + 6 },
    single('Easter Monday', easter + 1),
    single('Labour Day', dayOf(year, 5, 1)),
    single('Ascension Day', easter + 39),
    single('Whit Monday', easter + 50),
    { name: 'Whitsun Break', start: easter + 50, end: easter + 61 },
    single('German Unity Day', dayOf(year, 10, 3)),
    { name: 'Autumn Break', start: allSaints, end: allSaints + 4 },
    { name: 'Christmas Break', start: onOrBefore(dayOf(year, 12, 24), MONDAY), end: dayOf(year + 1, 1, 5) },
    ...regional.map((holiday) => regionalHolidays[holiday](year)),
  ];
}

const regionalHolidays: Readonly<Record<RegionalHoliday, (year: number) => Holiday>> = {
  epiphany: (year) => single('Epiphany', dayOf(year, 1, 6)),
  women: (year) => single("International Women's Day", dayOf(year, 3, 8)),
  corpusChristi: (year) => single('Corpus Christi', easterOf(year) + 60),
  assumption: (year) => single('Assumption Day', dayOf(year, 8, 15)),
  children: (year) => single("Children's Day", dayOf(year, 9, 20)),
  reformation: (year) => single('Reformation Day', dayOf(year, 10, 31)),
  allSaints: (year) => single("All Saints' Day", dayOf(year, 11, 1)),
  // The Wednesday before 23 November; in Bavaria there is no school.
  repentance: (year) => single('Day of Repentance', onOrAfter(dayOf(year, 11, 16), 3)),
};
