import { SeedgraphError } from '../definition/index.ts';

/**
 * What reading and writing cache files raises. Codes:
 *
 * - CACHE_FILE_UNREADABLE: there is no such file, it may not be read, it is no file, or it is damaged
 * - CACHE_FILE_INCOMPLETE: it ends before its end
 * - CACHE_FILE_MISMATCH: it holds another domain
 * - INVALID_CACHE_FILE: something in it is wrong; `details.mistakes` has the first 100, `details.count` says how many there are
 * - CACHE_FILE_UNWRITABLE: it cannot be written; the message says why
 * - CACHE_FILE_OUTDATED: the dataset was changed while it was written
 * - DATASET_NOT_FOUND: there is nothing to be written
 * - DATASET_EXISTS: the dataset holds rows, which were not to be replaced
 */
export class CacheFileError extends SeedgraphError {}

/** Where to a file is told of in messages. */
export function nameOfFile(file: string): string {
  return file === '-' ? 'standard input' : `"${file}"`;
}

export function incomplete(file: string, why: string, cause?: unknown): CacheFileError {
  const message = `The cache file ${nameOfFile(file)} is not complete: ${why}. Nothing was imported; export it again.`;
  return new CacheFileError('CACHE_FILE_INCOMPLETE', message, { path: ['input'], details: { file }, cause });
}

export function unreadable(file: string, why: string, cause?: unknown): CacheFileError {
  const message = `The cache file ${nameOfFile(file)} cannot be read: ${why}.`;
  return new CacheFileError('CACHE_FILE_UNREADABLE', message, { path: ['input'], details: { file }, cause });
}
