import { field } from 'seedgraph';
import { defineEntity, many } from './config.ts';

const sizes = ['small', 'large'] as const;

/** A new entity: its table, GraphQL types, filters, mutations and exports follow from this. */
export const Locker = defineEntity({
  name: 'Locker',
  description: 'A locker in the corridor.',
  rows: many('School', 'lockers'),
  fields: {
    id: field.key('The key of the locker.'),
    schoolId: field.reference('School', 'The school.'),
    studentId: field.reference('Student', 'Whose it is; none while it is free.', { optional: true }),
    number: field.integer('The number on its door.', { filter: true, order: true }),
    size: field.enumeration(sizes, 'How big it is.', { filter: true }),
    label: field.string('What is written on it.', { filter: true }),
  },
  // The address of the student: in the same school, the one of the same number, if there are so many.
  links: {
    studentId: ({ config, owner, index }) => (index < config.volumes.students ? [...owner, index] : null),
  },
  values: {
    number: ({ index }) => index + 1,
    size: ({ random }) => random.weighted({ small: 3, large: 1 }),
    label: (_scope, row) => `${row.size === 'large' ? 'L' : 'S'}${row.number}`,
  },
});
