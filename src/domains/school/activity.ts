import { type Address, field, formatTime } from '../../definition/index.ts';
import { calendarOf, schoolDay } from './contexts/calendar.ts';
import { stableIndex } from './contexts/hash.ts';
import { roomsOfType } from './contexts/rooms.ts';
import { starts } from './contexts/school-stream.ts';
import { allGrades } from './contexts/subjects.ts';
import { type ActivityEntry, activityCatalogue } from './tables/activities.ts';
import { defineEntity, many, type SchoolScope } from './vocabulary.ts';

const types = ['club', 'sport', 'arts', 'academic', 'service'] as const;
const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const;
const START = 15 * 60;

export const Activity = defineEntity({
  name: 'Activity',
  description: 'An extracurricular activity: a club, a team, a group. It meets every week after school.',
  rows: many('School', 'activities'),
  fields: {
    id: field.key('The key of the activity.'),
    schoolId: field.reference('School', 'The school.'),
    advisorId: field.reference('Teacher', 'The teacher in charge; null for schools without teachers.', { optional: true }),
    roomId: field.reference('Room', 'Where it meets; null where no room fits.', { optional: true }),
    name: field.string('The name, unique within the school.', { filter: true, order: true }),
    activityType: field.enumeration(types, 'What kind of activity it is.', { filter: true, order: true }),
    description: field.string('What is done.'),
    meetingDay: field.enumeration(weekdays, 'The day of the week on which it meets.', { filter: true, order: true }),
    startTime: field.time('When it begins, in local time.', { filter: true, order: true }),
    endTime: field.time('When it ends, in local time.', { filter: true, order: true }),
    startDate: field.date('The first school day of the season.', { filter: true, order: true }),
    endDate: field.date('The last school day of the season.', { filter: true, order: true }),
    gradeLevels: field.integers('The grades that may join.'),
    maxParticipants: field.integer('The most students it takes.', { filter: true, order: true }),
    fee: field.money('What a student pays for the season.', { filter: true, order: true }),
    isActive: field.boolean('Whether it takes place at present.', { filter: true }),
  },
  links: {
    advisorId: ({ address, config, random }) =>
      config.volumes.teachers > 0 ? [address[0] ?? 0, random.index(config.volumes.teachers)] : null,
    roomId,
  },
  values: {
    name: (scope) => {
      const round = Math.floor(scope.index / activityCatalogue.length);
      return round === 0 ? entry(scope).name : `${entry(scope).name} ${round + 1}`;
    },
    activityType: (scope) => entry(scope).type,
    description: (scope) => entry(scope).description,
    meetingDay: ({ random }) => random.pick(weekdays),
    startTime: () => formatTime(START),
    endTime: (scope) => formatTime(START + (entry(scope).type === 'sport' ? 90 : 60)),
    // The third week, when everybody has settled in, to the last but two.
    startDate: ({ config }) => schoolDay(calendarOf(config), 10).date,
    endDate: ({ config }) => schoolDay(calendarOf(config), Math.max(11, calendarOf(config).days.length - 11)).date,
    gradeLevels: ({ config, random }) => {
      const grades = allGrades(config);
      return grades.slice(random.integer(0, Math.floor(grades.length / 2)));
    },
    maxParticipants: ({ random }) => 5 * random.integer(3, 6),
    fee: (scope) => (entry(scope).type === 'sport' ? 2_500 : 500) * scope.random.integer(0, 4),
    isActive: () => true,
  },
});

/** The catalogue, opened at a whole set of types, and gone through. */
function entry(scope: SchoolScope): ActivityEntry {
  const { activities } = scope.get(starts, [scope.address[0] ?? 0]);
  const first = types.length * Math.floor((activities * activityCatalogue.length) / types.length);
  const found = activityCatalogue[(first + scope.index) % activityCatalogue.length];
  if (!found) throw new RangeError('The catalogue of activities is empty.');
  return found;
}

function roomId(scope: SchoolScope): Address | null {
  const rooms = roomsOfType(scope.config, entry(scope).room);
  const room = rooms.length > 0 ? rooms[stableIndex(scope.random.bits(), rooms.length)] : undefined;
  return room === undefined ? null : [scope.address[0] ?? 0, room];
}
