import { randomUUID } from 'node:crypto';
import type { DomainModel } from '../definition/index.ts';
import { createJobs, SliceMakers } from '../jobs/index.ts';
import type { Store } from '../store/store.ts';
import { identityOf, openDistribution } from './distribution.ts';
import type { WorkerLog } from './log.ts';
import { SliceWorker } from './slice-worker.ts';

/** What a worker is. */
export interface WorkerOptions {
  /** Closed by whoever opened it, after the worker. */
  readonly store: Store;
  /** `redis://HOST:PORT`. */
  readonly redis: string;
  readonly domains: readonly DomainModel[];
  /** Of everything that decides what rows look like: slices of other versions are left to others. */
  readonly version: string;
  /** Slices at a time. Default 1: a slice keeps a core busy. */
  readonly concurrency?: number;
  readonly log: WorkerLog;
}

/** A worker at work. */
export interface OpenWorker {
  /** For the log. */
  readonly name: string;
  /** Ends when the slices under way are written; jobs that it leads are led by others. */
  close(): Promise<void>;
}

/**
 * Makes slices of the seedings that gateways over the same store and Redis begin, and leads those whose gateway is gone.
 *
 * @throws WorkerError INVALID_REDIS_URL, REDIS_NEEDS_POSTGRES; StoreError STORE_UNAVAILABLE.
 */
export async function openWorker({ store, redis, domains, version, concurrency = 1, log }: WorkerOptions): Promise<OpenWorker> {
  const identity = identityOf(store);
  const distribution = openDistribution({ store, redis, version, log });
  const jobs = await createJobs({ store, domains, version, distribution });
  const makers = new SliceMakers(store, new Map(domains.map((domain) => [domain.name, domain])), version);
  const { signals } = distribution;
  const worker = new SliceWorker({ redis, identity, version, concurrency, makers, signals, log });
  const name = randomUUID().slice(0, 8);
  log.info({ worker: name, concurrency, version, store: store.url }, 'worker');
  return {
    name,
    close: async () => {
      await Promise.all([jobs.close(), worker.close()]);
      await distribution.close();
      log.info({ worker: name }, 'worker closed');
    },
  };
}
