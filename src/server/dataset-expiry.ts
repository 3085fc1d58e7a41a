import { SeedgraphError } from '../definition/index.ts';
import { DEFAULT_DATASET, type Jobs } from '../jobs/index.ts';
import type { Store } from '../store/index.ts';
import type { Logger } from './observe/logger.ts';

/** Datasets are looked at so often while they live, and at least once a minute. */
const LOOKS = 4;
const LONGEST = 60_000;

/** How long a list of datasets is believed while they are dropped, in milliseconds. */
const FRESH = 100;

/** What is watched, and how long datasets may be idle, in milliseconds. */
export interface ExpiryOptions {
  readonly store: Store;
  readonly jobs: Jobs;
  readonly ttl: number;
  readonly log: Logger;
}

/**
 * Drops datasets that nobody has read or written for some time; never `default`, and none that a job writes to. Does not keep the
 * process alive.
 *
 * @returns ends it, and resolves when nothing is being dropped any more.
 */
export function expireDatasets(options: ExpiryOptions): () => Promise<void> {
  let underWay: Promise<void> | undefined;
  const timer = setInterval(
    () => {
      underWay ??= dropIdle(options)
        .catch((error) => options.log.warn({ err: error }, 'idle datasets could not be dropped'))
        .finally(() => {
          underWay = undefined;
        });
    },
    Math.min(LONGEST, Math.ceil(options.ttl / LOOKS)),
  );
  timer.unref();
  return async () => {
    clearInterval(timer);
    await underWay;
  };
}

async function dropIdle({ store, jobs, ttl, log }: ExpiryOptions): Promise<void> {
  let idle = await idleDatasets(store, ttl);
  let listedAt = Date.now();
  for (const name of idle) {
    // Dropping the others has taken its time, and somebody may have come back.
    if (Date.now() - listedAt > FRESH) {
      idle = await idleDatasets(store, ttl);
      listedAt = Date.now();
    }
    if (idle.has(name) && (await dropped(jobs, name))) log.info({ dataset: name }, 'idle dataset dropped');
  }
}

async function idleDatasets(store: Store, ttl: number): Promise<ReadonlySet<string>> {
  const idle = (await store.datasets()).filter(({ lastUsedAt }) => Date.now() - Date.parse(lastUsedAt) >= ttl);
  return new Set(idle.map(({ name }) => name).filter((name) => name !== DEFAULT_DATASET));
}

async function dropped(jobs: Jobs, dataset: string): Promise<boolean> {
  try {
    return await jobs.drop(dataset);
  } catch (error) {
    if (error instanceof SeedgraphError && error.code === 'DATASET_BUSY') return false;
    throw error;
  }
}
