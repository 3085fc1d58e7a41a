import { SeedgraphError } from '../definition/index.ts';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such directory',
  ENOTDIR: 'a part of its path is a file',
  EEXIST: 'it is a file',
  EISDIR: 'it is a directory',
  EACCES: 'you may not write there',
  EPERM: 'you may not write there',
  EROFS: 'you may not write there',
  ENOSPC: 'the disk is full',
};

/**
 * Writes to a place that a user has named, and tells in plain words why that fails.
 *
 * @throws SeedgraphError FILE_UNWRITABLE; and what `write` throws that no file system says.
 */
export async function writingTo<T>(place: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (error instanceof SeedgraphError || code === undefined) throw error;
    throw new SeedgraphError('FILE_UNWRITABLE', `${place} cannot be written: ${REASONS[code] ?? message}.`, {
      path: ['output'],
      details: { file: place, reason: code },
      cause: error,
    });
  }
}
