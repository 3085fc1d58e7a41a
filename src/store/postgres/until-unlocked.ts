import type { Client, Database } from './database.ts';
import { pastStandstill } from './standstill.ts';

/** How long one attempt waits for locks, in milliseconds: everybody who begins to read waits behind it. */
const LOCK_TIMEOUT = 200;

/**
 * Now and then an attempt waits for longer than `deadlock_timeout`, a second by default: only who waits that long makes an autovacuum give
 * way, which may take hours otherwise. https://www.postgresql.org/docs/current/routine-vacuuming.html#AUTOVACUUM
 */
export const LONG_LOCK_TIMEOUT = 1_500;
const LONG_EVERY = 4;

/** For how long others may go on reading, in milliseconds, before we give up. Longer than any statement of ours may take. */
const PATIENCE = 60_000;

/** Whoever it is: a writer that was ended writes its batch again, if it still may. */
const WRITERS = 'write %';

/**
 * Does work in a transaction that needs locks which nobody who reads holds for long. It asks for them for a moment, time and again, so
 * that a long read does not hold up all others; writers that stand still are ended. The work may be done several times.
 *
 * @throws StoreError STORE_UNAVAILABLE when the locks were not to be had for a minute.
 */
export async function untilUnlocked<Result>(database: Database, work: (client: Client) => Promise<Result>): Promise<Result> {
  let attempts = 0;
  const attempt = () => {
    const lockTimeout = ++attempts % LONG_EVERY === 0 ? LONG_LOCK_TIMEOUT : LOCK_TIMEOUT;
    return database.transaction(work, { repeatable: true, lockTimeout });
  };
  return pastStandstill(database, WRITERS, PATIENCE, attempt);
}
