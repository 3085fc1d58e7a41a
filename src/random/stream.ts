import type { Random } from '../definition/index.ts';
import { beta } from './distribution/beta.ts';
import { jump } from './distribution/jump.ts';
import { normal, truncatedNormal } from './distribution/normal.ts';
import { pick, uniformInteger } from './distribution/uniform.ts';
import { weighted } from './distribution/weighted.ts';
import { zipf } from './distribution/zipf.ts';
import type { Key } from './key.ts';
import { threefry } from './threefry.ts';

/** One for all streams: what a draw puts here it takes at once. */
const words = new Int32Array(2);

/**
 * The numbers that follow from a key: draw i is Threefry of (key, i). Starting a stream costs nothing, so one object
 * is pointed from key to key.
 */
export class Stream implements Random {
  #a = 0;
  #b = 0;
  #counter = 0;
  #forked: Stream | undefined;

  /** Points the stream at a key, at its first draw. */
  start(key: Key): this {
    this.#a = key.a;
    this.#b = key.b;
    this.#counter = 0;
    return this;
  }

  next(): number {
    threefry(this.#a, this.#b, this.#counter++, 0, words);
    const high = (words[0] as number) >>> 5;
    return (high * 0x4000000 + ((words[1] as number) >>> 6)) / 0x20000000000000;
  }

  bits(): number {
    threefry(this.#a, this.#b, this.#counter++, 0, words);
    return (words[0] as number) >>> 0;
  }

  integer(min: number, max: number): number {
    return uniformInteger(this, min, max);
  }

  float(min: number, max: number): number {
    return min + (max - min) * this.next();
  }

  chance(p: number): boolean {
    return this.next() < p;
  }

  pick<const T>(items: readonly T[]): T {
    return pick(this, items);
  }

  weighted<K extends string>(weights: Readonly<Record<K, number>>): K {
    return weighted(this, weights);
  }

  normal(mean: number, deviation: number): number {
    return normal(this, mean, deviation);
  }

  truncatedNormal(mean: number, deviation: number, min: number, max: number): number {
    return truncatedNormal(this.#fork(), mean, deviation, min, max);
  }

  beta(a: number, b: number): number {
    return beta(this.#fork(), a, b);
  }

  zipf(n: number, exponent: number): number {
    return zipf(this.#fork(), n, exponent);
  }

  index(count: number): number {
    return jump(this.#fork(), count);
  }

  /**
   * A stream of its own, for what takes an unknown number of draws: this stream moves on by one whatever happens there,
   * so that the draws that follow do not depend on it (on how many rows there are to choose from, above all).
   */
  #fork(): Stream {
    threefry(this.#a, this.#b, this.#counter++, 0, words);
    this.#forked ??= new Stream();
    return this.#forked.start({ a: words[0] as number, b: words[1] as number });
  }
}
