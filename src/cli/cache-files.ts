import type { CacheFormat } from '../cache-file/index.ts';
import { type ExportedCache, exportCache, type ImportedCache, type ImportMode, importCache } from '../cache-file/index.ts';
import type { DomainModel } from '../definition/index.ts';
import { rowCountOf, type Store } from '../store/index.ts';
import { formatCount, labelOf, table } from './common.ts';
import { currentVersion } from './project.ts';
import { shareBar } from './share-bar.ts';

/** Where a cache file goes to. */
export interface ExportOptions {
  readonly domain: DomainModel;
  readonly dataset: string;
  readonly file: string;
  readonly format?: CacheFormat | undefined;
  /** Default: true. On a terminal alone. */
  readonly bar?: boolean | undefined;
}

/** Writes a cache file and shows how far it is. @throws as `exportCache`. */
export async function exportAndShow(store: Store, { bar = true, ...request }: ExportOptions): Promise<ExportedCache> {
  const state = await (await store.open(request.dataset, request.domain))?.state();
  const total = state && rowCountOf(state);
  const shown = bar ? shareBar('rows') : undefined;
  let done = 0;
  try {
    const onRows = (_: string, rows: number) => {
      done += rows;
      shown?.update(done, total);
    };
    return await exportCache({ store, ...request, onRows });
  } finally {
    shown?.end();
  }
}

/** Where a cache file goes into. */
export interface ImportOptions {
  readonly domain: DomainModel;
  readonly dataset: string;
  readonly file: string;
  readonly mode?: ImportMode | undefined;
  /** Default: true. On a terminal alone. */
  readonly bar?: boolean | undefined;
}

/** Reads a cache file and shows how far it is. Ctrl-C ends it, and nothing is changed. @throws as `importCache`. */
export async function importAndShow(store: Store, { bar = true, ...request }: ImportOptions): Promise<ImportedCache> {
  const shown = bar ? shareBar('bytes') : undefined;
  const control = new AbortController();
  const stop = () => control.abort(new Error('The import was ended; nothing was changed.'));
  process.once('SIGINT', stop);
  try {
    const { signal } = control;
    return await importCache({
      store,
      version: currentVersion(),
      ...request,
      signal,
      onBytes: (done, of) => shown?.update(done, of),
    });
  } finally {
    process.off('SIGINT', stop);
    shown?.end();
  }
}

/** How many rows a file has of each entity, and in all. */
export function cacheContents({ dataset, counts }: Pick<ExportedCache, 'dataset' | 'counts'>): string {
  const rows = counts.map(({ entity, count }) => [labelOf(entity), formatCount(count)] as const);
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  return `Dataset "${dataset}": ${formatCount(all)} rows.\n${table(rows)}`;
}

/** A result as JSON: entities by their names. */
export function cacheAsJson<Cache extends Pick<ExportedCache, 'counts'>>(cache: Cache) {
  return { ...cache, counts: cache.counts.map(({ entity, count }) => ({ entity: entity.name, count })) };
}
