import type { Cell } from '../../definition/index.ts';
import type { Order } from '../query.ts';

/** Compares as the database orders: NULLs last in either direction, texts by code points. */
export function comparePositions(directions: readonly Order['direction'][], a: readonly Cell[], b: readonly Cell[]): number {
  for (const [index, direction] of directions.entries()) {
    const [left = null, right = null] = [a[index], b[index]];
    if (left === right) continue;
    if (left === null || right === null) return left === null ? 1 : -1;
    const compared = compareCells(left, right);
    if (compared !== 0) return direction === 'asc' ? compared : -compared;
  }
  return 0;
}

/** Values of one field: numbers by size, texts by code points. */
export function compareCells(a: Exclude<Cell, null>, b: Exclude<Cell, null>): number {
  if (typeof a === 'number') return a - Number(b);
  // JavaScript compares UTF-16 units, which puts U+FFxx behind the astral planes.
  return Buffer.compare(Buffer.from(a), Buffer.from(String(b)));
}
