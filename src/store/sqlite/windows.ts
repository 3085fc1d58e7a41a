import type { EntityModel } from '../../definition/index.ts';
import { windowSql } from '../sql/count.ts';
import type { Connection } from './connection.ts';
import { sqliteDialect } from './dialect.ts';

/**
 * Rows that are looked at in one turn of the event loop. node:sqlite cannot interrupt a statement: 600,000 rows in one
 * took 81 ms, 10,000 take 2-5 ms.
 */
export const windowSize = 10_000;

/** The key at which a window that begins behind `after` ends; undefined for the last window. */
export function endOfWindow(connection: Connection, entity: EntityModel, after: string): string | undefined {
  const { sql, parameters } = windowSql(sqliteDialect, entity, after, windowSize);
  const key = connection.get(sql, parameters)?.[0];
  return key === undefined ? undefined : String(key);
}
