import { field } from '../../definition/index.ts';
import { calendarOf } from './contexts/calendar.ts';
import { schoolIdentity } from './contexts/school-identity.ts';
import { allGrades } from './contexts/subjects.ts';
import { localeOf, regionOf } from './locales/index.ts';
import { mottoes } from './tables/school-names.ts';
import { defineEntity, root } from './vocabulary.ts';

export const School = defineEntity({
  name: 'School',
  description: 'A school. Everything else belongs to one.',
  rows: root('schools', { alike: true }),
  fields: {
    id: field.key('The key of the school.'),
    name: field.string('The name of the school.', { filter: true, order: true }),
    slug: field.string('The name in lower case with hyphens; the host of its e-mail addresses.', { unique: true, filter: true }),
    addressLine1: field.string('Street and number.'),
    city: field.string('The city.', { filter: true, order: true }),
    state: field.string('The state, or what the country has in its place, as addresses write it.', { filter: true }),
    postalCode: field.string('The postal code, as the country writes it; in the USA a ZIP code of five digits.', {
      filter: true,
    }),
    country: field.string('The country.', { filter: true }),
    phone: field.string('The phone number of the office.'),
    email: field.string('The e-mail address of the office.', { unique: true, filter: true }),
    website: field.string('The address of the web site.'),
    timezone: field.string('The time zone that local times are in, by its IANA name.', { filter: true }),
    gradeLevels: field.integers('The grades that the school teaches.'),
    academicYear: field.string('The academic year of the data, for example 2024-2025.', { filter: true }),
    currentQuarter: field.string('The current quarter: Q1, Q2, Q3 or Q4.', { filter: true }),
    academicYearStart: field.date('The first day of the academic year.'),
    academicYearEnd: field.date('The last day of the academic year.'),
    foundedYear: field.integer('The year in which the school was founded.', { filter: true, order: true }),
    motto: field.string("The school's motto."),
    isActive: field.boolean('Whether the school is open.', { filter: true }),
  },
  lookups: { slug: 'slug', email: 'email' },
  values: {
    name: (scope) => scope.get(schoolIdentity).name,
    slug: (scope) => scope.get(schoolIdentity).slug,
    addressLine1: ({ config, random }) => localeOf(config).streetAddress(random),
    city: (scope) => scope.get(schoolIdentity).city,
    state: ({ config }) => regionOf(config).label,
    postalCode: ({ config, random }, { city }) => localeOf(config).postalCode(random, { region: config.school.state, city }),
    country: ({ config }) => config.school.country,
    phone: ({ config, random }, { city }) => localeOf(config).phone(random, { region: config.school.state, city }),
    email: (scope) => `office@${scope.get(schoolIdentity).slug}.example`,
    website: (scope) => `https://www.${scope.get(schoolIdentity).slug}.example`,
    timezone: ({ config }) => config.school.timezone,
    gradeLevels: ({ config }) => allGrades(config).filter((grade) => (config.gradeDistribution[grade] ?? 0) > 0),
    academicYear: ({ config }) => calendarOf(config).academicYear,
    currentQuarter: ({ config }) => config.dates.currentQuarter,
    academicYearStart: ({ config }) => config.dates.academicYearStart,
    academicYearEnd: ({ config }) => config.dates.academicYearEnd,
    foundedYear: ({ config, random }) => calendarOf(config).startYear - random.integer(8, 120),
    motto: ({ random }) => random.pick(mottoes),
    isActive: () => true,
  },
});
