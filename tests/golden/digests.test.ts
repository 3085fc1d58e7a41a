import { describe, expect, test } from 'vitest';
import { localPlans, testedDomains } from '../support/domains.ts';
import { openWorkshop } from '../support/gateway-parts.ts';

/**
 * The digests at seed 42. A difference means that the rows of every user of the domain change: with a new version of faker, with a
 * changed definition, with a changed distribution. If that is what you want, update the snapshot (`npx vitest run tests/golden -u`)
 * and say so in the CHANGELOG; if not, you have found a mistake.
 */
describe.each(testedDomains)('$name', ({ domain }) => {
  // The larger presets follow from the same definitions; a few thousand rows tell as much in a second.
  const presets = Object.keys(domain.definition.presets).slice(0, 2);

  test.each(presets)('%s', async (preset) => {
    const { jobs } = await openWorkshop([domain]);
    const { digest, inserted } = await jobs.wait((await jobs.seed({ domain, dataset: 'default', preset, seed: 42 })).id);
    expect({ rows: inserted, digest }).toMatchSnapshot();
  });

  test.each(domain.entities.map((entity) => ({ name: entity.name, entity })))('a $name', async ({ entity }) => {
    const { rows } =
      'derive' in entity.definition ? { rows: [] } : await (await openWorkshop([domain])).jobs.sample({ entity, count: 2 });
    expect(rows.map((row) => Object.fromEntries(entity.fields.map(({ name, index }) => [name, row[index]])))).toMatchSnapshot();
  });
});

describe('in other locales', () => {
  test.each(localPlans)('$name', async ({ domain, small }) => {
    const { jobs } = await openWorkshop([domain]);
    const { digest, inserted } = await jobs.wait((await jobs.seed({ domain, dataset: 'default', ...small, seed: 42 })).id);
    expect({ rows: inserted, digest }).toMatchSnapshot();
  });

  test('there are seven for schools', () => {
    expect(localPlans.map(({ name }) => name)).toEqual(
      ['en_GB', 'de', 'fr', 'es', 'en_IN', 'hi', 'ja'].map((locale) => `school in ${locale}`),
    );
  });
});
