import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exportCache, importCache } from '../../src/cache-file/index.ts';
import { contentsOf, copyOf, editRows, replaceInBlock } from '../cache-file/support.ts';
import { testedDomains } from '../support/domains.ts';
import { openWorkshop, temporaryFolder } from '../support/gateway-parts.ts';

const version = 'test';
const files = ['cache.json', 'cache.ndjson', 'cache.json.gz', 'cache.ndjson.gz'];

describe.each(testedDomains)('$name', ({ domain, small }) => {
  /** A dataset with everything that a dataset can have: additions, edits, removed rows, strangers. */
  const worn = async () => {
    const { store, jobs } = await openWorkshop([domain]);
    const { id } = await jobs.seed({ domain, dataset: 'default', seed: 7, ...small });
    expect((await jobs.wait(id)).error).toBeNull();
    for (const entity of domain.entities) await jobs.generate({ entity, dataset: 'default', count: 1, seed: 3 });
    const generation = await store.open('default', domain);
    if (!generation) throw new Error('Nothing was seeded.');
    await editRows(generation);
    const leaf = domain.entities.find(({ inverses, references }) => inverses.length === 0 && references.length > 0);
    if (!leaf) throw new Error('Every entity is referred to.');
    const [removed, model] = (await generation.range(leaf, '', '~', 100)).slice(-2);
    if (!removed || !model) throw new Error('There are too few rows.');
    await replaceInBlock(generation, leaf, removed, undefined, 'deleted');
    if (!leaf.references.some(({ field }) => field.field.unique)) {
      const stranger = copyOf(leaf, model, 'ffffffff-0000-4000-8000-00000000000a');
      await replaceInBlock(generation, leaf, undefined, stranger, 'imported');
    }
    return { store, jobs };
  };

  test.each(files)('all of a dataset comes back from %s: rows, marks, recipe, digest', async (name) => {
    const { store, jobs } = await worn();
    const before = await contentsOf(store, 'default', domain);
    const file = join(temporaryFolder(), name);
    const exported = await exportCache({ store, domain, dataset: 'default', file });
    const imported = await importCache({ store, domain, version, dataset: 'copy', file });
    expect(await contentsOf(store, 'copy', domain)).toEqual(before);
    expect(imported.digest).toBe(exported.digest);
    expect(imported.digest).toBe((await jobs.summary('default', domain))?.digest);
    expect(imported).toMatchObject({ imported: 0, warnings: [], counts: exported.counts });
    // Both go on alike.
    for (const entity of domain.entities) {
      const [here, there] = [
        await jobs.generate({ entity, dataset: 'default', count: 1 }),
        await jobs.generate({ entity, dataset: 'copy', count: 1 }),
      ];
      expect(there).toEqual(here);
    }
    expect((await jobs.summary('copy', domain))?.digest).toBe((await jobs.summary('default', domain))?.digest);
  });

  test('a file is the same each time, and does not depend on the way through another file', async () => {
    const { store } = await worn();
    const folder = temporaryFolder();
    const [first, lines, second] = ['a.json', 'b.ndjson', 'c.json'].map((name) => join(folder, name)) as [string, string, string];
    await exportCache({ store, domain, dataset: 'default', file: first });
    await exportCache({ store, domain, dataset: 'default', file: lines });
    await importCache({ store, domain, version, dataset: 'copy', file: lines });
    await exportCache({ store, domain, dataset: 'copy', file: second });
    expect(readFileSync(second, 'utf8')).toBe(readFileSync(first, 'utf8'));
    expect(() => JSON.parse(readFileSync(first, 'utf8'))).not.toThrow();
  });

  test('rows that are as the recipe makes them need no mark, whether or not a digest vouches for them', async () => {
    const { store } = await worn();
    const file = join(temporaryFolder(), 'cache.json');
    await exportCache({ store, domain, dataset: 'default', file });
    const before = await contentsOf(store, 'default', domain);
    const imported = await importCache({ store, domain, version: 'another version', dataset: 'copy', file });
    expect(imported.imported).toBe(0);
    expect(imported.warnings[0]?.message).toContain('written by version "test"');
    expect(await contentsOf(store, 'copy', domain)).toEqual({ ...before, version: 'another version' });
  });
});
