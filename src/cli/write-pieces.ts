import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { writingTo } from './write-place.ts';

/** Writes a text to standard output piece by piece, each when the one before has been taken. What a broken pipe means: `endOnBrokenPipe`. */
export async function writeToOutput(pieces: Iterable<string>): Promise<void> {
  for (const piece of pieces) if (!process.stdout.write(piece)) await once(process.stdout, 'drain');
}

/**
 * Writes a text into a file, which is there when it is complete; `*.gz` is compressed. What is no file (a pipe, a device) is written to as it is.
 *
 * @throws SeedgraphError FILE_UNWRITABLE.
 */
export async function writeToFile(file: string, pieces: Iterable<string>): Promise<void> {
  await writingTo(file, async () => {
    const present = await stat(file).catch(() => undefined);
    if (present && !present.isFile()) return pour(pieces, file, file);
    const beside = `${file}.${process.pid}.partial`;
    try {
      await pour(pieces, file, beside);
      await rename(beside, file);
    } finally {
      await rm(beside, { force: true });
    }
  });
}

async function pour(pieces: Iterable<string>, name: string, to: string): Promise<void> {
  const from = Readable.from(pieces);
  const file = createWriteStream(to, { flush: true });
  await (name.endsWith('.gz') ? pipeline(from, createGzip(), file) : pipeline(from, file));
}
