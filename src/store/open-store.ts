import { statSync } from 'node:fs';
import { StoreError } from './error.ts';
import { shownUrl } from './postgres/shown-url.ts';
import type { Store } from './store.ts';

/** How a store is to be opened. */
export interface OpenOptions {
  /** Takes a PostgreSQL database whatever its name. Default: only one whose name ends in `_demo`, `_test` or `_dev`. */
  readonly allowAnyDatabase?: boolean | undefined;
}

/**
 * Opens the store that a URL names: `memory:`, which ends with the process; `file:DIR`, a directory that is made when
 * it is missing (`file:.seedgraph`; relative to the working directory); or `postgres://...`, a database that exists.
 *
 * @throws StoreError INVALID_STORE_URL for any other URL, STORE_UNAVAILABLE when the directory or database cannot be used; for a
 *   database also DATABASE_NOT_ALLOWED and FOREIGN_SCHEMA.
 */
export async function openStore(url: string, { allowAnyDatabase }: OpenOptions = {}): Promise<Store> {
  // What a store takes is loaded by those who open one.
  if (isPostgres(url)) {
    const { openPostgresStore } = await import('./postgres/open.ts');
    return openPostgresStore({ url, allowAnyDatabase });
  }
  const directory = directoryOf(url);
  const { openSqliteStore } = await import('./sqlite/open.ts');
  return openSqliteStore(directory === undefined ? { memory: true } : { directory });
}

/**
 * Whether there is anything to open: false for a directory that opening would make. What cannot be looked at, and a database, counts as
 * there: opening it tells what is wrong.
 *
 * @throws StoreError INVALID_STORE_URL.
 */
export function storeExists(url: string): boolean {
  if (isPostgres(url)) return true;
  const directory = directoryOf(url);
  if (directory === undefined) return true;
  try {
    return statSync(directory, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return true;
  }
}

/** The URL of a store for people and logs: without a password. */
export function shownStore(url: string): string {
  return isPostgres(url) ? shownUrl(url) : url;
}

function isPostgres(url: string): boolean {
  return /^postgres(ql)?:/.test(url);
}

/** Undefined for a store in memory. */
function directoryOf(url: string): string | undefined {
  if (url === 'memory:') return undefined;
  const [, directory] = /^file:(.+)$/.exec(url) ?? [];
  if (directory !== undefined) return directory.replace(/^\/\/(?=\/)/, '');
  // Somebody may have meant a database, with a password.
  const shown = url.replace(/\/\/[^/]*@/, '//***@');
  throw new StoreError(
    'INVALID_STORE_URL',
    `"${shown}" names no store; write memory:, file:DIRECTORY or postgres://USER@HOST/NAME.`,
    {
      details: { url: shown },
    },
  );
}
