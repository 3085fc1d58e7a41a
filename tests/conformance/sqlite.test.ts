import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openStore, type Store } from '../../src/store/index.ts';
import { describeStore } from './store.ts';

const stores: Store[] = [];
const directories: string[] = [];

async function opened(url: string): Promise<Store> {
  const store = await openStore(url);
  stores.push(store);
  return store;
}

afterAll(async () => {
  for (const store of stores) await store.close();
  for (const directory of directories) await rm(directory, { recursive: true });
});

describeStore('SQLite in memory', async () => ({ store: await opened('memory:') }));

describeStore('SQLite in files', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'seedgraph-'));
  directories.push(directory);
  const store = await opened(`file:${directory}`);
  const reopen = async () => {
    await store.close();
    return opened(`file:${directory}`);
  };
  return { store, reopen };
});
