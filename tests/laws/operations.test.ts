import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exportCache, importCache } from '../../src/cache-file/index.ts';
import type { SeedRequest } from '../../src/jobs/index.ts';
import type { Generation } from '../../src/store/index.ts';
import { testedDomains } from '../support/domains.ts';
import { openWorkshop, temporaryFolder } from '../support/gateway-parts.ts';
import { keyOf } from '../support/rows.ts';
import { bookkeeping, requireSound, storedRows } from '../support/stored.ts';

/** What may be refused, and changes nothing then. */
const refusals = [
  'ROWS_IN_THE_WAY',
  'REFERENCE_NOT_FOUND',
  'CAPACITY_EXHAUSTED',
  'LIMIT_EXCEEDED',
  'INFEASIBLE_PLAN',
  'CONFLICT',
];
const STEPS = 12;

/** Seedings of every mode, additions, changes, removals and cache files, one after the other on one dataset. */
describe.each(testedDomains)('$name', ({ domain, small }) => {
  test.each([1, 2])(
    'whatever is done to a dataset leaves it sound, or is refused and leaves it as it was (%d)',
    async (start) => {
      const { store, jobs } = await openWorkshop([domain]);
      const file = join(temporaryFolder(), 'cache.ndjson');
      const dataset = 'default';
      const seed = async (request: Partial<SeedRequest>) => {
        const { status, error } = await jobs.wait((await jobs.seed({ domain, dataset, ...request })).id);
        if (status !== 'COMPLETED') throw Object.assign(new Error(error?.message), { code: error?.code });
      };
      await seed(small);
      const generation = async (): Promise<Generation> => {
        const opened = await store.open(dataset, domain);
        if (!opened) throw new Error('The dataset is gone.');
        return opened;
      };
      const editable = domain.entities.filter(({ definition }) => !('derive' in definition));
      const random = numbers(start);
      const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
      let done = 0;
      for (let step = 0; step < STEPS; step++) {
        const entity = pick(editable);
        const row = pick(await storedRows(await generation(), entity));
        const text = entity.fields.find(({ field }) => field.kind === 'string' && !field.unique);
        const acts = {
          generate: () => jobs.generate({ entity, dataset, count: 1 + Math.floor(random() * 3) }),
          update: async () =>
            row && text && jobs.update({ entity, dataset, key: keyOf(entity, row), set: { [text.name]: `step ${step}` } }),
          remove: async () =>
            row && jobs.remove({ entity, dataset, where: { kind: 'in', field: entity.key, values: [keyOf(entity, row)] } }),
          merge: () => seed({ mode: 'merge' }),
          renew: () => seed({ mode: 'update', ...small }),
          feature: () => seed({ entities: [entity.name], withDependencies: true }),
          carry: async () => {
            await exportCache({ store, domain, dataset, file });
            await importCache({ store, domain, version: pick(['test', 'another']), dataset, file });
            // Of another version only an update takes rows.
            await seed({ mode: 'update' });
          },
        };
        const before = await bookkeeping(await generation());
        const name = pick(Object.keys(acts) as (keyof typeof acts)[]);
        const refused = await acts[name]().then(
          () => undefined,
          (error) => error.code ?? String(error),
        );
        if (refused === undefined) done++;
        else {
          expect(refusals).toContain(refused);
          expect(await bookkeeping(await generation())).toEqual(before);
        }
        await requireSound(await generation());
      }
      expect(done).toBeGreaterThan(STEPS / 2);
    },
  );
});

/** Numbers from 0 to 1 (https://gist.github.com/tommyettinger/46a874533244883189143505d203312c). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
