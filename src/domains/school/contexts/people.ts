import { addYears, type EpochDay } from '../../../definition/index.ts';
import type { SchoolConfig } from '../config.ts';
import { localeOf } from '../locales/index.ts';
import { defineContext, type SchoolScope } from '../vocabulary.ts';
import { calendarOf } from './calendar.ts';
import { perConfig } from './per-config.ts';
import { placement } from './placement.ts';
import { locationOf } from './school-identity.ts';
import { allGrades } from './subjects.ts';

export const genders = ['female', 'male', 'other'] as const;
export type Gender = (typeof genders)[number];

/** Where somebody lives. */
export interface Household {
  /** The last name of the children. */
  readonly childrenName: string;
  readonly addressLine1: string;
  readonly city: string;
  readonly postalCode: string;
  readonly phone: string;
  readonly language: string;
}

/** Somebody with an account. */
export interface Person {
  readonly gender: Gender;
  readonly firstName: string;
  readonly lastName: string;
  readonly born: EpochDay;
  readonly home: Household;
}

/** A link between a parent and a child. */
export const relationships = ['mother', 'father', 'guardian'] as const;

/** Which parent a student has, and what the parent is to the student. */
export interface Family {
  readonly parent: readonly [school: number, parent: number];
  readonly relationship: (typeof relationships)[number];
  /** Children of a guardian may have a name of their own. */
  readonly sharesName: boolean;
}

// About 4 % of children live with neither parent, most of them with relatives (U.S. Census Bureau, America's Families
// and Living Arrangements 2022, table C3); beside those, some guardians are the school's contact.
const GUARDIAN_SHARE = 0.06;
// Grandparents and other relatives often have the child's name. Our assumption.
const GUARDIAN_SAME_NAME = 0.5;
// Mothers are the usual contact of a school. Our assumption.
const MOTHER_SHARE = 0.65;

/** A parent. Old enough, and young enough, for a child in any grade of the school. */
export const parentPerson = defineContext(
  'Parent',
  'person',
  (scope): Person => {
    const gender = genderOf(scope, { female: MOTHER_SHARE, male: 1 - MOTHER_SHARE });
    return { gender, firstName: firstName(scope, gender), born: parentBirth(scope), ...atHome(scope, gender) };
  },
  { keep: 1024 },
);

/** A student's family; siblings, where parents are fewer than students, share a parent. */
export const family = defineContext(
  'Student',
  'family',
  (scope): Family => {
    const { config, address, index, random } = scope;
    const parents = Math.max(1, config.volumes.parents);
    const parent = [address[0] ?? 0, index % parents] as const;
    const guardian = random.chance(GUARDIAN_SHARE);
    const own = random.chance(1 - GUARDIAN_SAME_NAME);
    const { gender } = scope.get(parentPerson, parent);
    const relationship = guardian || gender === 'other' ? 'guardian' : gender === 'female' ? 'mother' : 'father';
    return { parent, relationship, sharesName: relationship !== 'guardian' || !own };
  },
  { keep: 1024 },
);

// 51 boys to 49 girls are born (CDC, National Vital Statistics Reports: 105 to 100); "other" is our assumption.
const STUDENT_GENDERS = { female: 0.485, male: 0.505, other: 0.01 };

/** A student: lives with the parent, has the family's name, and an age that fits the grade. */
export const studentPerson = defineContext(
  'Student',
  'person',
  (scope): Person => {
    const { parent, sharesName } = scope.get(family);
    const { home } = scope.get(parentPerson, parent);
    const gender = genderOf(scope, STUDENT_GENDERS);
    return {
      gender,
      firstName: firstName(scope, gender),
      lastName: sharesName ? home.childrenName : otherName(scope, home.childrenName),
      born: studentBirth(scope),
      home,
    };
  },
  { keep: 1024 },
);

// 77 % of public school teachers are women (NCES, Condition of Education 2023: Characteristics of Public School Teachers, 2020-21).
const STAFF_GENDERS = { female: 0.77, male: 0.23 };
const HIRING_AGE = 22;

/** Somebody who works for the school, since when. */
export interface Employee extends Person {
  readonly hired: EpochDay;
}

/** A teacher, hired at 22 or later and before the academic year. */
export const teacherPerson = defineContext('Teacher', 'person', (scope): Employee => employee(scope));

/** An administrator; hangs under the school itself, so that the account is the person. */
export const adminPerson = defineContext('User', 'administrator', (scope): Employee => employee(scope));

function employee(scope: SchoolScope): Employee {
  const { config, random } = scope;
  const gender = genderOf(scope, STAFF_GENDERS);
  const { start } = calendarOf(config);
  // Teachers are 43 on average and have 14.5 years of experience (NCES, National Teacher and Principal Survey 2020-21).
  const born = start - Math.floor(365.25 * random.truncatedNormal(43, 11, 24, 68));
  const earliest = addYears(born, HIRING_AGE) + 1;
  const latest = start - 14;
  // The share of a career that lies behind somebody at this school: most people stay some years. Our assumption.
  const hired = latest - Math.floor((latest - earliest) * random.beta(1.1, 2.4));
  return { gender, firstName: firstName(scope, gender), born, hired, ...atHome(scope, gender) };
}

function genderOf<K extends Gender>({ given, random }: SchoolScope, shares: Readonly<Record<K, number>>): Gender {
  const drawn = random.weighted(shares);
  return genders.find((gender) => gender === given.gender) ?? drawn;
}

function firstName(scope: SchoolScope, gender: Gender): string {
  return localeOf(scope.config).firstName(scope, sexOf(gender));
}

const sexOf = (gender: Gender) => (gender === 'other' ? undefined : gender);

/** A family name and a home in the school's city. */
function atHome(scope: SchoolScope, gender: Gender): { lastName: string; home: Household } {
  const { config, random } = scope;
  const locale = localeOf(config);
  const lastName = locale.lastName(scope);
  const at = locationOf(scope);
  const home = {
    city: at.city,
    addressLine1: locale.streetAddress(random),
    postalCode: locale.postalCode(random, at),
    phone: locale.phone(random, at),
    language: random.weighted(locale.homeLanguages(at.region)),
    childrenName: locale.childrenName(scope, lastName, sexOf(gender)),
  };
  return { lastName, home };
}

function otherName(scope: SchoolScope, not: string): string {
  const { lastName } = localeOf(scope.config);
  const name = lastName(scope);
  return name === not ? `${name}-${lastName(scope)}` : name;
}

/** Born in the twelve months that end on the country's cut-off for the grade; some a year earlier. */
function studentBirth(scope: SchoolScope): EpochDay {
  const { grade } = scope.get(placement);
  const late = scope.random.chance(localeOf(scope.config).admission.late) ? 1 : 0;
  return cutoff(scope.config, grade + late) - scope.random.integer(0, 364);
}

function parentBirth({ config, random }: SchoolScope): EpochDay {
  const { mean, min, max } = parentBirths(config);
  // Mothers of newborns are 29.6 on average (CDC, National Vital Statistics Reports 74(9): Mean Age of Mothers, 2016 to 2023).
  return Math.floor(random.truncatedNormal(mean, 5 * 365.25, min, max + 0.999));
}

/** Between 18 and 50 years before any child the school could have in its grades; 30 on average for those in between. */
const parentBirths = perConfig((config: SchoolConfig) => {
  const grades = allGrades(config);
  const youngest = cutoff(config, grades[0] ?? 1);
  const oldest = cutoff(config, (grades[grades.length - 1] ?? 1) + 2);
  const mean = (youngest + oldest) / 2 - 30 * 365.25;
  return { mean, min: addYears(youngest, -50) + 1, max: addYears(oldest, -18) - 1 };
});

/** The last day of birth of those who are in time for a grade. */
function cutoff(config: SchoolConfig, grade: number): EpochDay {
  const { startYear } = calendarOf(config);
  const { month, day, age } = localeOf(config).admission;
  return Date.UTC(startYear - (age + grade - 1), month - 1, day) / 86_400_000;
}
