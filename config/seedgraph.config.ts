import { defineConfig, type ExtendedConfig, extendDomain, field, vocabulary, z } from 'seedgraph';
import { Student, school } from 'seedgraph/domains/school';

/** Further keys of the configuration, each with a default. How many rows there are stands in `volumes`. */
const config = z.object({
  volumes: z.object({ lockers: z.int().min(0).max(5_000).default(20).describe('Lockers of a school.') }),
});

const { defineEntity, extendEntity, many } = vocabulary<ExtendedConfig<typeof school, typeof config>>();

/** An entity: `many('School', 'lockers')` of them under each school. */
const Locker = defineEntity({
  name: 'Locker',
  description: 'A locker in the corridor.',
  rows: many('School', 'lockers'),
  fields: {
    id: field.key('The key of the locker.'),
    schoolId: field.reference('School', 'The school.'),
    number: field.integer('The number on its door.', { filter: true, order: true }),
    isFree: field.boolean('Whether nobody has it.', { filter: true }),
  },
  values: {
    number: ({ index }) => index + 1,
    // Draw from `random` or `fake` alone: the same seed then gives the same data everywhere.
    isFree: ({ random }) => random.chance(0.2),
  },
});

/** A further field of an entity that is there, and a value that is made otherwise. */
const Rider = extendEntity(Student, {
  fields: { busNumber: field.integer('The bus; none for those who come otherwise.', { optional: true, filter: true }) },
  values: {
    busNumber: ({ random }, row) => (row.transport === 'school_bus' ? random.integer(1, 4) : null),
    photoConsent: (_scope, original, row) => row.gradeLevel > 2 && original(),
  },
});

export default defineConfig({
  // Change it when values come out otherwise than before, so that old and new rows are not mixed.
  version: '1',
  domains: [extendDomain(school, { config, entities: [Locker], extend: [Rider] })],
});
