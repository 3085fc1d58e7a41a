import { beforeEach, describe, expect, test } from 'vitest';
import { type Integrity, verifyGeneration } from '../../src/verify/index.ts';
import { lawfulDomains } from '../support/domains.ts';
import { openWorkshop, type Workshop } from '../support/gateway-parts.ts';

/** What the engine makes is sound, by its own rules and by those of the domain. */

const dataset = 'default';

describe.each(lawfulDomains)('$name', ({ domain, small }) => {
  let workshop: Workshop;

  beforeEach(async () => {
    workshop = await openWorkshop([domain]);
    await workshop.jobs.wait((await workshop.jobs.seed({ domain, dataset, ...small })).id);
  });

  async function verified(): Promise<Integrity> {
    const generation = await workshop.store.open(dataset, domain);
    if (!generation) throw new Error('Nothing was seeded.');
    return verifyGeneration(generation);
  }

  const wrong = ({ checks }: Integrity) => checks.filter(({ status }) => status === 'WRONG');

  test('a freshly seeded dataset is sound, with its digest, and every row is looked at', async () => {
    const integrity = await verified();
    const summary = await workshop.jobs.summary(dataset, domain);
    expect(integrity.checks.filter(({ status }) => status !== 'OK')).toEqual([]);
    expect(integrity).toMatchObject({ ok: true, dataset, digest: summary?.digest });
    expect(integrity.checkedRows).toBe(summary?.counts.reduce((sum, { count }) => sum + count, 0));
  });

  test('every rule and expectation finds something to judge', async () => {
    const { rules = [], expectations = [] } = domain.definition;
    const { checks } = await verified();
    for (const { name } of [...rules, ...expectations])
      expect(checks.find((check) => check.name === name)?.checked, name).toBeGreaterThan(0);
  });

  test.each(domain.entities.map((entity) => ({ entity, name: entity.name })))(
    'so it is after three more of $name',
    async ({ entity }) => {
      await workshop.jobs.generate({ entity, dataset, count: 3 });
      const integrity = await verified();
      expect(wrong(integrity)).toEqual([]);
      expect(integrity.digest).toBe((await workshop.jobs.summary(dataset, domain))?.digest);
    },
  );

  test('so it is when features are seeded one after the other', async () => {
    const seed = async (request: object) =>
      workshop.jobs.wait((await workshop.jobs.seed({ domain, dataset, ...small, ...request })).id);
    await workshop.store.drop(dataset);
    const last = domain.entities.findLast(({ definition }) => !('derive' in definition))?.name ?? '';
    expect(await seed({ entities: [last], withDependencies: true })).toMatchObject({ status: 'COMPLETED' });
    expect(wrong(await verified())).toEqual([]);
    expect(await seed({ mode: 'merge' })).toMatchObject({ status: 'COMPLETED' });
    const integrity = await verified();
    expect(integrity.checks.filter(({ status }) => status !== 'OK')).toEqual([]);
    expect(integrity.digest).toBe((await workshop.jobs.summary(dataset, domain))?.digest);
  });
});
