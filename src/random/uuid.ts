import type { Address } from '../definition/index.ts';
import { fold, foldName, foldPath, hashName, type Key, keyOfSeed } from './key.ts';
import { parseUuid, UuidWriter } from './uuid-text.ts';

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
    return this.siblings(address.slice(0, -1), [address[address.length - 1] ?? -1])[0] as string;
  }

  /**
   * The keys of rows that share a prefix, by the last parts of their addresses. What they share is computed once.
   *
   * @throws RangeError for a prefix of another length, or a part that does not fit.
   */
  siblings(prefix: Address, lasts: readonly number[]): string[] {
    this.#check(prefix);
    const [high, middle, low] = this.#path([...prefix, 0]);
    const checkKey = foldPath(this.#checkKey, prefix);
    for (const last of lasts) if (!(last >= 0 && last <= this.largestPart)) throw this.#tooLarge([...prefix, last]);
    for (const last of lasts) {
      // Sums of two limbs have 31 bits: the highest is the carry.
      const lowSum = low + this.#offset[2] + last;
      const middleSum = middle + this.#offset[1] + (lowSum >>> 30);
      const highSum = high + this.#offset[0] + (middleSum >>> 30);
      writer.write(highSum, middleSum & LIMB_MASK, lowSum & LIMB_MASK, fold(checkKey, last).a);
    }
    return writer.take();
  }

  /** The address of a key that this codec made; undefined for any other text. */
  decode(uuid: string): Address | undefined {
    const words = parseUuid(uuid);
    if (!words) return undefined;
    const [high, middle, low, check] = words;
    const low0 = low - this.#offset[2];
    const middle0 = middle - this.#offset[1] - (low0 < 0 ? 1 : 0);
    const high0 = high - this.#offset[0] - (middle0 < 0 ? 1 : 0);
    if (high0 < 0 || high0 >= 2 ** 12) return undefined;
    const address = this.#address(high0, (middle0 + LIMB) % LIMB, (low0 + LIMB) % LIMB);
    return address && foldPath(this.#checkKey, address).a >>> 0 === check ? address : undefined;
  }

  /** The smallest and the largest text that the key of a row can be whose address begins with `prefix`. */
  under(prefix: Address): { from: string; to: string } {
    const rest = new Array<number>(this.#levels - prefix.length);
    const bound = (part: number) => this.encode([...prefix, ...rest.fill(part)]).slice(0, 28);
    return { from: `${bound(0)}00000000`, to: `${bound(this.largestPart)}ffffffff` };
  }

  /** The smallest and the largest text that a key of the siblings `from` to `to` (last part of the address) can be. */
  range(owner: Address, from: number, to: number): { from: string; to: string } {
    return {
      from: `${this.encode([...owner, from]).slice(0, 28)}00000000`,
      to: `${this.encode([...owner, to]).slice(0, 28)}ffffffff`,
    };
  }

  #check(prefix: Address): void {
    if (prefix.length !== this.#levels - 1) {
      throw new RangeError(`An address of ${this.#levels} levels is needed; given [${prefix.join(', ')}, …].`);
    }
    for (const part of prefix) if (!(part >= 0 && part <= this.largestPart)) throw this.#tooLarge(prefix);
  }

  #tooLarge(address: Address): RangeError {
    return new RangeError(`A part of an address is at most ${this.largestPart} here; given [${address.join(', ')}].`);
  }

  /** The path in limbs. Three levels, the usual case, need no BigInt; it would cost four times the rest of the encoding. */
  #path(address: Address): [number, number, number] {
    const [a = 0, b = 0, c = 0] = address;
    if (this.#levels === 1) return limbs(0, 0, a);
    if (this.#levels === 2) return limbs(0, a, b);
    if (this.#levels === 3) return limbs(a, b, c);
    let path = 0n;
    for (const part of address) path = (path << BigInt(this.#width)) | BigInt(part);
    return [Number(path >> 60n), Number(BigInt.asUintN(30, path >> 30n)), Number(BigInt.asUintN(30, path))];
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

/** One for all codecs: nothing is left in it between two calls. */
const writer = new UuidWriter();

const LIMB = 2 ** 30;
const LIMB_MASK = LIMB - 1;

/** Three parts of 24 bits as three limbs of 30. */
function limbs(a: number, b: number, c: number): [number, number, number] {
  return [a >>> 12, ((a & 0xfff) << 18) | (b >>> 6), ((b & 0x3f) << 24) | c];
}
