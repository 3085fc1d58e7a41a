import { type EpochDay, weekday } from '../../../definition/index.ts';
import { dayOf, lastMonday, MONDAY, nth, onOrAfter, onOrBefore, SATURDAY, SUNDAY, single } from './days.ts';
import { easterOf } from './easter.ts';
import { digits } from './formats.ts';
import { codeStart, type PostalRegion, postalRegion } from './located.ts';
import type { Holiday, SchoolLocale } from './school-locale.ts';
import { combinations } from './school-names.ts';
import { westernNames } from './western-names.ts';

/** The four nations, with larger cities and districts of their postcodes (Royal Mail, Postcode Address File). */
const regions: Readonly<Record<string, PostalRegion>> = {
  England: postalRegion('England', 'Europe/London', [
    'Leeds LS6,LS17',
    'Sheffield S10,S11',
    'Nottingham NG5,NG9',
    'Leicester LE2,LE3',
    'Bristol BS6,BS7',
    'Reading RG4,RG6',
    'Birmingham B13,B29',
    'Manchester M14,M20',
    'Liverpool L15,L18',
  ]),
  Scotland: postalRegion('Scotland', 'Europe/London', ['Edinburgh EH10,EH12', 'Glasgow G12,G41', 'Aberdeen AB15', 'Dundee DD2']),
  Wales: postalRegion('Wales', 'Europe/London', ['Cardiff CF14,CF23', 'Swansea SA2', 'Newport NP20', 'Bangor LL57']),
  'Northern Ireland': postalRegion('Northern Ireland', 'Europe/London', [
    'Belfast BT4,BT9',
    'Lisburn BT28',
    'Derry BT48',
    'Newry BT34',
  ]),
};

/**
 * All but the last three digits of numbers that Ofcom keeps for drama ("Telephone numbers for use in TV and radio drama
 * programmes"): a thousand in each of some cities, and others that are of no place.
 */
const dramaNumbers: Readonly<Record<string, string>> = {
  Leeds: '0113 496 0',
  Sheffield: '0114 496 0',
  Nottingham: '0115 496 0',
  Leicester: '0116 496 0',
  Bristol: '0117 496 0',
  Reading: '0118 496 0',
  Birmingham: '0121 496 0',
  Edinburgh: '0131 496 0',
  Glasgow: '0141 496 0',
  Liverpool: '0151 496 0',
  Manchester: '0161 496 0',
  Cardiff: '029 2018 0',
  Belfast: '028 9649 6',
};
const NO_PLACE = '01632 960';
const MOBILE = '07700 900';

// The second half of a postcode never has C, I, K, M, O or V (Royal Mail, Postcode Address File Programmers' Guide).
const INWARD = [...'ABDEFGHJLNPQRSTUWXYZ'];

const streets = [
  'Church Lane',
  'Station Road',
  'High Street',
  'Mill Lane',
  'Victoria Road',
  'Green Lane',
  'Park Road',
  'Queens Road',
  'Manor Road',
  'The Avenue',
  'Chapel Street',
  'Springfield Road',
  'Windsor Avenue',
  'Meadow Close',
  'Orchard Way',
  'Beech Grove',
];

const firstParts = [
  'Ash',
  'Beech',
  'Birch',
  'Black',
  'Bram',
  'Brook',
  'Bur',
  'Clay',
  'Cold',
  'Elm',
  'Fern',
  'Green',
  'Hazel',
  'Heath',
  'Holly',
  'King',
  'Lang',
  'Mill',
  'Oak',
  'Red',
  'Stan',
  'Thorn',
  'West',
  'Wood',
];
const secondParts = [
  'field',
  'ford',
  'ham',
  'hurst',
  'ley',
  'ton',
  'well',
  'worth',
  'bridge',
  'bury',
  'combe',
  'croft',
  'dale',
  'den',
  'gate',
  'grove',
  'hill',
  'mead',
  'stead',
  'thorpe',
  'wick',
];
const kinds = ['Primary School', 'Community Primary School', 'Church of England Primary School', 'Academy', 'School'];

/** The United Kingdom, with the holidays and the school year of England. */
export const enGb: SchoolLocale = {
  ...westernNames('en_GB'),
  country: 'United Kingdom',
  regions,
  school: { name: 'Green Valley Primary School', plain: 'Green Valley Primary School', region: 'England' },
  schoolNames: () => combinations([firstParts, secondParts, kinds], (first, second, kind) => `${first}${second} ${kind}`),
  /** `14 Church Lane`. */
  streetAddress: (random) => `${random.integer(1, 180)} ${random.pick(streets)}`,
  /** `LS6 2AB`. */
  postalCode: (random, at) =>
    `${codeStart(random, regions, at)} ${random.integer(1, 9)}${random.pick(INWARD)}${random.pick(INWARD)}`,
  phone: (random, { city }) => random.pick([dramaNumbers[city] ?? NO_PLACE, MOBILE]) + digits(random, 3),
  // Main languages in England and Wales (Office for National Statistics, Census 2021), in percent.
  homeLanguages: () => ({
    English: 91.1,
    Polish: 1.1,
    Romanian: 0.8,
    Panjabi: 0.5,
    Urdu: 0.5,
    Portuguese: 0.4,
    Spanish: 0.4,
    Arabic: 0.3,
    Other: 4.9,
  }),
  dates: { start: '2024-09-02', end: '2025-07-22' },
  holidays,
  // Year 1 is for those who are five when the school year begins on 1 September (Education Act 1996, section 8). Hardly
  // anybody is taught outside the own age group: none, our assumption.
  admission: { month: 8, day: 31, age: 5, late: 0 },
};

/**
 * Bank holidays of England and Wales (Banking and Financial Dealings Act 1971, schedule 1, and common law); those on
 * weekends are kept on the next weekday. The breaks follow common practice: a week in each half of a term, two weeks at Christmas and
 * at Easter; councils differ by a week.
 */
function holidays(year: number): Holiday[] {
  const easter = easterOf(year);
  const christmas = dayOf(year, 12, 25);
  const winterBreak = onOrBefore(christmas, MONDAY);
  const spring = lastMonday(year, 5);
  return [
    single("New Year's Day", nextWeekday(dayOf(year, 1, 1))),
    week('February Half-Term', nth(year, 2, MONDAY, 3)),
    { name: 'Easter Holidays', start: easter - 13, end: easter + 1 },
    single('Early May Bank Holiday', nth(year, 5, MONDAY, 1)),
    week('May Half-Term', spring),
    single('Summer Bank Holiday', lastMonday(year, 8)),
    week('October Half-Term', lastMonday(year, 10)),
    { name: 'Christmas Holidays', start: winterBreak, end: Math.max(winterBreak + 11, boxingDay(christmas)) },
  ];
}

function week(name: string, monday: EpochDay): Holiday {
  return { name, start: monday, end: monday + 4 };
}

function nextWeekday(day: EpochDay): EpochDay {
  return weekday(day) === SATURDAY || weekday(day) === SUNDAY ? onOrAfter(day, MONDAY) : day;
}

/** The weekday on which Boxing Day is kept: the one after Christmas Day's. */
function boxingDay(christmas: EpochDay): EpochDay {
  return nextWeekday(nextWeekday(christmas) + 1);
}
