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
  if (url === 'memory:') return openSqliteStore({ memory: true });
  const [, directory] = /^file:(.+)$/.exec(url) ?? [];
  if (directory !== undefined) return openSqliteStore({ directory: directory.replace(/^\/\/(?=\/)/, '') });
  throw new StoreError('INVALID_STORE_URL', `"${url}" names no store; write memory: or file:DIRECTORY.`, { details: { url } });
}
