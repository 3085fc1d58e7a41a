import { existsSync } from 'node:fs';
import { digestOfCacheFile } from '../cache-file/index.ts';
import { type DomainModel, SeedgraphError } from '../definition/index.ts';
import { summarize } from '../jobs/summary.ts';
import type { Store } from '../store/index.ts';
import { importAndShow } from './cache-files.ts';
import { warningText } from './commands/import-cache.ts';

/** A dataset and the file that goes with it. */
export interface CachedDataset {
  readonly domain: DomainModel;
  readonly dataset: string;
  readonly file: string;
  /** Default: true. On a terminal alone. */
  readonly bar?: boolean;
}

/**
 * Before rows are generated: brings the file into a dataset that is empty. A file that is not there yet, or that the dataset
 * was written to, changes nothing.
 *
 * @throws SeedgraphError DATASET_EXISTS when the dataset holds other rows; and as `importCache`.
 */
export async function takeCacheFile(store: Store, { domain, dataset, file, bar }: CachedDataset): Promise<void> {
  if (!existsSync(file)) return;
  const generation = await store.open(dataset, domain);
  const held = generation && (await summarize(generation));
  const rows = (held?.counts ?? []).reduce((sum, { count }) => sum + count, 0);
  if (rows === 0) {
    const { warnings } = await importAndShow(store, { domain, dataset, file, bar });
    for (const warning of warnings) console.error(`warning: ${warningText(warning)}`);
  } else if (held?.digest !== (await digestOfCacheFile(file))) throw differs(dataset, file, rows);
}

function differs(dataset: string, file: string, rows: number): SeedgraphError {
  const message = `The dataset "${dataset}" holds ${rows} rows that are not those of "${file}". Import the file first (import-cache), export the dataset (export-cache), or use another dataset.`;
  return new SeedgraphError('DATASET_EXISTS', message, { path: ['cache'], details: { dataset, file, rows } });
}
