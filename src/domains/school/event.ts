import { type Address, field, formatTime, snakeCase } from '../../definition/index.ts';
import { ADMIN_BRANCH } from './contexts/account.ts';
import { type EventPlan, eventPlan } from './contexts/events.ts';
import { stableIndex } from './contexts/hash.ts';
import { roomsOfType } from './contexts/rooms.ts';
import { defineEntity, many, type SchoolScope } from './vocabulary.ts';

const types = ['assembly', 'exam', 'holiday', 'meeting', 'parent_conference', 'field_trip'] as const;

const PLACES = {
  assembly: 'Gymnasium',
  exam: 'Classrooms',
  holiday: 'No school',
  meeting: 'Library',
  parentConference: 'Classrooms',
  fieldTrip: 'Off campus',
} as const;

export const Event = defineEntity({
  name: 'Event',
  description: 'An event of a school year. Holidays are days without school; all others are on school days.',
  rows: many('School', 'events'),
  fields: {
    id: field.key('The key of the event.'),
    schoolId: field.reference('School', 'The school.'),
    roomId: field.reference('Room', 'Where it takes place; null for elsewhere.', { optional: true }),
    organizerId: field.reference('User', 'Who organizes it; null for holidays and for schools without administrators.', {
      optional: true,
      inverse: 'organizedEvents',
    }),
    title: field.string('The title.', { filter: true, order: true }),
    description: field.string('What it is about.'),
    eventType: field.enumeration(types, 'What kind of event it is.', { filter: true, order: true }),
    startDate: field.date('The first day.', { index: true, filter: true, order: true }),
    endDate: field.date('The last day; the first one for a single day.', { filter: true, order: true }),
    startTime: field.time('When it begins on the first day, in local time.', { filter: true, order: true }),
    endTime: field.time('When it ends on the last day, in local time.', { filter: true, order: true }),
    isAllDay: field.boolean('Whether it takes whole days.', { filter: true }),
    location: field.string('The place, in words.'),
    audience: field.enumeration(['everyone', 'students', 'parents', 'staff'], 'Whom it is for.', { filter: true }),
    isMandatory: field.boolean('Whether those it is for must come.', { filter: true }),
    budget: field.money('What it may cost.', { filter: true, order: true }),
  },
  links: {
    roomId,
    organizerId,
  },
  values: {
    title: (scope) => plan(scope).title,
    description: (scope) => plan(scope).kind.description,
    eventType: (scope) => types.find((type) => type === snakeCase(plan(scope).type)) ?? 'meeting',
    startDate: (scope) => plan(scope).startDate,
    endDate: (scope) => plan(scope).endDate,
    startTime: (scope) => formatTime(plan(scope).kind.start),
    endTime: (scope) => formatTime(plan(scope).kind.start + plan(scope).kind.length),
    isAllDay: (scope) => plan(scope).type === 'holiday',
    location: (scope) => PLACES[plan(scope).type],
    audience: (scope) => plan(scope).kind.audiences?.[plan(scope).title] ?? plan(scope).kind.audience,
    isMandatory: (scope) => plan(scope).kind.mandatory,
    budget: (scope) => {
      const [from, to] = plan(scope).kind.budget;
      return scope.random.integer(from / 100, to / 100) * 100;
    },
  },
});

function plan(scope: SchoolScope): EventPlan {
  return scope.get(eventPlan);
}

/** A room of the right type; further rooms move it to new ones only. */
function roomId(scope: SchoolScope): Address | null {
  const type = plan(scope).kind.room;
  const rooms = type ? roomsOfType(scope.config, type) : [];
  const room = rooms.length > 0 ? rooms[stableIndex(scope.random.bits(), rooms.length)] : undefined;
  return room === undefined ? null : [scope.address[0] ?? 0, room];
}

/** An administrator. */
function organizerId(scope: SchoolScope): Address | null {
  const { administrators } = scope.config.volumes;
  if (administrators === 0 || plan(scope).type === 'holiday') return null;
  return [scope.address[0] ?? 0, ADMIN_BRANCH, scope.random.index(administrators)];
}
