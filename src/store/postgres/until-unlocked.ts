import type { Client, Database } from './database.ts';
import { isLockTimeout } from './failure.ts';
import { whileLost } from './retry.ts';

/** How long one attempt waits for locks, in milliseconds: everybody who begins to read waits behind it. */
const LOCK_TIMEOUT = 200;

/** For how long others may go on reading, in milliseconds, before we give up. Longer than any statement of ours may take. */
const PATIENCE = 60_000;

/**
 * Does work in a transaction that needs locks which nobody who reads holds for long. It asks for them for a moment, time and again, so
 * that a long read does not hold up all others. The work may be done several times.
 *
 * @throws StoreError STORE_UNAVAILABLE when the locks were not to be had for a minute.
 */
export async function untilUnlocked<Result>(database: Database, work: (client: Client) => Promise<Result>): Promise<Result> {
  const attempt = () => database.transaction(work, { repeatable: true, lockTimeout: LOCK_TIMEOUT });
  return whileLost(attempt, { patience: PATIENCE, mayRepeat: isLockTimeout });
}
