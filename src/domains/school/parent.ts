import { field, formatDay } from '../../definition/index.ts';
import { genders, parentPerson } from './contexts/people.ts';
import { locationOf } from './contexts/school-identity.ts';
import { localeOf } from './locales/index.ts';
import { occupations } from './tables/work.ts';
import { defineEntity, many } from './vocabulary.ts';

// How families want to be reached. Our assumption.
const CONTACT_WAYS = { email: 55, sms: 30, phone: 15 } as const;
const EMPLOYED = 0.82;

export const Parent = defineEntity({
  name: 'Parent',
  description: 'A parent or guardian of students. The person is the user.',
  rows: many('School', 'parents'),
  fields: {
    id: field.key('The key of the parent.'),
    schoolId: field.reference('School', 'The school of the children.'),
    userId: field.reference('User', "The parent's account.", { unique: true }),
    gender: field.enumeration(genders, 'The gender.', { filter: true }),
    dateOfBirth: field.date('The day of birth.', { filter: true, order: true }),
    occupation: field.string('The occupation; null for those who have none at present.', { optional: true, filter: true }),
    workPhone: field.string('The phone number at work, of those that nobody has.', { optional: true }),
    homeLanguage: field.string('The language spoken at home.', { filter: true, order: true }),
    preferredContact: field.enumeration(['email', 'sms', 'phone'], 'How the parent wants to be reached.', { filter: true }),
    receivesNewsletter: field.boolean('Whether the parent gets the newsletter.', { filter: true }),
    isVolunteer: field.boolean('Whether the parent helps at events.', { filter: true }),
    status: field.enumeration(['active', 'inactive'], 'Whether the parent has a child at the school at present.', {
      filter: true,
    }),
  },
  lookups: { email: { via: 'userId', field: 'email' }, userId: 'userId' },
  person: { via: 'userId' },
  values: {
    gender: (scope) => scope.get(parentPerson).gender,
    dateOfBirth: (scope) => formatDay(scope.get(parentPerson).born),
    occupation: ({ random }) => (random.chance(EMPLOYED) ? random.pick(occupations) : null),
    workPhone: (scope) => (scope.random.chance(0.7) ? localeOf(scope.config).phone(scope.random, locationOf(scope)) : null),
    homeLanguage: (scope) => scope.get(parentPerson).home.language,
    preferredContact: ({ random }) => random.weighted(CONTACT_WAYS),
    receivesNewsletter: ({ random }) => random.chance(0.8),
    isVolunteer: ({ random }) => random.chance(0.25),
    status: () => 'active' as const,
  },
});
