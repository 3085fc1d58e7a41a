import { expectTypeOf, test } from 'vitest';
import { z } from 'zod';
import { field, type RowOf, vocabulary } from '../../src/definition/index.ts';

/** Checked by `tsc`, which `npm test` runs: row types follow from definitions, and wrong definitions do not compile. */
const config = z.object({ volumes: z.object({ things: z.int() }), rate: z.number() });
const { defineEntity, defineContext, root, many } = vocabulary<z.output<typeof config>>();

const weather = defineContext('Thing', 'weather', ({ random }) => ({ sunny: random.chance(0.5) }));

const fields = {
  id: field.key('The key.'),
  name: field.string('A name.'),
  nickname: field.string('Another.', { optional: true }),
  size: field.enumeration(['small', 'large'], 'How big.'),
  price: field.money('In cents.'),
  tags: field.strings('Words.', { optional: true }),
  madeOn: field.date('A day.'),
  otherId: field.reference('Thing', 'Another.', { optional: true }),
} as const;

const Thing = defineEntity({
  name: 'Thing',
  description: 'A thing.',
  rows: root('things'),
  fields,
  links: { otherId: ({ index }) => (index > 0 ? [index - 1] : null) },
  values: {
    name: ({ random }) => random.pick(['a', 'b']),
    nickname: () => null,
    size: ({ get }) => (get(weather).sunny ? 'small' : 'large'),
    price: ({ config }) => Math.round(config.rate * 100),
    tags: () => ['x'],
    madeOn: () => '2024-01-01',
  },
});

test('a row has the types of its fields', () => {
  expectTypeOf<RowOf<typeof Thing>>().toEqualTypeOf<{
    readonly id: string;
    readonly name: string;
    readonly nickname: string | null;
    readonly size: 'small' | 'large';
    readonly price: number;
    readonly tags: readonly string[] | null;
    readonly madeOn: string;
    readonly otherId: string | null;
  }>();
});

test('a context gives the type it was declared with', () => {
  expectTypeOf(weather.make).returns.toEqualTypeOf<{ sunny: boolean }>();
});

const shape = { name: 'Part', description: 'A part.', rows: many('Thing', 2) } as const;
const one = { id: field.key('The key.'), size: field.integer('How big.') } as const;

test('a definition that does not fit its fields does not compile', () => {
  defineEntity({ ...shape, fields: one, values: { size: () => 1 } });
  // @ts-expect-error a text is no integer
  defineEntity({ ...shape, fields: one, values: { size: () => 'x' } });
  // @ts-expect-error a value is missing
  defineEntity({ ...shape, fields: one, values: {} });
  // @ts-expect-error null needs an optional field
  defineEntity({ ...shape, fields: one, values: { size: () => null } });
  // @ts-expect-error a look-up names a field
  defineEntity({ ...shape, fields: one, lookups: { nothing: 'nothing' }, values: { size: () => 1 } });
  // @ts-expect-error a series gives every value
  defineEntity({ ...shape, fields: one, series: () => [{}] });
  // @ts-expect-error a volume of the configuration
  many('Thing', 'dragons');
});
