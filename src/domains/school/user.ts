import { field } from '../../definition/index.ts';
import {
  accountHolder,
  createdAt,
  emailOf,
  lastLoginAt,
  passwordOf,
  personaOf,
  personas,
  usernameOf,
} from './contexts/account.ts';
import { regionOf } from './locales/index.ts';
import { branches, defineEntity, many, one } from './vocabulary.ts';

export const User = defineEntity({
  name: 'User',
  description: 'An account, and the person it belongs to: an administrator, a teacher, a parent or a student.',
  rows: branches('persona', {
    admin: many('School', 'administrators'),
    teacher: one('Teacher'),
    parent: one('Parent'),
    student: one('Student'),
  }),
  fields: {
    id: field.key('The key of the user.'),
    schoolId: field.reference('School', 'The school that the user belongs to.'),
    email: field.string('The e-mail address; unique within the dataset.', { unique: true, filter: true, order: true }),
    username: field.string('The name to sign in with; unique within the dataset.', { unique: true, filter: true, order: true }),
    firstName: field.string('The given name.', { index: true, filter: true, order: true }),
    lastName: field.string('The family name.', { index: true, filter: true, order: true }),
    persona: field.enumeration(personas, 'What the person is at the school.', { index: true, filter: true, order: true }),
    status: field.enumeration(['active', 'inactive', 'suspended'], 'Whether the account can be used.', { filter: true }),
    password: field.string(
      'The initial password. Synthetic, the same for all accounts of a persona; never use it for a real one.',
    ),
    phone: field.string('The phone number, of those that nobody has.', { filter: true }),
    addressLine1: field.string('Street and number of the home.'),
    city: field.string('The city of the home.', { filter: true, order: true }),
    state: field.string('The state of the home.', { filter: true }),
    postalCode: field.string('The postal code of the home.', { filter: true }),
    timezone: field.string('The time zone of the home, by its IANA name.', { filter: true }),
    createdAt: field.datetime('When the account was made, in UTC.', { filter: true, order: true }),
    lastLoginAt: field.datetime('When the account was last used, in UTC.', { filter: true, order: true }),
  },
  lookups: { email: 'email', username: 'username' },
  person: { first: 'firstName', last: 'lastName' },
  values: {
    email: emailOf,
    username: usernameOf,
    firstName: (scope) => accountHolder(scope).firstName,
    lastName: (scope) => accountHolder(scope).lastName,
    persona: personaOf,
    status: () => 'active' as const,
    password: passwordOf,
    phone: (scope) => accountHolder(scope).home.phone,
    addressLine1: (scope) => accountHolder(scope).home.addressLine1,
    city: (scope) => accountHolder(scope).home.city,
    state: ({ config }) => regionOf(config).label,
    postalCode: (scope) => accountHolder(scope).home.postalCode,
    timezone: ({ config }) => config.school.timezone,
    createdAt,
    lastLoginAt,
  },
});
