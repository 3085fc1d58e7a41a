import { de } from './de.ts';
import { enGb } from './en-gb.ts';
import { enIn } from './en-in.ts';
import { enUs } from './en-us.ts';
import { es } from './es.ts';
import { entryOf } from './formats.ts';
import { fr } from './fr.ts';
import { hi } from './hi.ts';
import { ja } from './ja.ts';
import type { Country, Region, SchoolLocale } from './school-locale.ts';

export type { Country, Holiday, Region, SchoolLocale } from './school-locale.ts';

const locales = { en_US: enUs, en_GB: enGb, de, fr, es, en_IN: enIn, hi, ja } as const satisfies Record<string, SchoolLocale>;

export type LocaleName = keyof typeof locales;

// Object.keys gives strings; these are exactly the names above, of which there is at least one.
export const localeNames = Object.keys(locales) as [LocaleName, ...LocaleName[]];

/** All countries, and all regions of them; several locales may be of one country. */
export const countryNames = distinct(Object.values(locales).map(({ country }): Country => country));
export const regionNames = distinct(Object.values(locales).flatMap(({ regions }) => Object.keys(regions)));

function distinct<Name extends string>(names: readonly Name[]): [Name, ...Name[]] {
  const [first, ...rest] = new Set(names);
  if (first === undefined) throw new RangeError('There are no names.');
  return [first, ...rest];
}

/** The locale of a configuration. Those kept with datasets of earlier versions name none. */
export function localeOf(config: { readonly locale?: LocaleName | undefined }): SchoolLocale {
  return locales[config.locale ?? 'en_US'];
}

/** The region that a configuration's schools are in. */
export function regionOf(config: { readonly locale?: LocaleName; readonly school: { readonly state: string } }): Region {
  return entryOf(localeOf(config).regions, config.school.state);
}
