import { StoreError } from '../error.ts';
import type { Store } from '../store.ts';
import { ensureControlSchema } from './control-schema.ts';
import { Database, type DatabaseOptions } from './database.ts';
import { Leases } from './leases.ts';
import { requireDatabase } from './require-database.ts';
import { Revisions } from './revisions.ts';
import { shownUrl } from './shown-url.ts';
import { PostgresStore } from './store.ts';

/** Where a PostgreSQL store lies. */
export interface PostgresStoreOptions extends DatabaseOptions {
  /** `postgres://user:password@host:5432/name`; whatever `pg` understands, PGPASSWORD and the like included. */
  readonly url: string;
  /** Takes a database whatever its name. Default: only one whose name ends in `_demo`, `_test` or `_dev`. */
  readonly allowAnyDatabase?: boolean | undefined;
  /** For how long a process that stands still keeps the right to write, in milliseconds. Default 30,000. */
  readonly leaseLifetime?: number;
}

/**
 * Opens a store in a PostgreSQL database, which has to exist:
 *
 * - the schema `seedgraph`: datasets, the registry of generations, jobs and ledgers. It is made when it is missing.
 * - a schema for each dataset and domain, `default_school`; while another one is built, and for those who read the last, `default_school__4f1c22ab`
 *
 * Any number of processes, on any number of machines, may have the same database open.
 *
 * @throws StoreError INVALID_STORE_URL, DATABASE_NOT_ALLOWED, FOREIGN_SCHEMA, STORE_UNAVAILABLE.
 */
export async function openPostgresStore({
  url,
  allowAnyDatabase = false,
  leaseLifetime = 30_000,
  ...options
}: PostgresStoreOptions): Promise<Store> {
  const shown = shownUrl(url);
  const database = new Database(url, options);
  let identity: string;
  try {
    await requireDatabase(database, shown, allowAnyDatabase);
    identity = await ensureControlSchema(database);
  } catch (error) {
    await database.close();
    throw openingError(error);
  }
  const revisions = new Revisions(database.config);
  return new PostgresStore({ url: shown, identity, database, revisions, leases: new Leases(database, leaseLifetime) });
}

/** What a server says to a session from the outset is about the URL, with its parameters, and the user. */
function openingError(error: unknown): unknown {
  if (error instanceof StoreError || !(error instanceof Error)) return error;
  const message = `The database cannot be opened (${error.message}). Check the parameters of its URL, and the rights of the user.`;
  return new StoreError('STORE_UNAVAILABLE', message, { cause: error });
}
