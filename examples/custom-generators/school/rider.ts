import { field } from 'seedgraph';
import { Student } from 'seedgraph/domains/school';
import { extendEntity } from './config.ts';

/** A new field of an entity that is there. `row` has the other values of the row; reading them changes nothing. */
export const Rider = extendEntity(Student, {
  fields: {
    busNumber: field.integer('The bus; none for those who come otherwise.', { optional: true, filter: true, order: true }),
  },
  values: {
    busNumber: ({ config, random }, row) => (row.transport === 'school_bus' ? random.integer(1, config.buses.lines) : null),
  },
});
