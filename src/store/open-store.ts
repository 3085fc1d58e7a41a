import { statSync } from 'node:fs';
import { StoreError } from './error.ts';
import { openSqliteStore } from './sqlite/open.ts';
import type { Store } from './store.ts';

/**
 * Opens the store that a URL names: `memory:`, which ends with the process, or `file:DIR`, a directory that is made when
 * it is missing (`file:.seedgraph`; relative to the working directory).
 *
 * @throws StoreError INVALID_STORE_URL for any other URL, STORE_UNAVAILABLE when the directory cannot be used.
 */
export async function openStore(url: string): Promise<Store> {
  const directory = directoryOf(url);
  return openSqliteStore(directory === undefined ? { memory: true } : { directory });
}

/**
 * Whether there is anything to open: false for a directory that opening would make. What cannot be looked at counts as there: opening it
 * tells what is wrong.
 *
 * @throws StoreError INVALID_STORE_URL.
 */
export function storeExists(url: string): boolean {
  const directory = directoryOf(url);
  if (directory === undefined) return true;
  try {
    return statSync(directory, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return true;
  }
}

/** Undefined for a store in memory. */
function directoryOf(url: string): string | undefined {
  if (url === 'memory:') return undefined;
  const [, directory] = /^file:(.+)$/.exec(url) ?? [];
  if (directory !== undefined) return directory.replace(/^\/\/(?=\/)/, '');
  // Somebody may have meant a database, with a password.
  const shown = url.replace(/\/\/[^/]*@/, '//***@');
  throw new StoreError('INVALID_STORE_URL', `"${shown}" names no store; write memory: or file:DIRECTORY.`, {
    details: { url: shown },
  });
}
