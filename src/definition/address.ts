/**
 * Where a row lives: one non-negative integer a level, from the root down.
 *
 * `[0, 17, 42]` is, for example, attendance 42 of student 17 of school 0. A row is a pure function of its dataset's
 * seed, its recipe entry, its entity and its address; addresses are never reused.
 */
export type Address = readonly number[];

/** Equal addresses of one entity name the same row. */
export function sameAddress(a: Address, b: Address): boolean {
  return a.length === b.length && a.every((part, level) => part === b[level]);
}

/** Reads as people write it: `school 0 / 17 / 42` becomes `0.17.42`. */
export function formatAddress(address: Address): string {
  return address.join('.');
}
