import { expect, test } from 'vitest';
import type { DomainModel, EntityModel } from '../../src/definition/index.ts';
import { testedDomains } from '../support/domains.ts';
import { openWorkshop, type Workshop } from '../support/gateway-parts.ts';
import { keyOf } from '../support/rows.ts';
import { describeWith, newDatabase, postgres } from '../support/services.ts';
import { requireSound, storedRows } from '../support/stored.ts';

/** The laws are held over SQLite; what a dataset has gone through there, it goes through here with the same digests. */
describeWith([postgres], 'a dataset in PostgreSQL', () => {
  test.each(testedDomains)('$name: whatever is done to it, it is that of SQLite', async ({ domain, small }) => {
    const [here, there] = [await openWorkshop([domain], await newDatabase()), await openWorkshop([domain])];
    const digests = await Promise.all([here, there].map((workshop) => story(workshop, domain, small)));
    expect(digests[0]).toEqual(digests[1]);
    expect(new Set(digests[0]).size).toBeGreaterThan(4);
    for (const { store } of [here, there]) {
      const generation = await store.open('default', domain);
      if (generation) await requireSound(generation);
    }
  });
});

/** The digests of a dataset that is seeded, grown, edited, cut, merged and seeded once more with another seed. */
async function story({ store, jobs }: Workshop, domain: DomainModel, small: object): Promise<(string | undefined)[]> {
  const dataset = 'default';
  const seed = async (request: object) => {
    const { status, error } = await jobs.wait((await jobs.seed({ domain, dataset, ...small, ...request })).id);
    expect({ status, error }).toEqual({ status: 'COMPLETED', error: null });
  };
  const editable = domain.entities.filter(({ definition }) => !('derive' in definition));
  const someRow = async (entity: EntityModel) => {
    const generation = await store.open(dataset, domain);
    const [row] = generation ? await storedRows(generation, entity) : [];
    return row && keyOf(entity, row);
  };
  const edit = async (entity: EntityModel) => {
    const text = entity.fields.find(({ field }) => field.kind === 'string' && !field.unique);
    const key = await someRow(entity);
    if (text && key) await jobs.update({ entity, dataset, key, set: { [text.name]: 'Ünïcode\t\\N \\. "," 夜😀' } });
  };
  const remove = async (entity: EntityModel) => {
    const where = { kind: 'in', field: entity.key, values: [(await someRow(entity)) ?? ''] } as const;
    // Refused alike where rows are in the way.
    await jobs.remove({ entity, dataset, where }).catch((error) => expect(error.code).toBe('ROWS_IN_THE_WAY'));
  };
  const acts = [
    () => seed({}),
    async () => {
      for (const entity of editable) await jobs.generate({ entity, dataset, count: 2 });
    },
    async () => {
      for (const entity of editable) await edit(entity);
    },
    async () => {
      for (const entity of editable.toReversed()) await remove(entity);
    },
    () => seed({ mode: 'merge' }),
    () => seed({ seed: 7 }),
  ];
  const digests: (string | undefined)[] = [];
  for (const act of acts) {
    await act();
    digests.push((await jobs.summary(dataset, domain))?.digest);
  }
  return digests;
}
