import type { Distribution } from '../jobs/index.ts';
import type { Store } from '../store/store.ts';
import { WorkerError } from './error.ts';
import type { WorkerLog } from './log.ts';
import { redisSignals } from './redis-signals.ts';
import { checkRedisUrl } from './redis-url.ts';
import { KEY_PREFIX, SliceQueue } from './slice-queue.ts';

/** What work is shared by. */
export interface DistributionOptions {
  readonly store: Store;
  /** `redis://HOST:PORT`. */
  readonly redis: string;
  /** Of everything that decides what rows look like. */
  readonly version: string;
  readonly log: WorkerLog;
}

/** A distribution, until it is closed. */
export interface OpenDistribution extends Distribution {
  close(): Promise<void>;
}

/**
 * Shares seedings with all processes that have the same store and the same Redis. Redis need not be there now: what is begun without
 * it goes on when it comes.
 *
 * @throws WorkerError INVALID_REDIS_URL; REDIS_NEEDS_POSTGRES for a store that one process alone writes to.
 */
export function openDistribution({ store, redis, version, log }: DistributionOptions): OpenDistribution {
  checkRedisUrl(redis);
  const identity = identityOf(store);
  const signals = redisSignals(redis, `${KEY_PREFIX}:${identity}:signals`, log);
  const queue = new SliceQueue({ redis, identity, version, signals, log });
  return {
    dispatcher: queue,
    signals,
    warn: (message) => log.warn({}, message),
    close: async () => {
      signals.close();
      await queue.close();
    },
  };
}

/** The name of what is kept in a store that several processes write to. @throws WorkerError REDIS_NEEDS_POSTGRES. */
export function identityOf({ identity, url }: Store): string {
  if (identity !== undefined) return identity;
  const message = `Machines share work through a PostgreSQL store, and "${url}" is none. Give --store postgres://...; a gateway alone needs no --redis.`;
  throw new WorkerError('REDIS_NEEDS_POSTGRES', message, { path: ['store'], details: { store: url } });
}
