import { afterAll, afterEach, beforeEach } from 'vitest';
import type { Store } from '../../src/store/index.ts';
import { openPostgresStore } from '../../src/store/postgres/open.ts';
import { administer, newDatabase } from './services.ts';

// Nothing of a test has to outlive a power cut.
const hasty = '-c synchronous_commit=off';

/**
 * Stores in PostgreSQL for the tests of a file, each in a database of its own. To make a database takes longer than most tests, so those
 * of tests that are over are emptied and used again; what is opened outside of a test stays until the end.
 */
export function postgresStores(): { open: () => Promise<{ url: string; store: Store; reopen: () => Promise<Store> }> } {
  const free: string[] = [];
  const stores: Store[] = [];
  let ofTest: { readonly urls: string[]; readonly stores: Store[] } | undefined;

  beforeEach(() => {
    ofTest = { urls: [], stores: [] };
  });
  afterEach(async () => {
    const { urls = [], stores: opened = [] } = ofTest ?? {};
    ofTest = undefined;
    for (const store of opened) await store.close();
    for (const url of urls) await empty(url);
    free.push(...urls);
  });
  afterAll(async () => {
    for (const store of stores) await store.close();
  });

  return {
    open: async () => {
      const url = free.pop() ?? (await newDatabase());
      ofTest?.urls.push(url);
      const opened = async () => {
        const store = await openPostgresStore({ url: `${url}?options=${encodeURIComponent(hasty)}` });
        (ofTest?.stores ?? stores).push(store);
        return store;
      };
      const store = await opened();
      const reopen = async () => {
        await store.close();
        return opened();
      };
      return { url, store, reopen };
    },
  };
}

/** Drops every schema that somebody has made. */
async function empty(url: string): Promise<void> {
  const { rows } = await administer(
    url,
    `SELECT format('DROP SCHEMA %I CASCADE', nspname) AS sql FROM pg_namespace WHERE nspname !~ '^(pg_|information_schema$|public$)'`,
  );
  for (const { sql } of rows) await administer(url, sql);
}
