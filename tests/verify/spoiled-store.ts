import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { onTestFinished } from 'vitest';
import { createJobs } from '../../src/jobs/index.ts';
import { openStore } from '../../src/store/index.ts';
import { type Integrity, verifyGeneration } from '../../src/verify/index.ts';
import { domainUnderTest } from '../support/domains.ts';
import { temporaryFolder } from '../support/gateway-parts.ts';

/** A dataset in a file, to be changed behind the back of the store. */
export interface SpoiledStore {
  readonly url: string;
  /** Runs statements of SQL in the dataset's own file. */
  readonly run: (sql: string) => void;
  /** The first cell that a statement of SQL finds. */
  readonly read: (sql: string) => string;
  readonly verify: () => Promise<Integrity>;
}

/** Seeds a tested domain's small plan into the dataset `default` of a file store. */
export async function seededFile(name: string): Promise<SpoiledStore> {
  const { domain, small } = domainUnderTest(name);
  const folder = temporaryFolder();
  const url = `file:${folder}`;
  const seeding = await openStore(url);
  const jobs = await createJobs({ store: seeding, domains: [domain], version: 'test' });
  await jobs.wait((await jobs.seed({ domain, dataset: 'default', ...small })).id);
  await jobs.close();
  await seeding.close();
  const [file = ''] = readdirSync(join(folder, 'default')).filter((each) => each.endsWith('.sqlite'));
  const database = new DatabaseSync(join(folder, 'default', file));
  onTestFinished(() => database.close());
  return {
    url,
    run: (sql) => database.exec(sql),
    read: (sql) => String(Object.values(database.prepare(sql).get() ?? {})[0]),
    verify: async () => {
      const store = await openStore(url);
      try {
        const generation = await store.open('default', domain);
        if (!generation) throw new Error('Nothing was seeded.');
        return await verifyGeneration(generation);
      } finally {
        await store.close();
      }
    },
  };
}
