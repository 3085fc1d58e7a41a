import { threefry } from './threefry.ts';

/** 64 bits from which streams and further keys derive. Two 32-bit words, signed. */
export interface Key {
  readonly a: number;
  readonly b: number;
}

const out = new Int32Array(2);

/** The key of a seed: a whole number from 0 to 2^53 - 1. */
export function keyOfSeed(seed: number): Key {
  return derive(0, 0, seed | 0, Math.floor(seed / 2 ** 32) | 0);
}

/** A new key from a key and a number (one part of an address). As JAX's `fold_in`. */
export function fold(key: Key, part: number): Key {
  return derive(key.a, key.b, part | 0, 0);
}

/** A new key from a key and a name (an entity, a field, a context). */
export function foldName(key: Key, name: NameHash): Key {
  return derive(key.a, key.b, name.a, name.b);
}

/** The key of a row: the entity's key folded with each part of the address. */
export function foldPath(key: Key, path: readonly number[]): Key {
  let folded = key;
  for (const part of path) folded = fold(folded, part);
  return folded;
}

/** A name in 64 bits. The second word is never 0, so that no name can be mistaken for a part of an address. */
export interface NameHash {
  readonly a: number;
  readonly b: number;
}

/** Hashes a name: FNV-1a over its UTF-16 code units, in two lanes. Source: Fowler, Noll, Vo. */
export function hashName(name: string): NameHash {
  let a = 0x811c9dc5;
  let b = 0x2f0b4c47;
  for (let i = 0; i < name.length; i++) {
    a = Math.imul(a ^ name.charCodeAt(i), 0x01000193);
    b = Math.imul(b ^ name.charCodeAt(i), 0x01000193) ^ (b >>> 15);
  }
  return { a: a | 0, b: b | 1 };
}

function derive(key0: number, key1: number, word0: number, word1: number): Key {
  threefry(key0, key1, word0, word1, out);
  return { a: out[0] as number, b: out[1] as number };
}
