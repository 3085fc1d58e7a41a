import type { ClientBase } from 'pg';
import { isLostConnection } from './failure.ts';
import { nameSession } from './standstill.ts';

/** How a transaction is to be run. */
export interface TransactionOptions {
  /** How long each of its statements may take, in milliseconds; 0 for none. Default: that of the session. */
  readonly statementTimeout?: number | undefined;
  /** How long a statement waits for a lock, in milliseconds. Default: as long as it may take. */
  readonly lockTimeout?: number;
  /** False where the newest commits may be lost when the server's machine fails; never in part. Default true. */
  readonly synchronousCommit?: boolean;
  /** Of one that writes rows: what it has locked is let go when it stands still. See `endStandstill`. */
  readonly name?: string;
}

/**
 * Does work between BEGIN and COMMIT; what it throws rolls it back.
 *
 * @throws Error when a statement failed and the work took no notice: then there is nothing that could be committed.
 */
export async function within<Result>(
  session: ClientBase,
  { statementTimeout, lockTimeout, synchronousCommit = true, name }: TransactionOptions,
  work: () => Promise<Result>,
): Promise<Result> {
  const settings = [
    'BEGIN',
    ...(statementTimeout === undefined ? [] : [`SET LOCAL statement_timeout TO ${Math.round(statementTimeout)}`]),
    ...(lockTimeout === undefined ? [] : [`SET LOCAL lock_timeout TO ${Math.round(lockTimeout)}`]),
    ...(synchronousCommit ? [] : ['SET LOCAL synchronous_commit TO off']),
    ...(name === undefined ? [] : [nameSession(name)]),
  ];
  // Without parameters: one round trip for all of them.
  await session.query(settings.join('; '));
  let result: Result;
  try {
    result = await work();
  } catch (error) {
    // Where that fails too the session is given up.
    if (!isLostConnection(error)) await session.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
  const { command } = await session.query('COMMIT');
  if (command !== 'COMMIT') throw new Error('The transaction was rolled back: one of its statements had failed.');
  return result;
}
