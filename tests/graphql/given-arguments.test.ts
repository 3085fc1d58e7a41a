import { afterEach, beforeEach, expect, test } from 'vitest';
import { modelOf } from '../../src/definition/index.ts';
import { school } from '../../src/domains/school/index.ts';
import { type Harness, harness } from './harness.ts';

let gateway: Harness;

beforeEach(async () => {
  gateway = await harness(modelOf(school));
  await gateway.data('mutation { seedSchool(preset: SMALL, seed: 7) }');
});

afterEach(() => gateway.gateway.dispose());

/** A preset that is left out is the one the dataset was made with, however it is left out; MEDIUM, its default, has 500 students. */
test.each([
  ['not written', 'mutation { seedSchool(mode: MERGE) }', {}],
  ['a variable without value', 'mutation ($p: Preset, $s: Seed) { seedSchool(preset: $p, seed: $s, mode: MERGE) }', {}],
  ['under an alias', 'mutation ($p: Preset) { again: seedSchool(preset: $p, mode: MERGE) }', {}],
  ['in a fragment', 'mutation ($p: Preset) { ...F } fragment F on Mutation { seedSchool(preset: $p, mode: MERGE) }', {}],
  ['in a fragment in place', 'mutation ($p: Preset) { ... { ... on Mutation { seedSchool(preset: $p, mode: MERGE) } } }', {}],
  [
    'twice',
    'mutation ($p: Preset) { ...F seedSchool(preset: $p, mode: MERGE) } fragment F on Mutation { seedSchool(preset: $p, mode: MERGE) }',
    {},
  ],
  ['a mode as variable', 'mutation ($p: Preset, $m: SeedMode) { seedSchool(preset: $p, mode: $m) }', { m: 'MERGE' }],
  ['under a directive', 'mutation ($i: Boolean!) { seedSchool(mode: MERGE) @include(if: $i) }', { i: true }],
])('a preset that is left out: %s', async (_, query, variables) => {
  const { errors } = await gateway.ask(query, variables);
  expect(errors).toBeUndefined();
  const { dataset, students } = await gateway.data<{ dataset: object; students: object }>(
    '{ dataset { preset seed } students { totalCount } }',
  );
  expect({ dataset, students }).toEqual({ dataset: { preset: 'SMALL', seed: 7 }, students: { totalCount: 10 } });
});

test('a preset that is null is refused', async () => {
  const { errors } = await gateway.ask('mutation ($p: Preset) { seedSchool(preset: $p, mode: MERGE) }', { p: null });
  expect(errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' }, path: ['seedSchool'] });
});

test('a variable’s own default counts as given', async () => {
  const { errors } = await gateway.ask('mutation ($s: Seed = 8) { seedSchool(preset: SMALL, seed: $s, mode: MERGE) }');
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'SEED_MISMATCH' });
});
