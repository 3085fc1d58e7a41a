import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Cell, CellRow } from '../../definition/index.ts';
import { type Find, type Order, positionOf } from '../query.ts';
import { findSql, positionSql } from '../sql/find.ts';
import { totalOrder } from '../sql/order.ts';
import type { Connection } from './connection.ts';
import { sqliteDialect } from './dialect.ts';
import { planOf } from './query-plan.ts';
import { endOfWindow, windowSize } from './windows.ts';

// Fewer than in a window of keys: an index leads to each row by itself, which takes 4-5 times as long.
const rowsOfWalk = windowSize / 4;

/**
 * The rows of a page and one more, which comes first with `fromEnd`: rows are in the order in which they are looked for.
 *
 * A page of a large table may need all of it: when few rows fulfil the condition, or when no index has the order. Such a
 * scan goes in windows, with a turn of the event loop between them; everything else is one statement.
 *
 * @param total How many rows the entity has.
 */
export async function findRows(connect: () => Connection, query: Find, total: number): Promise<CellRow[]> {
  if (total > windowSize) {
    const { scans, sorts } = planOf(connect(), findSql(sqliteDialect, withoutPositions(query)));
    if (scans && sorts) return mergeWindows(connect, query);
    if (scans && query.where) return walkInOrder(connect, query);
  }
  return select(connect(), query);
}

/** A position is sought in the index even where everything behind it is scanned, which would hide the scan. */
function withoutPositions({ after: _after, before: _before, ...query }: Find): Find {
  return query;
}

function select(connection: Connection, query: Find): CellRow[] {
  const { sql, parameters } = findSql(sqliteDialect, query);
  return connection.all(sql, parameters);
}

/** An index has the order: walks along it and stops as soon as the page is full. */
async function walkInOrder(connect: () => Connection, query: Find): Promise<CellRow[]> {
  const rows: CellRow[] = [];
  const [here, there] = query.fromEnd ? (['before', 'after'] as const) : (['after', 'before'] as const);
  for (let window: Find | undefined = query; window; ) {
    const connection = connect();
    const { sql, parameters } = positionSql(sqliteDialect, window, rowsOfWalk);
    // The window's last row, and the first one behind it: either is a position.
    const [last, next]: Cell[][] = connection.all(sql, parameters);
    rows.push(...select(connection, { ...window, limit: query.limit - rows.length, ...(next && { [there]: next }) }));
    if (rows.length > query.limit) break;
    window = next && last && { ...query, [here]: last };
    await nextTurn();
  }
  return rows;
}

/** No index has the order: takes the first rows of every window of keys, and the first of these. */
async function mergeWindows(connect: () => Connection, query: Find): Promise<CellRow[]> {
  const { entity, limit } = query;
  const terms = totalOrder(query);
  let best: { position: Cell[]; row: CellRow }[] = [];
  for (let after: string | undefined = ''; after !== undefined; ) {
    const connection: Connection = connect();
    const upTo = endOfWindow(connection, entity, after);
    const { sql, parameters } = findSql(sqliteDialect, query, { after, upTo });
    const found = connection.all(sql, parameters).map((row) => ({ row, position: positionOf(entity, query.order, row) }));
    best = [...best, ...found].sort((a, b) => comparePositions(terms, a.position, b.position));
    if (query.fromEnd) best.reverse();
    best.length = Math.min(best.length, limit + 1);
    after = upTo;
    await nextTurn();
  }
  return best.map(({ row }) => row);
}

/** As the database orders: NULLs last in either direction, texts by code points. */
function comparePositions(terms: readonly Order[], a: readonly Cell[], b: readonly Cell[]): number {
  for (const [index, { direction }] of terms.entries()) {
    const [left = null, right = null] = [a[index], b[index]];
    if (left === right) continue;
    if (left === null || right === null) return left === null ? 1 : -1;
    const compared = typeof left === 'number' ? left - Number(right) : compareTexts(left, String(right));
    return direction === 'asc' ? compared : -compared;
  }
  return 0;
}

/** JavaScript compares UTF-16 units, which puts U+FFxx behind the astral planes. */
function compareTexts(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
