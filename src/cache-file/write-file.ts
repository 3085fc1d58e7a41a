import { createWriteStream } from 'node:fs';
import { type FileHandle, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { CacheFileError } from './error.ts';

/**
 * Writes a text as a file, all of it or nothing: beside the file first, renamed when it is complete and on the disk. A file whose
 * name ends in `.gz` is compressed; `-` is standard output. What is no file (a pipe, a device) is written to as it is.
 *
 * @throws CacheFileError CACHE_FILE_UNWRITABLE; and what `texts` throws.
 */
export async function writeWholeFile(file: string, texts: AsyncIterable<string>): Promise<void> {
  try {
    if (file === '-') return await pour(texts, false, standardOutput());
    const target = await realpath(file).catch(() => file);
    const present = await stat(target).catch(() => undefined);
    if (present?.isDirectory()) throw unwritable(file, 'it is a directory');
    const isPacked = file.endsWith('.gz');
    if (present && !present.isFile()) await pour(texts, isPacked, createWriteStream(target, { flags: 'w' }));
    else await replace(target, texts, isPacked);
  } catch (error) {
    throw asUnwritable(error, file);
  }
}

async function replace(target: string, texts: AsyncIterable<string>, isPacked: boolean): Promise<void> {
  const beside = `${target}.${process.pid}.partial`;
  const handle = await open(beside, 'w');
  try {
    await pour(texts, isPacked, writingTo(handle));
    await handle.sync();
    await handle.close();
    await rename(beside, target);
  } catch (error) {
    await handle.close().catch(() => undefined);
    await rm(beside, { force: true });
    throw error;
  }
}

async function pour(texts: AsyncIterable<string>, isPacked: boolean, to: Writable): Promise<void> {
  const from = Readable.from(texts);
  await (isPacked ? pipeline(from, createGzip(), to) : pipeline(from, to));
}

/** Leaves the file open, so that it can be brought onto the disk. */
function writingTo(handle: FileHandle): Writable {
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      handle.writeFile(chunk).then(() => done(), done);
    },
  });
}

/** Standard output stays open for whatever comes behind. */
function standardOutput(): Writable {
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      process.stdout.write(chunk, (error) => done(error));
    },
  });
}

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full; free some space and try again',
  EDQUOT: 'your share of the disk is full; free some space and try again',
  EFBIG: 'it would be larger than a file may be',
  EACCES: 'that is not permitted; check the permissions of the file and its directory',
  EPERM: 'that is not permitted; check the permissions of the file and its directory',
  EROFS: 'the disk is read-only',
  ENOENT: 'there is no such directory',
  ENOTDIR: 'there is no such directory',
  EISDIR: 'it is a directory',
  EIO: 'writing failed; check the disk',
};

function asUnwritable(error: unknown, file: string): unknown {
  if (error instanceof CacheFileError || !(error instanceof Error)) return error;
  const { code, syscall } = error as NodeJS.ErrnoException;
  const reason = code === undefined || syscall === undefined ? undefined : reasons[code];
  return reason === undefined ? error : unwritable(file, reason, error);
}

function unwritable(file: string, why: string, cause?: unknown): CacheFileError {
  const message = `The cache file "${file}" cannot be written: ${why}. What was there before is as it was.`;
  return new CacheFileError('CACHE_FILE_UNWRITABLE', message, { path: ['output'], details: { file }, cause });
}
