/** What a key holds, as UUIDv8 (RFC 9562, section 5.8) lays it out: 90 bits in limbs of 30, the highest first, and 32 bits of check. */
export type UuidWords = readonly [high: number, middle: number, low: number, check: number];

/** Characters of a UUID. */
const LENGTH = 36;
const HYPHEN = '-'.charCodeAt(0);
/** The two hexadecimal digits of each byte. */
const DIGITS = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0')).join(''), 'latin1');

/**
 * Texts of UUIDs, many at a time: they are written as bytes and become one text, of which each is a slice. Joining pieces of text for
 * each costs twice as much, and once more when somebody reads what was joined. A slice holds on to the text of all.
 */
export class UuidWriter {
  #bytes = Buffer.alloc(64 * LENGTH);
  #end = 0;

  write(high: number, middle: number, low: number, check: number): void {
    if (this.#end + LENGTH > this.#bytes.length) this.#bytes = Buffer.concat([this.#bytes, Buffer.alloc(this.#bytes.length)]);
    const bytes = this.#bytes;
    const at = this.#end;
    hex16(bytes, at, (high >>> 14) & 0xffff);
    hex16(bytes, at + 4, ((high << 2) | (middle >>> 28)) & 0xffff);
    bytes[at + 8] = HYPHEN;
    hex16(bytes, at + 9, (middle >>> 12) & 0xffff);
    bytes[at + 13] = HYPHEN;
    // Version 8 and the last 12 bits of the first 60.
    hex16(bytes, at + 14, 0x8000 | (middle & 0xfff));
    bytes[at + 18] = HYPHEN;
    // The variant, binary 10, and the other 30 bits.
    hex16(bytes, at + 19, 0x8000 | (low >>> 16));
    bytes[at + 23] = HYPHEN;
    hex16(bytes, at + 24, low & 0xffff);
    hex16(bytes, at + 28, check >>> 16);
    hex16(bytes, at + 32, check & 0xffff);
    this.#end = at + LENGTH;
  }

  /** What has been written since the last time. */
  take(): string[] {
    const text = this.#bytes.toString('latin1', 0, this.#end);
    const uuids = new Array<string>(this.#end / LENGTH);
    for (let index = 0; index < uuids.length; index++) uuids[index] = text.slice(index * LENGTH, (index + 1) * LENGTH);
    this.#end = 0;
    return uuids;
  }
}

/** Writes a word of 16 bits. */
function hex16(bytes: Uint8Array, at: number, word: number): void {
  const high = (word >>> 8) * 2;
  const low = (word & 0xff) * 2;
  bytes[at] = DIGITS[high] as number;
  bytes[at + 1] = DIGITS[high + 1] as number;
  bytes[at + 2] = DIGITS[low] as number;
  bytes[at + 3] = DIGITS[low + 1] as number;
}

const PATTERN = /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Reads what `UuidWriter` wrote; undefined for any other text. */
export function parseUuid(uuid: string): UuidWords | undefined {
  if (!PATTERN.test(uuid)) return undefined;
  const part = (from: number, to: number) => Number.parseInt(uuid.slice(from, to), 16);
  const first = part(0, 8);
  const low = ((part(19, 23) & 0x3fff) << 16) | part(24, 28);
  return [Math.floor(first / 4), ((first % 4) << 28) | (part(9, 13) << 12) | part(15, 18), low, part(28, 36)];
}
