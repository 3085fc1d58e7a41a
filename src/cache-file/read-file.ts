import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { type Entry, MalformedFile, TruncatedFile } from './entry.ts';
import { CacheFileError, incomplete, unreadable } from './error.ts';
import { LINES_FORMAT } from './format.ts';
import { Mistakes } from './mistakes.ts';
import { readJson } from './read-json.ts';
import { readLines } from './read-lines.ts';

/** Of the file at a time: parsing it takes 1-2 ms, in which nobody else has a turn. */
const CHUNK = 32 * 1024;

/** Told how many bytes of how many have been read; of standard input nobody knows how many there are. */
export type BytesRead = (bytes: number, total: number | undefined) => void;

/**
 * Reads a cache file piece by piece, whatever its form: JSON or NDJSON, plain or compressed with gzip. `-` is standard input.
 *
 * @throws CacheFileError CACHE_FILE_UNREADABLE, CACHE_FILE_INCOMPLETE, or INVALID_CACHE_FILE where its form is wrong.
 */
export async function* readCacheFile(file: string, onBytes: BytesRead = () => undefined): AsyncGenerator<readonly Entry[]> {
  try {
    const [first, chunks] = await begin(checkText(unpacked(await bytesOf(file, onBytes)), file));
    if (first === undefined) throw new TruncatedFile('it is empty');
    const isLines = first.subarray(0, 256).includes(LINES_FORMAT.slice(0, LINES_FORMAT.indexOf('/')));
    yield* isLines ? readLines(chunks) : readJson(chunks);
  } catch (error) {
    throw asCacheFileError(error, file);
  }
}

/** The bytes of a file, or of standard input. */
async function bytesOf(file: string, onBytes: BytesRead): Promise<AsyncIterable<Buffer>> {
  if (file === '-') return counted(process.stdin, undefined, onBytes);
  const handle = await open(file);
  const stats = await handle.stat();
  if (stats.isDirectory()) {
    await handle.close();
    throw unreadable(file, 'it is a directory');
  }
  return counted(createReadStream('', { fd: handle, highWaterMark: CHUNK }), stats.isFile() ? stats.size : undefined, onBytes);
}

async function* counted(stream: Readable, total: number | undefined, onBytes: BytesRead): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const chunk of stream) {
    // Streams without an encoding give buffers.
    const buffer = chunk as Buffer;
    bytes += buffer.length;
    onBytes(bytes, total);
    yield buffer;
  }
}

/** Unpacks what begins as gzip does. https://www.rfc-editor.org/rfc/rfc1952#section-2.3.1 */
async function* unpacked(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const [first, all] = await begin(chunks);
  if (first?.[0] !== 0x1f || first[1] !== 0x8b) return yield* all;
  const gunzip = createGunzip({ chunkSize: CHUNK });
  // Whatever goes wrong on either side comes out of the loop below.
  const feeding = pipeline(Readable.from(all), gunzip).catch(() => undefined);
  for await (const chunk of gunzip) yield chunk as Buffer;
  await feeding;
}

/** What is no UTF-8 would otherwise come into the dataset with its letters replaced. */
async function* checkText(chunks: AsyncIterable<Buffer>, file: string): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const check = (chunk?: Buffer) => {
    try {
      if (chunk) decoder.decode(chunk, { stream: true });
      else decoder.decode();
    } catch (error) {
      throw unreadable(file, 'it is neither UTF-8 text nor gzip', error);
    }
  };
  for await (const chunk of chunks) {
    check(chunk);
    yield chunk;
  }
  check();
}

/** The first piece that is not empty, and all pieces, that one included. */
async function begin(chunks: AsyncIterable<Buffer>): Promise<[Buffer | undefined, AsyncIterable<Buffer>]> {
  const iterator = chunks[Symbol.asyncIterator]();
  let step = await iterator.next();
  while (!step.done && step.value.length === 0) step = await iterator.next();
  const first = step.done ? undefined : step.value;
  const all = async function* () {
    try {
      if (first) yield first;
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
    } finally {
      await iterator.return?.();
    }
  };
  return [first, all()];
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EACCES: 'it may not be read; check its permissions',
  EPERM: 'it may not be read; check its permissions',
  EISDIR: 'it is a directory',
  EIO: 'reading it failed; check the disk',
};

function asCacheFileError(error: unknown, file: string): unknown {
  if (error instanceof CacheFileError || !(error instanceof Error)) return error;
  if (error instanceof TruncatedFile) return incomplete(file, error.message);
  if (error instanceof MalformedFile) {
    const mistakes = new Mistakes();
    mistakes.add({ line: error.line, message: error.message });
    return mistakes.error(file, new Map());
  }
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'Z_BUF_ERROR') return incomplete(file, 'it ends in the middle of the compressed data', error);
  if (code?.startsWith('Z_')) return unreadable(file, 'its compression is damaged', error);
  const reason = code === undefined ? undefined : reasons[code];
  return reason === undefined ? error : unreadable(file, reason, error);
}
