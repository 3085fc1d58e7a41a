import { StoreError } from '../error.ts';
import type { Database } from './database.ts';
import { isDisposable } from './disposable-name.ts';

/** `idle_session_timeout`, by which a process that stands still loses its leases, came with it. */
const OLDEST_SERVER = 140_000;

/**
 * Looks at the database before anything is written to it: by the name that the server gives it, whatever the URL says.
 *
 * @throws StoreError DATABASE_NOT_ALLOWED, STORE_UNAVAILABLE.
 */
export async function requireDatabase(database: Database, url: string, allowAny: boolean): Promise<void> {
  const [row] = await database.session((client) =>
    client.rows(`SELECT current_database(), current_setting('server_version_num'), current_setting('server_version'),
      current_setting('server_encoding')`),
  );
  const [name, version, release, encoding] = row ?? [];
  if (Number(version) < OLDEST_SERVER) {
    const message = `The database is served by PostgreSQL ${release}; Seedgraph needs 14 or newer.`;
    throw new StoreError('STORE_UNAVAILABLE', message, { details: { url, version: String(release) } });
  }
  if (encoding !== 'UTF8') {
    const message =
      `The database "${name}" has the encoding ${encoding}, which does not hold all texts. ` +
      `Make one that does: createdb --encoding UTF8 --template template0 NAME.`;
    throw new StoreError('STORE_UNAVAILABLE', message, { details: { url, encoding: String(encoding) } });
  }
  if (allowAny || isDisposable(String(name))) return;
  const message =
    `The database "${name}" may hold something that matters: its name does not end in _demo, _test or _dev. Nothing was written. ` +
    'Use another one (createdb seedgraph_dev), or say --allow-any-database.';
  throw new StoreError('DATABASE_NOT_ALLOWED', message, { details: { database: String(name), url } });
}
