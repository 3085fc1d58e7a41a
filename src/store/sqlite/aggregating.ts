import type { Aggregation, Group } from '../query.ts';
import { aggregateSql } from '../sql/aggregate.ts';
import { GroupSums, groupsByParent } from '../sql/group-sums.ts';
import type { KeyWindow } from '../sql/scope.ts';
import { sqliteDialect, sqliteWindowDialect } from './dialect.ts';
import { type Reader, rowsByIndex } from './reader.ts';
import { readByParents, readInWindows } from './windows.ts';

/** The groups of all rows, or those of each parent. What looks at too many rows is done in windows, and added up. */
export async function aggregateGroups(reader: Reader, query: Aggregation): Promise<Group[][]> {
  if (!query.within) return [await aggregateAll(reader, query)];
  return readByParents(reader, query, query.within, {
    together: (within) => ({
      statement: aggregateSql(sqliteDialect, { ...query, within }),
      results: (rows) => groupsByParent(query, within.parents, rows),
    }),
    alone: (single) => aggregateInWindows(reader, single),
  });
}

async function aggregateAll(reader: Reader, query: Aggregation): Promise<Group[]> {
  const rows = await reader.attempt(aggregateSql(sqliteDialect, query), rowsByIndex);
  if (!rows) return aggregateInWindows(reader, query);
  const sums = new GroupSums(query);
  sums.add(rows);
  return sums.groups();
}

async function aggregateInWindows(reader: Reader, query: Aggregation): Promise<Group[]> {
  const sums = new GroupSums(query);
  const statementOf = (window: KeyWindow) => aggregateSql(sqliteWindowDialect, query, window);
  await readInWindows(reader, query, statementOf, (rows) => sums.add(rows));
  return sums.groups();
}
