import { type Address, field } from '../../definition/index.ts';
import { ADMIN_BRANCH, TEACHER_BRANCH } from './contexts/account.ts';
import type { SchoolDay } from './contexts/calendar.ts';
import { stableIndex } from './contexts/hash.ts';
import { meritDay, meritReason } from './contexts/merit-reasons.ts';
import { meritCategory } from './contexts/merits.ts';
import { placement } from './contexts/placement.ts';
import { meetingOf } from './contexts/timetable.ts';
import { traits } from './contexts/traits.ts';
import { meritOrder } from './tables/merits.ts';
import { defineEntity, many, type SchoolScope } from './vocabulary.ts';

/** Points of a merit: 5 on average, by so many more for each deviation of the trait it honours. Our assumption. */
const MEAN = 5;
const PER_DEVIATION = 1.3;
const CHANCE = 1.2;
const MOST = 10;
/** Share of merits that an administrator gives. Our assumption. */
const BY_ADMIN = 0.1;

export const Merit = defineEntity({
  name: 'Merit',
  description: 'Recognition that a student was given.',
  rows: many('Student', 'meritsPerStudent'),
  fields: {
    id: field.key('The key of the merit.'),
    schoolId: field.reference('School', 'The school.'),
    studentId: field.reference('Student', 'Who was recognized.'),
    awardedById: field.reference('User', "Who gave it: one of the student's teachers, or an administrator.", {
      optional: true,
      inverse: 'awardedMerits',
    }),
    category: field.enumeration(meritOrder, 'What it honours.', { filter: true, order: true }),
    points: field.integer('Points, from 1 to 10.', { filter: true, order: true }),
    reason: field.string('What it was given for.', { filter: true }),
    awardedDate: field.date('The school day on which it was given.', { index: true, filter: true, order: true }),
    quarter: field.string('The quarter of that day: Q1, Q2, Q3 or Q4.', { filter: true, order: true }),
    isPublic: field.boolean('Whether it is shown on the board of honour.', { filter: true }),
  },
  person: { via: 'studentId' },
  links: { awardedById },
  values: {
    category: meritCategory,
    points,
    reason: meritReason,
    awardedDate: (scope) => day(scope).date,
    quarter: (scope) => day(scope).quarter,
    isPublic: ({ random }) => random.chance(0.85),
  },
});

function points(scope: SchoolScope): number {
  const { ability, diligence } = scope.get(traits, scope.owner);
  const drawn = MEAN + PER_DEVIATION * (0.6 * ability + 0.6 * diligence) + scope.random.normal(0, CHANCE);
  return Math.min(MOST, Math.max(1, Math.round(drawn)));
}

/** The teacher of one of the student's core classes or an administrator; null for a student without classes in a school without administrators. */
function awardedById(scope: SchoolScope): Address | null {
  const { config, random, address } = scope;
  const [school = 0] = address;
  const { core } = scope.get(placement, scope.owner);
  const { administrators } = config.volumes;
  const byAdmin = random.chance(BY_ADMIN) || core.length === 0;
  const key = random.bits();
  if (byAdmin && administrators > 0) return [school, ADMIN_BRANCH, stableIndex(key, administrators)];
  const one = core[stableIndex(key, Math.max(1, core.length))];
  return one ? [school, TEACHER_BRANCH, meetingOf(config, one).teacher] : null;
}

function day(scope: SchoolScope): SchoolDay {
  return scope.get(meritDay);
}
