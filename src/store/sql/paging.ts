import type { Cell } from '../../definition/index.ts';
import type { Find, Page, Within } from '../query.ts';
import { splitPosition } from './order.ts';

/** The page in the rows that `findSql` gives, of which there is one more than its size if there are more. */
export function pageOf({ entity, limit, fromEnd }: Find, found: Cell[][]): Page {
  const page = found.slice(0, limit);
  const split = (fromEnd ? page.reverse() : page).map((cells) => splitPosition(entity, cells));
  return {
    rows: split.map(({ row }) => row),
    positions: split.map(({ position }) => position),
    more: found.length > limit,
  };
}

/** The page of each parent in the rows that `findWithinSql` gives. */
export function pagesByParent(query: Find, within: Within, rows: Cell[][]): Page[] {
  const found: Cell[][][] = within.parents.map(() => []);
  for (const [ordinal, ...cells] of rows) found[Number(ordinal)]?.push(cells);
  // They come in the query's order; `pageOf` wants them as they are looked for.
  return found.map((cells) => pageOf(query, query.fromEnd ? cells.reverse() : cells));
}
