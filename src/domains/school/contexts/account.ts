import { type EpochDay, formatDatetime } from '../../../definition/index.ts';
import { localeOf } from '../locales/index.ts';
import type { SchoolScope } from '../vocabulary.ts';
import { calendarOf, schoolDay } from './calendar.ts';
import { mailbox } from './mailbox.ts';
import { asciiFold, personNumber, schoolOf } from './numbers.ts';
import { adminPerson, type Employee, type Person, parentPerson, studentPerson, teacherPerson } from './people.ts';
import { schoolIdentity } from './school-identity.ts';

export const personas = ['admin', 'teacher', 'parent', 'student'] as const;
/** The numbers that accounts of administrators and teachers have within a user's address. */
export const ADMIN_BRANCH = personas.indexOf('admin');
export const TEACHER_BRANCH = personas.indexOf('teacher');

export type Persona = (typeof personas)[number];

/** What accounts of a persona are like. */
interface AccountKind {
  readonly person: (scope: SchoolScope) => Person;
  readonly host: (slug: string, number: number) => string;
  /** The password that the source document gives to such accounts. */
  readonly password: string;
}

const mailHosts = ['example.com', 'example.net', 'example.org'] as const;

const kinds: Readonly<Record<Persona, AccountKind>> = {
  admin: { person: (scope) => scope.get(adminPerson), host: (slug) => `office.${slug}.example`, password: 'Admin123!' },
  teacher: {
    person: (scope) => scope.get(teacherPerson, scope.owner),
    host: (slug) => `${slug}.example`,
    password: 'Teacher123!',
  },
  parent: {
    person: (scope) => scope.get(parentPerson, scope.owner),
    host: (_slug, number) => mailHosts[number % mailHosts.length] ?? mailHosts[0],
    password: 'Parent123!',
  },
  student: {
    person: (scope) => scope.get(studentPerson, scope.owner),
    host: (slug) => `students.${slug}.example`,
    password: 'Student123!',
  },
};

/** The persona of the account being made. */
export function personaOf({ branch }: SchoolScope): Persona {
  return personas.find((persona) => persona === branch) ?? 'student';
}

/** Whose account it is. Names that the user fixed win. */
export function accountHolder(scope: SchoolScope): Person | Employee {
  const person = kinds[personaOf(scope)].person(scope);
  const { firstName, lastName } = scope.given;
  if (typeof firstName !== 'string' && typeof lastName !== 'string') return person;
  return {
    ...person,
    firstName: typeof firstName === 'string' ? firstName : person.firstName,
    lastName: typeof lastName === 'string' ? lastName : person.lastName,
  };
}

/** Unique by construction: each persona has hosts of its own, on which the person's number is unique. */
export function emailOf(scope: SchoolScope): string {
  const { firstName, lastName } = accountHolder(scope);
  const number = personNumber(scope.address);
  const { slug } = scope.get(schoolIdentity, schoolOf(scope.address));
  return `${mailbox(scope, firstName, lastName)}@${kinds[personaOf(scope)].host(slug, number)}`;
}

/** Unique by construction: the persona's letter and the person's number end it. */
export function usernameOf(scope: SchoolScope): string {
  const { firstName, lastName } = accountHolder(scope);
  const [first, last] = [firstName, lastName].map((name) => asciiFold(localeOf(scope.config).romanize(name)));
  const name = `${first?.slice(0, 1)}${last}`;
  return `${name && `${name}.`}${personaOf(scope).slice(0, 1)}${personNumber(scope.address)}`;
}

export function passwordOf(scope: SchoolScope): string {
  return kinds[personaOf(scope)].password;
}

/** Accounts of families are made in the weeks before the year, those of staff when they are hired or later. */
export function createdAt(scope: SchoolScope): string {
  const { config, random } = scope;
  const { start } = calendarOf(config);
  const seconds = random.integer(8 * 3600, 18 * 3600);
  const hired = hiringDay(accountHolder(scope));
  const day = hired === undefined ? start - random.integer(5, 60) : Math.max(hired, start - random.integer(20, 900));
  return formatDatetime(day, seconds);
}

/** A school day no later than the day the data is seen from; recent days are likelier. */
export function lastLoginAt({ config, random }: SchoolScope): string {
  const calendar = calendarOf(config);
  const latest = Math.floor(calendar.elapsed * Math.max(random.next(), random.next(), random.next()));
  return formatDatetime(schoolDay(calendar, latest).day, random.integer(7 * 3600, 21 * 3600));
}

function hiringDay(person: Person | Employee): EpochDay | undefined {
  return 'hired' in person ? person.hired : undefined;
}
