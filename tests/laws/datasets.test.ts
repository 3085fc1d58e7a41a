import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lawfulDomains } from '../support/domains.ts';
import { openWorkshop, temporaryFolder, type Workshop } from '../support/gateway-parts.ts';

describe.each(lawfulDomains)('$name', ({ name, domain, small }) => {
  const seed = async ({ jobs }: Workshop, dataset = 'default', request: object = small) => {
    const { status, error, digest } = await jobs.wait((await jobs.seed({ domain, dataset, ...request })).id);
    expect({ status, error }).toEqual({ status: 'COMPLETED', error: null });
    return digest;
  };

  test('the digest is the same in memory, in a file, in another process, and when seeded again', async () => {
    const memory = await openWorkshop([domain]);
    const file = await openWorkshop([domain], `file:${temporaryFolder()}`);
    const script = join(import.meta.dirname, '../support/seed-in-child.ts');
    const child = spawnSync(process.execPath, [script, name, `file:${temporaryFolder()}`, JSON.stringify(small)], {
      encoding: 'utf8',
    });
    const elsewhere = /digest (\w+)/.exec(child.stdout)?.[1];
    const digests = [await seed(memory), await seed(memory), await seed(file), await seed(file), elsewhere];
    expect(new Set(digests)).toEqual(new Set([digests[0]]));
    expect(digests[0]).toMatch(/^[0-9a-f]{64}$/);
  });

  test('seeding twice leaves the rows of one seeding', async () => {
    const workshop = await openWorkshop([domain]);
    await seed(workshop);
    const once = await workshop.jobs.summary('default', domain);
    await seed(workshop);
    expect(await workshop.jobs.summary('default', domain)).toEqual(once);
  });

  test('datasets never see the rows of each other', async () => {
    const { store, jobs } = await openWorkshop([domain]);
    await seed({ store, jobs }, 'one', { ...small, seed: 1 });
    await seed({ store, jobs }, 'two', { ...small, seed: 2 });
    const keysIn = async (dataset: string) => {
      const generation = await store.open(dataset, domain);
      const pages = await Promise.all(domain.entities.map((entity) => generation?.find({ entity, order: [], limit: 1_000 })));
      return domain.entities.flatMap((entity, index) =>
        (pages[index]?.[0]?.rows ?? []).map((row) => String(row[entity.key.index])),
      );
    };
    const [one, two] = [await keysIn('one'), await keysIn('two')];
    expect(one.length).toBeGreaterThan(0);
    expect(one.filter((key) => two.includes(key))).toEqual([]);
    for (const entity of domain.entities) {
      const found = await (await store.open('two', domain))?.get(entity, one);
      expect(found?.filter(Boolean)).toEqual([]);
    }
  });

  describe.each(domain.entities.map((entity) => ({ name: entity.name, entity })))('$name', ({ entity }) => {
    test('two can be added to a seeded and to an empty dataset; every reference resolves', async () => {
      const { store, jobs } = await openWorkshop([domain]);
      await seed({ store, jobs });
      for (const dataset of ['default', 'fresh']) {
        const before = await jobs.summary(dataset, domain);
        const rows = await jobs.generate({ entity, dataset, count: 2 });
        expect(rows).toHaveLength(2);
        const after = await jobs.summary(dataset, domain);
        const count = (summary: typeof after) => summary?.counts.find((item) => item.entity === entity)?.count ?? 0;
        expect(count(after)).toBe(count(before) + 2);
        const generation = await store.open(dataset, domain);
        for (const { field, to } of entity.references) {
          const keys = rows.flatMap((row) => (row[field.index] === null ? [] : [String(row[field.index])]));
          expect((await generation?.get(to, keys))?.every(Boolean)).toBe(true);
        }
      }
    });
  });
});
