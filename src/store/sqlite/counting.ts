import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Counting } from '../query.ts';
import { countSql } from '../sql/count.ts';
import type { CompiledSql } from '../sql/dialect.ts';
import type { Connection } from './connection.ts';
import { sqliteDialect } from './dialect.ts';
import { planOf } from './query-plan.ts';
import { endOfWindow, windowSize } from './windows.ts';

/**
 * Counts the rows that fulfil a condition: in windows of keys, with a turn of the event loop between them, unless the
 * table is small or an index leads to the rows.
 *
 * @param total How many rows the entity has.
 */
export async function countRows(connect: () => Connection, query: Counting, total: number): Promise<number> {
  const whole = countSql(sqliteDialect, query);
  if (total <= windowSize || !planOf(connect(), whole).scans) return numberOf(connect(), whole);
  let count = 0;
  for (let after: string | undefined = ''; after !== undefined; ) {
    const connection: Connection = connect();
    const upTo = endOfWindow(connection, query.entity, after);
    count += numberOf(connection, countSql(sqliteDialect, query, { after, upTo }));
    after = upTo;
    await nextTurn();
  }
  return count;
}

function numberOf(connection: Connection, { sql, parameters }: CompiledSql): number {
  return Number(connection.get(sql, parameters)?.[0]);
}
