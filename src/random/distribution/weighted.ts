import type { Uniform } from './normal.ts';

/** One of the keys, each as likely as its weight says. @throws RangeError when no weight is positive. */
export function weighted<K extends string>(random: Uniform, weights: Readonly<Record<K, number>>): K {
  let total = 0;
  for (const key in weights) total += weights[key];
  if (!(total > 0)) throw new RangeError('At least one weight must be positive.');
  let left = random.next() * total;
  let last: K | undefined;
  for (const key in weights) {
    if (weights[key] <= 0) continue;
    last = key;
    left -= weights[key];
    if (left < 0) return key;
  }
  // Rounding can leave a hair of the total: it belongs to the last key.
  return last as K;
}
