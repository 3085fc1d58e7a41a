import type { DomainModel } from '../definition/index.ts';
import { checkDatasetName, DEFAULT_DATASET } from '../jobs/index.ts';
import { openStore, type Store, StoreError, shownStore, storeExists } from '../store/index.ts';
import type { StoreChoice } from './common.ts';

/** What commands that read take. */
export interface ReadOptions extends StoreChoice {
  readonly dataset: string;
  readonly domain?: string;
  readonly json?: boolean;
}

/** What to open for reading: a store that is not there is read as empty, and is not made. */
export function storeToRead({ store, allowAnyDatabase = false }: StoreChoice): StoreChoice {
  return { store: storeExists(store) ? store : 'memory:', allowAnyDatabase };
}

/** Opens a store to read from it, and closes it whatever happens. */
export async function withStore<T>(choice: StoreChoice, read: (store: Store) => Promise<T>): Promise<T> {
  const { store: url, ...options } = storeToRead(choice);
  const store = await openStore(url, options);
  try {
    return await read(store);
  } finally {
    await store.close();
  }
}

/**
 * What is published of a domain; undefined when the dataset is empty.
 *
 * @throws StoreError DATASET_NOT_FOUND for a dataset that does not exist, JobError INVALID_DATASET_NAME.
 */
export async function publishedOf(store: Store, { dataset, store: url }: ReadOptions, domain: DomainModel) {
  const generation = await store.open(checkDatasetName(dataset), domain);
  if (!generation) await requireDataset(store, dataset, shownStore(url));
  return generation;
}

async function requireDataset(store: Store, dataset: string, url: string): Promise<void> {
  const names = (await store.datasets()).map(({ name }) => name);
  if (dataset === DEFAULT_DATASET || names.includes(dataset)) return;
  throw new StoreError(
    'DATASET_NOT_FOUND',
    `There is no dataset "${dataset}" in ${url}. A seeding makes it; there are: ${names.join(', ')}.`,
    { path: ['dataset'], details: { given: dataset, store: url } },
  );
}
