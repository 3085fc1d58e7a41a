import type { Uniform } from './normal.ts';

/** A whole number from min to max, both included. @throws RangeError unless both are safe integers and min <= max. */
export function uniformInteger(random: Uniform, min: number, max: number): number {
  if (!(Number.isSafeInteger(min) && Number.isSafeInteger(max) && min <= max)) {
    throw new RangeError(`Needs whole numbers with min <= max; given ${min} and ${max}.`);
  }
  return min + Math.floor(random.next() * (max - min + 1));
}

/** One of the items. @throws RangeError for an empty list. */
export function pick<T>(random: Uniform, items: readonly T[]): T {
  if (items.length === 0) throw new RangeError('There is nothing to pick from.');
  return items[Math.floor(random.next() * items.length)] as T;
}
