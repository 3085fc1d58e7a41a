import { type Address, field, formatTime } from '../../definition/index.ts';
import { calendarOf, schoolDay } from './contexts/calendar.ts';
import { roomsOfType } from './contexts/rooms.ts';
import { starts } from './contexts/school-stream.ts';
import { allGrades } from './contexts/subjects.ts';
import { type ActivityEntry, activityCatalogue } from './tables/activities.ts';
import { defineEntity, many, type SchoolScope } from './vocabulary.ts';

const types = ['club', 'sport', 'arts', 'academic', 'service'] as const;
const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const;
/** When activities begin: the later ones when the earlier ones are over. */
const STARTS = [15 * 60, 16 * 60 + 30] as const;

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
    advisorId,
    roomId,
  },
  values: {
    name: (scope) => {
      const round = Math.floor(scope.index / activityCatalogue.length);
      return round === 0 ? entry(scope).name : `${entry(scope).name} ${round + 1}`;
    },
    activityType: (scope) => entry(scope).type,
    description: (scope) => entry(scope).description,
    meetingDay: ({ index }) => weekdays[slotOf(index).weekday] ?? 'monday',
    startTime: ({ index }) => formatTime(slotOf(index).start),
    endTime: (scope) => formatTime(slotOf(scope.index).start + (entry(scope).type === 'sport' ? 90 : 60)),
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

/** When an activity meets, and how many earlier ones meet at the same time. */
interface Slot {
  readonly weekday: number;
  readonly start: number;
  readonly before: number;
}

/**
 * From the activity's number alone, so that more activities, teachers or rooms move none. Five in a row, one of each type, have the five days; the
 * next five begin a day later, so that each type goes round the week; after five such rounds come the later hours, and
 * then all begins again.
 */
function slotOf(index: number): Slot {
  const days = weekdays.length;
  const round = Math.floor(index / days);
  const block = Math.floor(round / days);
  return {
    weekday: (index + round) % days,
    start: STARTS[block % STARTS.length] ?? STARTS[0],
    before: (round % days) + days * Math.floor(block / STARTS.length),
  };
}

/** The catalogue, opened at a whole set of types, and gone through. */
function entry(scope: SchoolScope, index = scope.index): ActivityEntry {
  const { activities } = scope.get(starts, [scope.address[0] ?? 0]);
  const first = types.length * Math.floor((activities * activityCatalogue.length) / types.length);
  const found = activityCatalogue[(first + index) % activityCatalogue.length];
  if (!found) throw new RangeError('The catalogue of activities is empty.');
  return found;
}

/**
 * A teacher who has no other activity at that time, or null. The nth activity of a time has the nth teacher whose number, modulo five, is the
 * weekday's; as long as there are not enough of these, the nth of all others. So nobody has two, most have none before
 * somebody has several, and further teachers take over from others without any change between old ones.
 */
function advisorId({ address, config, index }: SchoolScope): Address | null {
  const { weekday, before } = slotOf(index);
  const days = weekdays.length;
  const own = days * before + weekday;
  const place = before % (days - 1);
  const other = days * Math.floor(before / (days - 1)) + (place < weekday ? place : place + 1);
  const teacher = own < config.volumes.teachers ? own : other;
  return teacher < config.volumes.teachers ? [address[0] ?? 0, teacher] : null;
}

/** A room of the right type for each activity of a time, in their order; null when there are no more. */
function roomId(scope: SchoolScope): Address | null {
  const type = entry(scope).room;
  const rooms = roomsOfType(scope.config, type);
  const slot = slotOf(scope.index);
  let before = 0;
  for (let index = 0; index < scope.index && before < rooms.length; index++) {
    const { weekday, start } = slotOf(index);
    if (weekday === slot.weekday && start === slot.start && entry(scope, index).room === type) before++;
  }
  const room = rooms[before];
  return room === undefined ? null : [scope.address[0] ?? 0, room];
}
