import { Command, Option } from 'commander';
import type { CacheFormat, ExportedCache } from '../../cache-file/index.ts';
import { cacheAsJson, cacheContents, exportAndShow } from '../cache-files.ts';
import {
  anyDatabaseOption,
  datasetOption,
  domainNamed,
  domainOption,
  jsonOption,
  print,
  type StoreChoice,
  storeOption,
  withJobs,
} from '../common.ts';
import { storeToRead } from '../reading.ts';

interface ExportCacheOptions extends StoreChoice {
  readonly output: string;
  readonly format?: CacheFormat;
  readonly dataset: string;
  readonly domain: string;
  readonly json?: boolean;
}

/** What a file is called that nobody has named. */
export const DEFAULT_CACHE_FILE = 'generated_data_cache.json';

/** `seedgraph export-cache --output my_cache.json` */
export function exportCacheCommand(): Command {
  return new Command('export-cache')
    .description('Writes all rows of a dataset into one file, which import-cache reads. It is there when it is complete.')
    .addOption(new Option('--output <file>', 'where to; - is standard output; *.gz is compressed').default(DEFAULT_CACHE_FILE))
    .addOption(
      new Option('--format <format>', 'one object, or a line a row; default: by the name (*.ndjson, *.jsonl)').choices([
        'json',
        'ndjson',
      ]),
    )
    .addOption(datasetOption())
    .addOption(domainOption())
    .addOption(storeOption())
    .addOption(anyDatabaseOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      `
Examples:
  $ seedgraph export-cache --output my_cache.json
  $ seedgraph export-cache --output my_cache.ndjson.gz`,
    )
    .action(async ({ output: file, format, dataset, json, ...options }: ExportCacheOptions) => {
      const domain = domainNamed(options.domain);
      const cache = await withJobs(storeToRead(options), domain, (_, store) =>
        exportAndShow(store, { domain, dataset, file, format }),
      );
      if (file === '-') console.error(exportedText(cache));
      else print({ json }, cacheAsJson(cache), () => exportedText(cache));
    });
}

function exportedText(cache: ExportedCache): string {
  const file = cache.file === '-' ? 'standard output' : cache.file;
  return [cacheContents(cache), '', `Digest: ${cache.digest}`, `Cache exported to: ${file}`].join('\n');
}
