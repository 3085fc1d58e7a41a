import { setTimeout as sleep } from 'node:timers/promises';
import { canonicalJson, type ErrorDetails, type Json, SeedgraphError } from '../definition/index.ts';
import { JobError } from './error.ts';

/** Whether two inputs are equal; inputs are JSON. */
export function sameJson(a: unknown, b: unknown): boolean {
  return canonicalJson(a as Json) === canonicalJson(b as Json);
}

/** An idempotency key comes with another input than before. */
export function keyReused(key: string, details: ErrorDetails): JobError {
  return new JobError(
    'IDEMPOTENCY_KEY_REUSED',
    `The idempotency key "${key}" belongs to another input; use a new key for a new request.`,
    {
      path: ['idempotencyKey'],
      details,
    },
  );
}

/** How it shows that somebody else was faster: the dataset is taken, or the key is. */
const FASTER: readonly string[] = ['DATASET_BUSY', 'CONFLICT'];

/** How often, and how far apart in milliseconds, one looks for the job of who was faster. */
const LOOKS = 10;
const PAUSE = 50;

/**
 * Begins a job, unless `earlier` finds that of the same key. Another process may use the key at this very moment: it has the
 * dataset before its job can be found.
 */
export async function onceAKey<Job>(earlier: () => Promise<Job | undefined>, begin: () => Promise<Job>): Promise<Job> {
  const known = await earlier();
  if (known) return known;
  try {
    return await begin();
  } catch (error) {
    if (!(error instanceof SeedgraphError && FASTER.includes(error.code))) throw error;
    for (let look = 0; look < LOOKS; look++) {
      const faster = await earlier();
      if (faster) return faster;
      await sleep(PAUSE);
    }
    throw error;
  }
}
