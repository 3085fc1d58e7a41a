import { sql } from 'kysely';
import type { EntityModel } from '../../definition/index.ts';
import type { Condition, Find, Within } from '../query.ts';
import { conditionSql } from './conditions.ts';
import { type CompiledSql, compileSql, type Sql, type SqlDialect } from './dialect.ts';
import { beyondSql, orderSql, positionColumns, type Sorting, sortingOf } from './order.ts';
import {
  allOf,
  cellColumnsOf,
  columnOf,
  inWindow,
  type KeyWindow,
  rootScope,
  type TableScope,
  tableOf,
  watched,
} from './scope.ts';

/**
 * One page: cells in the order of the fields, then the position (`splitPosition`). One row more than the limit is asked
 * for, which tells whether there are more. With `fromEnd` the rows come in reverse. `window` restricts the keys.
 */
export function findSql(dialect: SqlDialect, query: Find, window?: KeyWindow): CompiledSql {
  const scope = rootScope(dialect, query.entity);
  const sorting = sortingOf(scope, query);
  return compileSql(
    dialect,
    pageSql(scope, query, sorting, columnsOf(scope, sorting), [...dialect.guard, ...inWindow(scope, window)]),
  );
}

/**
 * The positions of the row number `count` and of the one behind it, among all rows of the window between the query's
 * positions, whether or not they fulfil its condition.
 */
export function positionSql(dialect: SqlDialect, query: Find, count: number, window?: KeyWindow): CompiledSql {
  const scope = rootScope(dialect, query.entity);
  const sorting = sortingOf(scope, query);
  const columns = sql.join(sorting.terms.map(({ column }) => column));
  const order = orderSql(sorting, query.fromEnd ?? false);
  const conditions = allOf([...inWindow(scope, window), ...betweenSql(query, sorting)]);
  return compileSql(
    dialect,
    sql`select ${columns} from ${sorting.from} where ${conditions} order by ${order} limit 2 offset ${count - 1}`,
  );
}

/** The last of the first `size` keys in a window; no row when there are fewer. */
export function windowSql(dialect: SqlDialect, entity: EntityModel, window: KeyWindow, size: number): CompiledSql {
  const scope = rootScope(dialect, entity);
  const key = columnOf(scope, entity.key);
  const conditions = allOf(inWindow(scope, window));
  return compileSql(
    dialect,
    sql`select ${key} from ${tableOf(scope)} where ${conditions} order by ${key} limit 1 offset ${size - 1}`,
  );
}

/** One page a parent: the parent's ordinal, then as `findSql`; always in the query's order. */
export function findWithinSql(dialect: SqlDialect, query: Find, within: Within): CompiledSql {
  const outer = rootScope(dialect, query.entity);
  const sorting = sortingOf(outer, query);
  const statement = dialect.perParent({
    parents: within.parents,
    key: columnOf(outer, query.entity.key),
    from: sorting.from,
    columns: columnsOf(outer, sorting),
    order: orderSql(sorting, false),
    keysOf: (parent) => {
      const scope = outer.inner(query.entity);
      const key = columnOf(scope, query.entity.key);
      return pageSql(scope, query, sortingOf(scope, query), key, [memberSql(scope, within, parent)]);
    },
  });
  return compileSql(dialect, statement);
}

function columnsOf(scope: TableScope, sorting: Sorting): Sql {
  return sql.join([cellColumnsOf(scope), ...positionColumns(sorting)]);
}

/** The row belongs to the parent. A subquery, where an entity joins them: a row joined twice still comes once. */
function memberSql(scope: TableScope, within: Within, parent: Sql): Sql {
  if (within.kind === 'inverse') return sql`${columnOf(scope, within.by)} = ${parent}`;
  const { through, near, far } = within.through;
  const joining = scope.inner(through);
  return sql`${columnOf(scope, scope.entity.key)} in (select ${columnOf(joining, far)} from ${tableOf(joining)} where ${columnOf(
    joining,
    near,
  )} = ${parent})`;
}

function pageSql(scope: TableScope, query: Find, sorting: Sorting, columns: Sql, also: readonly Sql[]): Sql {
  const conditions = [...watched(scope), ...also, ...whereSql(scope, query.where), ...betweenSql(query, sorting)];
  const order = orderSql(sorting, query.fromEnd ?? false);
  return sql`select ${columns} from ${sorting.from} where ${allOf(conditions)} order by ${order} limit ${query.limit + 1}`;
}

/** The rows between the query's positions. */
function betweenSql({ after, before }: Find, sorting: Sorting): Sql[] {
  return [...(after ? [beyondSql(sorting, after, 'after')] : []), ...(before ? [beyondSql(sorting, before, 'before')] : [])];
}

/** The condition as a list of none or one, for `allOf`. */
export function whereSql(scope: TableScope, where: Condition | undefined): Sql[] {
  return where ? [conditionSql(scope, where)] : [];
}
