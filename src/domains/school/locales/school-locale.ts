import type { EpochDay, Scope } from '../../../definition/index.ts';
import type { SchoolName } from './school-names.ts';

/** The country of a locale, as configurations and rows name it. */
export type Country = 'USA' | 'United Kingdom' | 'Germany' | 'France' | 'Spain' | 'India' | 'Japan';

/** A state, a Land, a prefecture: what a configuration calls `school.state`. */
export interface Region {
  /** As addresses write it: `東京都`. Configurations name regions in plain letters. */
  readonly label: string;
  /** IANA names; the zone of most people first. */
  readonly timezones: readonly [string, ...string[]];
  readonly cities: readonly [string, ...string[]];
}

/** Days without school, both ends included. */
export interface Holiday {
  readonly name: string;
  readonly start: EpochDay;
  readonly end: EpochDay;
}

/** Who may start school: those who are `age` on the day in the calendar year that the school year begins in. */
export interface Admission {
  readonly month: number;
  readonly day: number;
  readonly age: number;
  /** The share that is a year older: started late, or repeats a year. */
  readonly late: number;
}

/** Where an address is. */
export interface Location {
  /** By the plain name. */
  readonly region: string;
  readonly city: string;
}

/** The source of randomness that addresses need. */
export type Draws = Pick<Scope<unknown>['random'], 'integer' | 'pick'>;

/** What names are drawn from. */
export type NameDraws = Pick<Scope<unknown>, 'fake' | 'random'>;

export type Sex = 'female' | 'male' | undefined;

/** What people are called. */
export interface Names {
  /** faker's name of the locale. */
  readonly faker: string;
  /** A given name, of any sex for undefined. */
  firstName(draws: NameDraws, sex: Sex): string;
  /** What somebody has beside the given name. */
  lastName(draws: NameDraws): string;
  /** The last name of the children of somebody with that sex and last name. */
  childrenName(draws: NameDraws, lastName: string, sex: Sex): string;
  /** Both, in the order of the country. */
  fullName(firstName: string, lastName: string): string;
  /** The same in plain Latin letters, for mailboxes and host names; empty for what has no such form. */
  romanize(text: string): string;
}

/** How a country's schools, addresses and phones are. */
export interface Place {
  readonly country: Country;
  /** By the plain name that configurations use. */
  readonly regions: Readonly<Record<string, Region>>;
  /** The name of the first school, and where schools are, unless configured. Default city: the first of the region. */
  readonly school: SchoolName & { readonly region: string; readonly city?: string };
  /** Names of further schools, distinct in both forms; at least 2,500. @param highest the highest grade. */
  schoolNames(highest: number): readonly SchoolName[];
  /** Street and number. */
  streetAddress(random: Draws): string;
  /** A postal code of the region, and of the city where the codes of its cities are known. */
  postalCode(random: Draws, at: Location): string;
  /** A phone number that nobody has. */
  phone(random: Draws, at: Location): string;
  /** Languages spoken at home, by weight. */
  homeLanguages(region: string): Readonly<Record<string, number>>;
}

/** When there is school. */
export interface SchoolYear {
  /** The academic year of configurations that name none: it begins in 2024. */
  readonly dates: { readonly start: string; readonly end: string };
  /** Public holidays, and breaks of schools, that begin in a calendar year. */
  holidays(year: number, region: string): readonly Holiday[];
  readonly admission: Admission;
}

/** Everything that the locale of a school decides. */
export interface SchoolLocale extends Names, Place, SchoolYear {}
