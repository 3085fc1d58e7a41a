import type { Cell } from '../../definition/index.ts';
import type { Find, Order, Page } from '../query.ts';
import { comparePositions } from '../sql/compare.ts';
import { findSql, findWithinSql, positionSql } from '../sql/find.ts';
import { totalOrder } from '../sql/order.ts';
import { pageOf, pagesByParent } from '../sql/paging.ts';
import { sqliteDialect, sqliteWindowDialect } from './dialect.ts';
import { type Reader, rowsByIndex } from './reader.ts';
import { anchorOf, readByParents, readInWindows, smaller } from './windows.ts';

/** A page, or one for each parent. */
export async function findPages(reader: Reader, query: Find): Promise<Page[]> {
  if (!query.within) return [await findPage(reader, query)];
  return readByParents(reader, query, query.within, {
    together: (within) => ({
      statement: findWithinSql(sqliteDialect, query, within),
      results: (rows) => pagesByParent(query, within, rows),
    }),
    alone: (single) => findInWindows(reader, single),
  });
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
