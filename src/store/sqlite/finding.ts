import type { Cell } from '../../definition/index.ts';
import type { Find, Order, Page, Within } from '../query.ts';
import { findSql, findWithinSql, positionSql } from '../sql/find.ts';
import { splitPosition, totalOrder } from '../sql/order.ts';
import { comparePositions } from './compare.ts';
import { sqliteDialect, sqliteWindowDialect } from './dialect.ts';
import { type Reader, rowsByIndex } from './reader.ts';
import { anchorOf, readByParents, readInWindows, smaller } from './windows.ts';

/** A page, or one for each parent. */
export async function findPages(reader: Reader, query: Find): Promise<Page[]> {
  if (!query.within) return [await findPage(reader, query)];
  return readByParents(reader, query, query.within, {
    together: (within) => ({
      statement: findWithinSql(sqliteDialect, query, within),
      results: (rows) => pagesOf(query, within, rows),
    }),
    alone: (single) => findInWindows(reader, single),
  });
}

function pagesOf(query: Find, within: Within, rows: Cell[][]): Page[] {
  const found: Cell[][][] = within.parents.map(() => []);
  for (const [ordinal, ...cells] of rows) found[Number(ordinal)]?.push(cells);
  // They come in the query's order; `pageOf` wants them as they are looked for.
  return found.map((cells) => pageOf(query, query.fromEnd ? cells.reverse() : cells));
}

async function findPage(reader: Reader, query: Find): Promise<Page> {
  const found = await reader.attempt(findSql(sqliteDialect, query), rowsByIndex);
  return found ? pageOf(query, found) : findInWindows(reader, query);
}

/**
 * A page of a large table may need all of it: when few rows fulfil the condition, or when no index has the order. It is
 * found in windows then, with turns of the event loop between them.
 */
async function findInWindows(reader: Reader, query: Find): Promise<Page> {
  // The wording is not promised to stay; the other way is right as well, only slower. https://sqlite.org/eqp.html
  const sorts = reader.plan(findSql(sqliteDialect, query)).some((step) => step.startsWith('USE TEMP B-TREE FOR'));
  return pageOf(query, sorts ? await mergeWindows(reader, query) : await walkInOrder(reader, query));
}

/** The page in the rows found, of which there is one more than its size if there are more. */
function pageOf({ entity, limit, fromEnd }: Find, found: Cell[][]): Page {
  const page = found.slice(0, limit);
  const split = (fromEnd ? page.reverse() : page).map((cells) => splitPosition(entity, cells));
  return {
    rows: split.map(({ row }) => row),
    positions: split.map(({ position }) => position),
    more: found.length > limit,
  };
}

/** An index has the order: walks along it and stops as soon as the page is full. */
async function walkInOrder(reader: Reader, query: Find): Promise<Cell[][]> {
  const rows: Cell[][] = [];
  const [here, there] = query.fromEnd ? (['before', 'after'] as const) : (['after', 'before'] as const);
  // An index that leads to the rows of a parent has them in the order of keys, and in no other.
  const part = query.order.length === 0 ? { anchor: anchorOf(query.where) } : undefined;
  let size = rowsByIndex / 2;
  for (let rest: Find | undefined = query; rest; ) {
    // The window's last row, and the first one behind it: either is a position.
    const [last, next]: Cell[][] = await reader.all(positionSql(sqliteWindowDialect, rest, size, part));
    const window: Find = { ...rest, limit: query.limit - rows.length, ...(next && { [there]: next }) };
    const statement = findSql(sqliteWindowDialect, window, part);
    const found = size === 1 ? await reader.attemptOne(statement) : await reader.attempt(statement, rowsByIndex);
    if (!found) {
      size = smaller(size);
      continue;
    }
    rows.push(...found);
    rest = rows.length <= query.limit && next && last ? { ...query, [here]: last } : undefined;
  }
  return rows;
}

/** No index has the order: takes the first rows of every window of keys, and the first of these. */
async function mergeWindows(reader: Reader, query: Find): Promise<Cell[][]> {
  const compare = cellsInOrder(query);
  let best: Cell[][] = [];
  await readInWindows(
    reader,
    query,
    (window) => findSql(sqliteWindowDialect, query, window),
    (found) => {
      best = [...best, ...found].sort(query.fromEnd ? (a, b) => compare(b, a) : compare).slice(0, query.limit + 1);
    },
  );
  return best;
}

/** Compares rows of cells, each with its position behind it. */
function cellsInOrder({ entity, order }: Find): (a: readonly Cell[], b: readonly Cell[]) => number {
  const places = [...order.map((_term, index) => entity.fields.length + index), entity.key.index];
  const directions: readonly Order['direction'][] = totalOrder({ entity, order }).map(({ direction }) => direction);
  const position = (cells: readonly Cell[]) => places.map((place) => cells[place] ?? null);
  return (a, b) => comparePositions(directions, position(a), position(b));
}
