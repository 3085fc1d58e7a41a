import { describe, expect, test } from 'vitest';
import { verifyGeneration } from '../../src/verify/index.ts';
import { testedDomains } from '../support/domains.ts';
import { openWorkshop } from '../support/gateway-parts.ts';

const dataset = 'default';

describe.each(testedDomains)('$name with one feature', ({ domain, small }) => {
  test.each(domain.entities.map((entity) => ({ name: entity.name, entity })))(
    '$name, and what it refers to, is sound',
    async ({ entity }) => {
      const { jobs, store } = await openWorkshop([domain]);
      const seeding = { ...small, entities: [entity.plural], withDependencies: true };
      await jobs.wait((await jobs.seed({ domain, dataset, ...seeding })).id);
      const generation = await store.open(dataset, domain);
      if (!generation) throw new Error('Nothing was seeded.');
      const { checks } = await verifyGeneration(generation);
      expect(checks.filter(({ status }) => status === 'WRONG')).toEqual([]);
    },
  );
});
