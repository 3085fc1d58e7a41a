import { readCacheFile } from './read-file.ts';

/**
 * The digest that a cache file tells; undefined where it tells none. JSON has it at its top, NDJSON in its closing line.
 *
 * @throws CacheFileError as `importCache`, for the form of the file.
 */
export async function digestOfCacheFile(file: string): Promise<string | undefined> {
  for await (const entries of readCacheFile(file)) {
    for (const entry of entries) if (entry.kind === 'header' && entry.name === 'digest') return String(entry.value);
  }
  return undefined;
}
