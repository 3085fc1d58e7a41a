import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import type { Json } from '../definition/index.ts';

/** No record is so large, packed or not. */
export const LARGEST_ANSWER = 8 * 1024 * 1024;

/** Values that lie deeper than this are no record's. */
const DEEPEST = 50;

/** Answers are asked for as they are; some servers and proxies pack them all the same. */
const UNPACK = new Map([
  ['gzip', promisify(gunzip)],
  ['x-gzip', promisify(gunzip)],
  ['deflate', promisify(inflate)],
  ['br', promisify(brotliDecompress)],
]);

/** What a body says. @throws when it cannot be unpacked, or is larger than any answer. */
export async function textIn(body: Uint8Array, encoding: string | readonly string[] | undefined): Promise<string> {
  const unpack = typeof encoding === 'string' ? UNPACK.get(encoding.trim().toLowerCase()) : undefined;
  const bytes = unpack && body.length > 0 ? await unpack(body, { maxOutputLength: LARGEST_ANSWER }) : body;
  return new TextDecoder().decode(bytes);
}

/** The value of a body; its text where it is not JSON, or no record could look like that. Whole numbers that are too large stay texts. */
export function jsonIn(text: string): Json {
  try {
    const value = JSON.parse(text, exact) as Json;
    return isWithin(value, DEEPEST) ? value : text;
  } catch {
    return text;
  }
}

/** An id of 64 bits is not to be rounded. */
function exact(_name: string, value: unknown, { source }: { readonly source?: string } = {}): unknown {
  const isRounded = typeof value === 'number' && source !== undefined && /^-?\d+$/.test(source) && !Number.isSafeInteger(value);
  return isRounded ? source : value;
}

function isWithin(value: Json, depth: number): boolean {
  if (value === null || typeof value !== 'object') return true;
  return depth > 0 && Object.values(value).every((part) => isWithin(part, depth - 1));
}
