import { StoreError } from './error.ts';

/** The dataset that always exists. */
export const defaultDataset = 'default';

/** Names become those of directories and of schemas. @throws StoreError INVALID_DATASET_NAME. */
export function checkDatasetName(dataset: string): void {
  if (/^[a-z0-9][a-z0-9_-]{0,62}$/.test(dataset)) return;
  const message = `"${dataset}" cannot be the name of a dataset: use 1 to 63 of a-z, 0-9, _ and -, beginning with a letter or digit.`;
  throw new StoreError('INVALID_DATASET_NAME', message, { path: ['dataset'], details: { dataset } });
}
