import type { Database } from './database.ts';
import { isBuiltUpon, isLockTimeout } from './failure.ts';
import { lockKey } from './lock-key.ts';
import { lockedGeneration } from './registry.ts';
import { dropSchema } from './schemas.ts';
import { LONG_LOCK_TIMEOUT } from './until-unlocked.ts';

/** For how long those who read a generation may go on when it was replaced. */
const GRACE = '1 hour';

/** Which generations nobody needs any more. The newest one that was replaced may have readers. */
const outdated = `
  SELECT id FROM (
    SELECT id, status, status_since, row_number() OVER (PARTITION BY dataset, domain, status ORDER BY status_since DESC) AS age
    FROM seedgraph.generation WHERE status IN ('replaced', 'discarded')) AS g
  WHERE status = 'discarded' OR age > 1 OR status_since < now() - interval '${GRACE}'`;

const replaced = `SELECT id FROM seedgraph.generation WHERE status IN ('replaced', 'discarded')`;

/** Drops the schemas of generations that nobody needs any more. What cannot be dropped now is left to the next sweep, of any process. */
export async function sweep(database: Database): Promise<void> {
  await dropAll(database, outdated);
}

/** The same, and where nobody else has the database open, also of those that were replaced just now. */
export async function sweepLast(database: Database): Promise<void> {
  const [row] = await database.session((client) => client.rows('SELECT pg_try_advisory_xact_lock($1)', [lockKey('open')]));
  await dropAll(database, row?.[0] === 't' ? replaced : outdated);
}

async function dropAll(database: Database, which: string): Promise<void> {
  for (const [id] of await database.rows(which)) await drop(database, String(id));
}

async function drop(database: Database, id: string): Promise<void> {
  try {
    await database.transaction(
      async (client) => {
        const record = await lockedGeneration(client, id);
        // Another process may have been faster.
        if (!record) return;
        await dropSchema(client, record);
        await client.rows('DELETE FROM seedgraph.generation WHERE id = $1', [id]);
      },
      // Who reads the tables for longer keeps the schema until the next time.
      { lockTimeout: LONG_LOCK_TIMEOUT, statementTimeout: 0 },
    );
  } catch (error) {
    if (!isLockTimeout(error) && !isBuiltUpon(error)) throw error;
  }
}
