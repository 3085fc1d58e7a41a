import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { DomainModel } from '../../src/definition/index.ts';
import { createJobs, type Jobs, type ThreadsOptions } from '../../src/jobs/index.ts';
import { openStore, type Store } from '../../src/store/index.ts';

/** A store with jobs over it, closed when the test ends. */
export interface Workshop {
  readonly store: Store;
  readonly jobs: Jobs;
}

export async function openWorkshop(
  domains: readonly DomainModel[],
  url = 'memory:',
  version = 'test',
  threads?: ThreadsOptions,
): Promise<Workshop> {
  const store = await openStore(url);
  const jobs = await createJobs({ store, domains, version, threads });
  onTestFinished(async () => {
    await jobs.close();
    await store.close();
  });
  return { store, jobs };
}

/** A new folder that is removed when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'seedgraph-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
