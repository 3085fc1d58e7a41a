import type { Address } from '../definition/index.ts';
import { fold, foldName, hashName, type Key, keyOfSeed } from './key.ts';

/**
 * Keys that are computed: UUIDv8 (RFC 9562, section 5.8) in which
 *
 * - 90 bits are an offset, drawn from seed and entity, plus the row's path of 72 bits, so that within an entity keys
 *   ascend in the order of addresses and give the address back;
 * - 32 bits are a check drawn from seed, entity and path, so that strangers are recognised.
 *
 * A path is the address with 24 bits a level, or `floor(72 / levels)` where there are more than three.
 */
export class UuidCodec {
  /** Limbs of 30 bits, the highest first: 90-bit sums without BigInt. */
  readonly #offset: readonly [number, number, number];
  readonly #checkKey: Key;
  readonly #levels: number;
  readonly #width: number;

  /** @param levels parts of an address of the entity, from 1 to 6. */
  constructor(seed: number, entity: string, levels: number) {
    const key = foldName(keyOfSeed(seed), hashName(`key of ${entity}`));
    const [low, middle, high] = [fold(key, 0), fold(key, 1), fold(key, 2)];
    // The path reaches up to 72 bits, so the highest limb must leave room for 2^12 above the offset.
    this.#offset = [(high.a >>> 2) % (2 ** 30 - 2 ** 12 - 1), middle.a >>> 2, low.a >>> 2];
    this.#checkKey = fold(key, 3);
    this.#levels = levels;
    this.#width = Math.min(24, Math.floor(72 / levels));
  }

  /** The largest number that a part of an address may be. */
  get largestPart(): number {
    return 2 ** this.#width - 1;
  }

  /** @throws RangeError when the address has another number of levels, or a part that does not fit. */
  encode(address: Address): string {
    this.#check(address);
    const [high, middle, low] = this.#path(address);
    const sumLow = low + this.#offset[2];
    const sumMiddle = middle + this.#offset[1] + (sumLow >= LIMB ? 1 : 0);
    const sumHigh = high + this.#offset[0] + (sumMiddle >= LIMB ? 1 : 0);
    return format(sumHigh, sumMiddle % LIMB, sumLow % LIMB, this.#checksum(address));
  }

  /** The address of a key that this codec made; undefined for any other text. */
  decode(uuid: string): Address | undefined {
    const words = parse(uuid);
    if (!words) return undefined;
    const [high, middle, low, check] = words;
    const low0 = low - this.#offset[2];
    const middle0 = middle - this.#offset[1] - (low0 < 0 ? 1 : 0);
    const high0 = high - this.#offset[0] - (middle0 < 0 ? 1 : 0);
    if (high0 < 0 || high0 >= 2 ** 12) return undefined;
    const address = this.#address(high0, (middle0 + LIMB) % LIMB, (low0 + LIMB) % LIMB);
    return address && this.#checksum(address) === check ? address : undefined;
  }

  /** The smallest and the largest text that a key of the siblings `from` to `to` (last part of the address) can be. */
  range(owner: Address, from: number, to: number): { from: string; to: string } {
    return {
      from: `${this.encode([...owner, from]).slice(0, 28)}00000000`,
      to: `${this.encode([...owner, to]).slice(0, 28)}ffffffff`,
    };
  }

  #check(address: Address): void {
    if (address.length !== this.#levels)
      throw new RangeError(`An address of ${this.#levels} levels is needed; given [${address.join(', ')}].`);
    for (const part of address) {
      if (!(part >= 0 && part <= this.largestPart)) {
        throw new RangeError(`A part of an address is at most ${this.largestPart} here; given [${address.join(', ')}].`);
      }
    }
  }

  #checksum(address: Address): number {
    let key = this.#checkKey;
    for (let level = 0; level < address.length; level++) key = fold(key, address[level] as number);
    return key.a >>> 0;
  }

  /** The path in limbs. Three levels, the usual case, need no BigInt; it would cost four times the rest of the encoding. */
  #path(address: Address): [number, number, number] {
    const [a = 0, b = 0, c = 0] = address;
    if (this.#levels === 1) return limbs(0, 0, a);
    if (this.#levels === 2) return limbs(0, a, b);
    if (this.#levels === 3) return limbs(a, b, c);
    let path = 0n;
    for (const part of address) path = (path << BigInt(this.#width)) | BigInt(part);
    return [Number(path >> 60n), Number((path >> 30n) & LIMB_MASK), Number(path & LIMB_MASK)];
  }

  #address(high: number, middle: number, low: number): Address | undefined {
    const width = BigInt(this.#width);
    let path = (BigInt(high) << 60n) | (BigInt(middle) << 30n) | BigInt(low);
    const address: number[] = [];
    for (let level = 0; level < this.#levels; level++) {
      address.unshift(Number(path & ((1n << width) - 1n)));
      path >>= width;
    }
    return path === 0n ? address : undefined;
  }
}

const LIMB = 2 ** 30;
const LIMB_MASK = BigInt(LIMB - 1);

/** Three parts of 24 bits as three limbs of 30. */
function limbs(a: number, b: number, c: number): [number, number, number] {
  return [a >>> 12, ((a & 0xfff) << 18) | (b >>> 6), ((b & 0x3f) << 24) | c];
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const hex16 = (word: number) => `${HEX[(word >>> 8) & 255]}${HEX[word & 255]}`;
const hex32 = (word: number) => hex16(word >>> 16) + hex16(word);

/** 48 bits, version, 12 bits, variant, 30 bits, check. */
function format(high: number, middle: number, low: number, check: number): string {
  const first = ((high << 2) | (middle >>> 28)) >>> 0;
  const second = (middle >>> 12) & 0xffff;
  const third = 0x8000 | (middle & 0xfff);
  const fourth = (0x80000000 | low) >>> 0;
  return `${hex32(first)}-${hex16(second)}-${hex16(third)}-${hex16(fourth >>> 16)}-${hex16(fourth)}${hex32(check)}`;
}

const PATTERN = /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

function parse(uuid: string): [number, number, number, number] | undefined {
  if (!PATTERN.test(uuid)) return undefined;
  const part = (from: number, to: number) => Number.parseInt(uuid.slice(from, to), 16);
  const first = part(0, 8);
  const low = ((part(19, 23) & 0x3fff) << 16) | part(24, 28);
  return [Math.floor(first / 4), ((first % 4) << 28) | (part(9, 13) << 12) | part(15, 18), low, part(28, 36)];
}
