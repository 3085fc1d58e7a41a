import pg from 'pg';
import { vi } from 'vitest';
import { administer } from './services.ts';

/** A table that nobody can use until it is released. */
export interface HeldTable {
  /** Ends the sessions that wait for it, once there are some. */
  endWaiting(): Promise<void>;
  release(): Promise<void>;
}

/** @param table quoted, with its schema. */
export async function holdTable(url: string, table: string): Promise<HeldTable> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`BEGIN; LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`);
  const end = `SELECT pg_terminate_backend(pid) FROM pg_locks WHERE NOT granted AND relation = '${table}'::regclass`;
  return {
    endWaiting: async () => {
      await vi.waitFor(
        async () => {
          const { rowCount } = await administer(url, end);
          if (!rowCount) throw new Error(`Nobody waits for ${table}.`);
        },
        { timeout: 10_000 },
      );
    },
    release: async () => {
      await client.query('ROLLBACK');
      await client.end();
    },
  };
}
