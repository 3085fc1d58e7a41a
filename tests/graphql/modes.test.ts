import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { modelOf } from '../../src/definition/index.ts';
import { school } from '../../src/domains/school/index.ts';
import { libraryModel } from '../fixtures/library.ts';
import { type Harness, harness } from './harness.ts';

let library: Harness;

beforeEach(async () => {
  library = await harness(libraryModel);
});

afterEach(() => library.gateway.dispose());

const seed = (args: string) => library.ask(`mutation { seedLibrary${args && `(${args})`} }`);

interface Contents {
  readonly dataset: {
    readonly seed: number;
    readonly digest: string;
    readonly counts: readonly { readonly entity: string; readonly count: number }[];
  };
}

async function contents() {
  const { dataset } = await library.data<Contents>('{ dataset { seed digest counts { entity count } } }');
  return { ...dataset, counts: Object.fromEntries(dataset.counts.map(({ entity, count }) => [entity, count])) };
}

/** Changes a member and removes a loan, as a user would. */
async function edit() {
  const { libMembers } = await library.data<{ libMembers: { nodes: { id: string }[] } }>(
    '{ libMembers(first: 1) { nodes { id } } }',
  );
  const [id] = libMembers.nodes.map((member) => member.id);
  await library.data(`mutation { updateLibMember(id: "${id}", set: {firstName: "Grace"}) { id } }`);
  await library.data('mutation { deleteLibLoans(filter: {fine: {gt: "0"}}) { deleted } }');
  return async () => {
    const { libMember } = await library.data<{ libMember: { firstName: string } }>(
      `{ libMember(by: {id: "${id}"}) { firstName } }`,
    );
    return libMember.firstName;
  };
}

describe('seedLibrary', () => {
  test('with MERGE keeps what users have changed and brings back what they have removed', async () => {
    await seed('seed: 7');
    const before = await contents();
    const firstName = await edit();
    expect((await contents()).counts.LibLoan).toBeLessThan(60);
    expect((await seed('mode: MERGE')).errors).toBeUndefined();
    expect(await firstName()).toBe('Grace');
    expect(await contents()).toMatchObject({ seed: 7, counts: before.counts });
    await seed('seed: 7');
    expect(await contents()).toEqual(before);
  });

  test('with UPDATE adds nothing and removes nothing', async () => {
    await seed('');
    const firstName = await edit();
    const before = await contents();
    expect((await seed('mode: UPDATE, overrides: {opensOn: "2040-01-01", volumes: {members: 30}}')).errors).toBeUndefined();
    expect((await contents()).counts).toEqual(before.counts);
    expect(await firstName()).toBe('Grace');
    const { libLibraries } = await library.data<{ libLibraries: unknown }>('{ libLibraries { nodes { opensOn } } }');
    expect(libLibraries).toEqual({ nodes: [{ opensOn: '2040-01-01' }] });
  });

  test('makes single features, with what they need', async () => {
    await seed('features: [LOANS], withDependencies: true');
    expect((await contents()).counts).toMatchObject({ LibLoan: 60, LibMemberRecord: 0 });
    await seed('features: [MEMBER_RECORDS]');
    const { digest } = await contents();
    await seed('');
    expect((await contents()).digest).toBe(digest);
  });

  test.each([
    ['mode: FAIL_IF_EXISTS', 'DATASET_EXISTS', ['mode']],
    ['mode: MERGE, seed: 8', 'SEED_MISMATCH', ['seed']],
  ])('with %s is refused, and changes nothing', async (args, code, argument) => {
    await seed('seed: 7');
    const before = await contents();
    const { errors } = await seed(args);
    expect(errors?.[0]?.extensions).toMatchObject({ code, argument });
    expect(await contents()).toEqual(before);
  });

  test.each([
    ['mode: UPDATE', 'NOTHING_TO_UPDATE', ['mode']],
    ['features: [LOANS]', 'MISSING_PREREQUISITES', ['features']],
  ])('of nothing with %s is refused', async (args, code, argument) => {
    const { errors } = await seed(args);
    expect(errors?.[0]?.extensions).toMatchObject({ code, argument });
    expect((await contents()).counts).toEqual({});
  });
});

test('a job tells how many rows stay that its configuration does not make', async () => {
  const { data, gateway } = await harness(modelOf(school));
  const reportOf = async (preset: string, mode: string, overrides: object) => {
    const mutation =
      'mutation ($preset: Preset!, $mode: SeedMode!, $overrides: SchoolOverrides) { seedSchool(preset: $preset, mode: $mode, overrides: $overrides) }';
    const { seedSchool: id } = await data<{ seedSchool: string }>(mutation, { preset, mode, overrides });
    const { job } = await data<{ job: { report: unknown } }>(`{ job(id: "${id}") { report } }`);
    return job.report;
  };
  expect(await reportOf('SMALL', 'REPLACE', {})).toBeNull();
  expect(await reportOf('SMALL', 'MERGE', {})).toBeNull();
  // The classes of grade 3, and all that belongs to them.
  expect(await reportOf('SMALL', 'MERGE', { gradeDistribution: { 3: 0, 4: 1 } })).toEqual({ kept: expect.any(Number) });
  await gateway.dispose();
});

test('startSeedLibrary takes a mode too, and its key belongs to it', async () => {
  await seed('');
  const start = (args: string) => library.ask(`mutation { startSeedLibrary(${args}) { id status } }`);
  const first = await start('mode: MERGE, idempotencyKey: "a"');
  expect(first.errors).toBeUndefined();
  expect((await start('mode: UPDATE, idempotencyKey: "a"')).errors?.[0]?.extensions).toMatchObject({
    code: 'IDEMPOTENCY_KEY_REUSED',
  });
});
