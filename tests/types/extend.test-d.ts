import { expectTypeOf, test } from 'vitest';
import { z } from 'zod';
import {
  type ConfigOf,
  type ExtendedConfig,
  extendDomain,
  extendEntity,
  field,
  type RowOf,
  vocabulary,
} from '../../src/definition/index.ts';
import { Attendance, type SchoolConfig, Student, school } from '../../src/domains/school/index.ts';

/** Checked by `tsc`, which `npm test` runs: extensions have the types of what they extend. */
const Rider = extendEntity(Student, {
  fields: {
    busNumber: field.integer('The bus.', { optional: true, filter: true }),
    shoe: field.enumeration(['left', 'right'], 'A shoe.'),
    buddyId: field.reference('Student', 'A friend.', { optional: true, inverse: false }),
  },
  values: {
    busNumber: ({ random, config }, row) => {
      expectTypeOf(config).toEqualTypeOf<SchoolConfig>();
      expectTypeOf(row.transport).toEqualTypeOf<'car' | 'school_bus' | 'walk' | 'bicycle'>();
      expectTypeOf(row.busNumber).toEqualTypeOf<number | null>();
      return row.transport === 'school_bus' ? random.integer(1, 12) : null;
    },
    shoe: ({ random }) => random.pick(['left', 'right']),
    transport: (_scope, original, row) => {
      expectTypeOf(original()).toEqualTypeOf<'car' | 'school_bus' | 'walk' | 'bicycle'>();
      expectTypeOf(row.gradeLevel).toEqualTypeOf<number>();
      return row.gradeLevel < 3 ? 'car' : original();
    },
  },
  links: { buddyId: ({ owner, index }) => (index > 0 ? [...owner, index - 1] : null) },
  lookups: { bus: 'busNumber' },
});

test('an extended row has the new fields beside the old ones', () => {
  expectTypeOf<RowOf<typeof Rider>['busNumber']>().toEqualTypeOf<number | null>();
  expectTypeOf<RowOf<typeof Rider>['shoe']>().toEqualTypeOf<'left' | 'right'>();
  expectTypeOf<RowOf<typeof Rider>['gradeLevel']>().toEqualTypeOf<number>();
});

test('what is only overridden needs no fields', () => {
  extendEntity(Student, { values: { photoConsent: () => true } });
  extendEntity(Attendance, { values: { status: (_, original) => original() } });
  extendEntity(Student, { lookups: { born: 'dateOfBirth' } });
});

test('an extension that does not fit does not compile', () => {
  const fields = { height: field.integer('In cm.') } as const;
  extendEntity(Student, { fields, values: { height: () => 130 } });
  // @ts-expect-error a text is no integer
  extendEntity(Student, { fields, values: { height: () => 'tall' } });
  // @ts-expect-error the new field's value is missing
  extendEntity(Student, { fields, values: {} });
  // @ts-expect-error values are missing
  extendEntity(Student, { fields });
  // @ts-expect-error no value of the enumeration
  extendEntity(Student, { values: { transport: () => 'rocket' } });
  // @ts-expect-error there is no such field
  extendEntity(Student, { values: { wings: () => 2 } });
  // @ts-expect-error there is no such reference
  extendEntity(Student, { links: { wingsId: () => null } });
  // @ts-expect-error a look-up names a field
  extendEntity(Student, { lookups: { wings: 'wings' } });
  // @ts-expect-error how many rows there are cannot be changed
  extendEntity(Student, { rows: Student.rows });
});

const config = z.object({
  volumes: z.object({ lockers: z.int().default(4) }),
  buses: z.object({ lines: z.int().default(3) }).prefault({}),
});
const words = vocabulary<ExtendedConfig<typeof school, typeof config>>();

const Locker = words.defineEntity({
  name: 'Locker',
  description: 'A locker.',
  rows: words.many('School', 'lockers'),
  fields: { id: field.key('The key.'), number: field.integer('Its number.') },
  values: { number: ({ config: { buses, attendance } }) => buses.lines + attendance.absentRate },
});

test('a further configuration has the types of both', () => {
  const extended = extendDomain(school, {
    config,
    entities: [Locker],
    presets: { FEW: { volumes: { lockers: 1, students: 3 } } },
  });
  expectTypeOf<ConfigOf<typeof school>>().toEqualTypeOf<SchoolConfig>();
  expectTypeOf<ConfigOf<typeof extended>['volumes']['lockers']>().toEqualTypeOf<number>();
  expectTypeOf<ConfigOf<typeof extended>['volumes']['students']>().toEqualTypeOf<number>();
  expectTypeOf<ConfigOf<typeof extended>['dates']>().toEqualTypeOf<SchoolConfig['dates']>();
  const Passenger = words.extendEntity(Student, {
    fields: { line: field.integer('The line.') },
    values: { line: (scope, row) => scope.config.buses.lines + row.gradeLevel },
  });
  extendDomain(extended, { extend: [Passenger] });
});

test('what does not fit the configuration does not compile', () => {
  // @ts-expect-error the school counts no lockers
  extendDomain(school, { entities: [Locker] });
  // @ts-expect-error a preset gives a number
  extendDomain(school, { presets: { FEW: { volumes: { students: 'few' } } } });
  // @ts-expect-error a preset knows the keys of the configuration
  extendDomain(school, { config, presets: { FEW: { volumes: { dragons: 1 } } } });
  // @ts-expect-error a volume of the configuration
  words.many('School', 'dragons');
});
