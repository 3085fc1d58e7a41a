import { Command, Option } from 'commander';
import type { ImportedCache, ImportMode, Warning } from '../../cache-file/index.ts';
import { cacheAsJson, cacheContents, importAndShow } from '../cache-files.ts';
import {
  anyDatabaseOption,
  datasetOption,
  domainNamed,
  domainOption,
  formatCount,
  jsonOption,
  print,
  type StoreChoice,
  storeOption,
  withJobs,
} from '../common.ts';

interface ImportCacheOptions extends StoreChoice {
  readonly input: string;
  readonly mode: ImportMode;
  readonly dataset: string;
  readonly domain: string;
  readonly json?: boolean;
}

/** `seedgraph import-cache --input my_cache.json` */
export function importCacheCommand(): Command {
  return new Command('import-cache')
    .description('Fills a dataset from a cache file. What was in it before is replaced when every row has proved valid.')
    .addOption(
      new Option('--input <file>', 'the file, JSON or NDJSON, compressed or not; - is standard input').makeOptionMandatory(),
    )
    .addOption(
      new Option('--mode <mode>', 'what becomes of rows that are there already')
        .choices(['replace', 'fail-if-exists'])
        .default('replace'),
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
  $ seedgraph import-cache --input my_cache.json
  $ seedgraph import-cache --input my_cache.json --dataset copy --mode fail-if-exists`,
    )
    .action(async ({ input: file, mode, dataset, json, ...options }: ImportCacheOptions) => {
      const domain = domainNamed(options.domain);
      const cache = await withJobs(options, domain, (_, store) => importAndShow(store, { domain, dataset, file, mode }));
      for (const warning of cache.warnings) console.error(`warning: ${warningText(warning)}`);
      print({ json }, cacheAsJson(cache), () => importedText(cache));
    });
}

/** `students: "nickname" is not a field and was passed over (50 times)` */
export function warningText({ message, count }: Warning): string {
  return count === 1 ? message : `${message} (${formatCount(count)} times)`;
}

function importedText(cache: ImportedCache): string {
  const { imported, digest } = cache;
  return [
    cacheContents(cache),
    '',
    ...(imported > 0 ? [`${formatCount(imported)} of them are kept as the file has them: no recipe makes them.`] : []),
    `Digest: ${digest}`,
    `Cache imported from: ${cache.file === '-' ? 'standard input' : cache.file}`,
  ].join('\n');
}
