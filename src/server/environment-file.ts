import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { ServerError } from './error.ts';

/**
 * Takes the variables of `.env` in the working directory whose names begin with SEEDGRAPH_, as far as the real environment does not have
 * them. The file is mostly another program's as well: what it says to Node, or of certificates and proxies, is not meant for us. Without
 * such a file it does nothing. Values are never told.
 *
 * @throws ServerError UNREADABLE_ENVIRONMENT_FILE for one that is there and cannot be read.
 */
export function readEnvironmentFile(file = '.env'): void {
  for (const [name, value] of Object.entries(parseEnv(textOf(file)))) {
    if (name.startsWith('SEEDGRAPH_')) process.env[name] ??= value;
  }
}

function textOf(file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return '';
    const why = code === 'ERR_ENCODING_INVALID_ENCODED_DATA' ? 'it is not UTF-8 text' : message;
    throw new ServerError(
      'UNREADABLE_ENVIRONMENT_FILE',
      `The file ${file} in the working directory has variables for Seedgraph, and cannot be read: ${why}.`,
      { details: { file }, cause: error },
    );
  }
}
