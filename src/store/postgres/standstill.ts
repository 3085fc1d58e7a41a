import type { Database } from './database.ts';
import { isLockTimeout } from './failure.ts';
import { whileLost } from './retry.ts';

/**
 * How long a transaction that writes rows may stand still before it is ended, in milliseconds: a process that was stopped in the middle of
 * it, or a machine that vanished, keeps nobody else from what it has locked for longer. Between two statements the server sees to that.
 * Within a COPY it waits for its client for ever, whatever `statement_timeout` says; then whoever wants the lock next ends the session.
 */
const STANDSTILL = 10_000;

/** What a transaction begins with that writes rows: its session is known by a name from then on, until the transaction ends. */
export function nameSession(name: string): string {
  return `SET LOCAL application_name TO '${name}'; SET LOCAL idle_in_transaction_session_timeout TO ${STANDSTILL}`;
}

/** Ends the sessions of a name whose clients have been silent in the middle of a COPY. @param pattern As LIKE takes it. */
export async function endStandstill(database: Database, pattern: string): Promise<void> {
  const silent = `state = 'active' AND wait_event = 'ClientRead' AND query_start < now() - interval '${STANDSTILL} milliseconds'`;
  const sql = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND application_name LIKE $1 AND ${silent}`;
  // Another role's sessions are not for us to end; they have to be waited for.
  await database.rows(sql, [pattern]).catch(() => undefined);
}

/**
 * Does work that needs what a writer who stands still may have locked; again when a lock was not had in time, for as long as `patience`
 * lasts, in milliseconds. Meanwhile sessions of the pattern that stand still are ended.
 */
export async function pastStandstill<Result>(
  database: Database,
  pattern: string,
  patience: number,
  work: () => Promise<Result>,
): Promise<Result> {
  const attempt = async () => {
    try {
      return await work();
    } catch (error) {
      if (isLockTimeout(error)) await endStandstill(database, pattern);
      throw error;
    }
  };
  return whileLost(attempt, { patience, mayRepeat: isLockTimeout });
}
