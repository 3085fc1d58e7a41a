import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exportCache, importCache } from '../../src/cache-file/index.ts';
import type { Generation } from '../../src/store/index.ts';
import { libraryModel } from '../fixtures/library.ts';
import { openWorkshop, temporaryFolder } from '../support/gateway-parts.ts';

/** A file is of one moment, whoever writes to the dataset meanwhile. */

const domain = libraryModel;

async function seeded() {
  const { store, jobs } = await openWorkshop([domain], `file:${temporaryFolder()}`);
  await jobs.wait((await jobs.seed({ domain, dataset: 'default', overrides: { volumes: { members: 400 } } })).id);
  const generation = await store.open('default', domain);
  if (!generation) throw new Error('Nothing was seeded.');
  return { store, jobs, generation, file: join(temporaryFolder(), 'cache.json') };
}

/** Something of the dataset changes. */
async function touch(generation: Generation): Promise<void> {
  const { sequence, position } = (await generation.state()).checkpoint;
  const loans = domain.entity('Loan');
  const [row] = await generation.range(loans, '', '~', 1);
  const key = String(row?.[loans.key.index]);
  const marks = [{ entity: loans, keys: [{ key, mark: 'kept' as const }] }];
  await generation.write({ sequence, position, inserts: [], marks, changes: new Map() });
}

test('an export begins again when rows are added while it reads', async () => {
  const { store, jobs, file } = await seeded();
  let adding: Promise<unknown> | undefined;
  const onRows = () => {
    adding ??= jobs.generate({ entity: domain.entity('Member'), dataset: 'default', count: 3 });
  };
  const exported = await exportCache({ store, domain, dataset: 'default', file, onRows });
  await adding;
  const summary = await jobs.summary('default', domain);
  expect(exported.digest).toBe(summary?.digest);
  const imported = await importCache({ store, domain, version: 'test', dataset: 'copy', file });
  expect(imported.digest).toBe(summary?.digest);
});

test('an export beside a seeding has the old rows or the new ones, never both', async () => {
  const { store, jobs, file } = await seeded();
  const before = await jobs.summary('default', domain);
  const seeding = await jobs.seed({ domain, dataset: 'default', seed: 9, overrides: { volumes: { members: 300 } } });
  const exported = await exportCache({ store, domain, dataset: 'default', file });
  await jobs.wait(seeding.id);
  const after = await jobs.summary('default', domain);
  expect(after?.digest).not.toBe(before?.digest);
  expect([before?.digest, after?.digest]).toContain(exported.digest);
  const imported = await importCache({ store, domain, version: 'test', dataset: 'copy', file });
  expect(imported.digest).toBe(exported.digest);
});

test('an export is refused when the dataset is changed all the while, and leaves the old file', async () => {
  const { store, generation, file } = await seeded();
  writeFileSync(file, 'what was there before');
  const onRows = () => void touch(generation);
  const exporting = exportCache({ store, domain, dataset: 'default', file, onRows });
  await expect(exporting).rejects.toMatchObject({ code: 'CACHE_FILE_OUTDATED' });
  expect(readFileSync(file, 'utf8')).toBe('what was there before');
  expect(readdirSync(join(file, '..'))).toEqual(['cache.json']);
});

test('readers see the old rows while others are imported, and the new ones afterwards', async () => {
  const { store, jobs, file } = await seeded();
  await exportCache({ store, domain, dataset: 'default', file });
  await jobs.wait((await jobs.seed({ domain, dataset: 'default', seed: 9 })).id);
  const old = await jobs.summary('default', domain);
  const seen: unknown[] = [];
  const onBytes = () => void jobs.summary('default', domain).then((summary) => seen.push(summary?.digest));
  const imported = await importCache({ store, domain, version: 'test', dataset: 'default', file, onBytes });
  expect(new Set(seen.slice(0, -1))).toEqual(new Set([old?.digest]));
  expect((await jobs.summary('default', domain))?.digest).toBe(imported.digest);
  const { jobs: done } = await jobs.list({ limit: 1 });
  expect(done).toMatchObject([{ kind: 'import', status: 'COMPLETED', digest: imported.digest }]);
});
