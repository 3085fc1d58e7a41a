import { sql } from 'kysely';
import type { EntityModel, ThroughModel } from '../../definition/index.ts';
import type { Counting, Within } from '../query.ts';
import { type CompiledSql, compileSql, type SqlDialect } from './dialect.ts';
import { whereSql } from './find.ts';
import { allOf, columnOf, inWindow, type KeyWindow, rootScope, tableOf } from './scope.ts';

/** How many rows fulfil the condition; only those in the window where one is given. */
export function countSql(dialect: SqlDialect, query: Counting, window?: KeyWindow): CompiledSql {
  const scope = rootScope(dialect, query.entity);
  const conditions = [...whereSql(scope, query.where), ...inWindow(scope, window)];
  return compileSql(dialect, sql`select count(*) from ${tableOf(scope)} where ${allOf(conditions)}`);
}

/** The last key of a window of `size` keys that begins behind `after`; no row when fewer are left. */
export function windowSql(dialect: SqlDialect, entity: EntityModel, after: string, size: number): CompiledSql {
  const scope = rootScope(dialect, entity);
  const key = columnOf(scope, entity.key);
  return compileSql(
    dialect,
    sql`select ${key} from ${tableOf(scope)} where ${key} > ${after} order by ${key} limit 1 offset ${size - 1}`,
  );
}

/** The parent's key and its count, for parents that have any. */
export function countWithinSql(dialect: SqlDialect, query: Counting, within: Within): CompiledSql {
  if (within.kind === 'through') return countThroughSql(dialect, query, within.through, within.parents);
  const scope = rootScope(dialect, query.entity);
  const by = columnOf(scope, within.by);
  const conditions = [dialect.isOneOf(by, within.parents), ...whereSql(scope, query.where)];
  return compileSql(dialect, sql`select ${by}, count(*) from ${tableOf(scope)} where ${allOf(conditions)} group by ${by}`);
}

function countThroughSql(dialect: SqlDialect, query: Counting, relation: ThroughModel, parents: readonly string[]): CompiledSql {
  const scope = rootScope(dialect, query.entity);
  const joining = scope.inner(relation.through);
  const near = columnOf(joining, relation.near);
  const key = columnOf(scope, query.entity.key);
  const conditions = [dialect.isOneOf(near, parents), ...whereSql(scope, query.where)];
  return compileSql(
    dialect,
    sql`select ${near}, count(distinct ${key}) from ${tableOf(joining)} join ${tableOf(scope)} on ${key} = ${columnOf(
      joining,
      relation.far,
    )} where ${allOf(conditions)} group by ${near}`,
  );
}
