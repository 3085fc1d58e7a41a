import { enIn } from './en-in.ts';
import { femaleNames, hindiSurnames, maleNames } from './hindi-names.ts';
import type { SchoolLocale } from './school-locale.ts';
import { writtenNames } from './written-names.ts';

/** India, with names of people in Devanagari; addresses and schools are written in English, as they are on most letters. */
export const hi: SchoolLocale = {
  ...enIn,
  // faker has no Hindi.
  ...writtenNames('en_IN', { female: femaleNames, male: maleNames, family: hindiSurnames }),
  fullName: (firstName, lastName) => `${firstName} ${lastName}`,
};
