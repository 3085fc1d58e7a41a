import { sql } from 'kysely';
import type { Condition, Find, Order, Within } from '../query.ts';
import { conditionSql } from './conditions.ts';
import { type CompiledSql, compileSql, type Sql, type SqlDialect } from './dialect.ts';
import { beyondSql, orderSql, totalOrder } from './order.ts';
import {
  allOf,
  cellColumnsOf,
  columnOf,
  comparableOf,
  inWindow,
  type KeyWindow,
  rootScope,
  type TableScope,
  tableOf,
} from './scope.ts';

/**
 * One page: cells in the order of the fields. One row more than the limit is asked for, which tells whether there are
 * more. With `fromEnd` the rows come in reverse. `window` restricts the keys.
 */
export function findSql(dialect: SqlDialect, query: Find, window?: KeyWindow): CompiledSql {
  const scope = rootScope(dialect, query.entity);
  return compileSql(dialect, pageSql(scope, query, cellColumnsOf(scope), inWindow(scope, window)));
}

/**
 * The positions of the row number `count` and of the one behind it, among all rows between the query's positions,
 * whether or not they fulfil its condition.
 */
export function positionSql(dialect: SqlDialect, query: Find, count: number): CompiledSql {
  const scope = rootScope(dialect, query.entity);
  const terms = totalOrder(query);
  const columns = sql.join(terms.map(({ field }) => comparableOf(scope, field)));
  const order = orderSql(scope, terms, query.fromEnd ?? false);
  const conditions = allOf(betweenSql(scope, query, terms));
  return compileSql(
    dialect,
    sql`select ${columns} from ${tableOf(scope)} where ${conditions} order by ${order} limit 2 offset ${count - 1}`,
  );
}

/** One page a parent: the parent's ordinal, then the cells; always in the query's order. */
export function findWithinSql(dialect: SqlDialect, query: Find, within: Within): CompiledSql {
  const outer = rootScope(dialect, query.entity);
  const statement = dialect.perParent({
    parents: within.parents,
    table: tableOf(outer),
    key: columnOf(outer, query.entity.key),
    columns: cellColumnsOf(outer),
    order: orderSql(outer, totalOrder(query), false),
    keysOf: (parent) => {
      const scope = outer.inner(query.entity);
      return pageSql(scope, query, columnOf(scope, query.entity.key), [memberSql(scope, within, parent)]);
    },
  });
  return compileSql(dialect, statement);
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

function pageSql(scope: TableScope, query: Find, columns: Sql, also: readonly Sql[]): Sql {
  const terms = totalOrder(query);
  const conditions = [...also, ...whereSql(scope, query.where), ...betweenSql(scope, query, terms)];
  const order = orderSql(scope, terms, query.fromEnd ?? false);
  return sql`select ${columns} from ${tableOf(scope)} where ${allOf(conditions)} order by ${order} limit ${query.limit + 1}`;
}

/** The rows between the query's positions. */
function betweenSql(scope: TableScope, { after, before }: Find, terms: readonly Order[]): Sql[] {
  return [
    ...(after ? [beyondSql(scope, terms, after, 'after')] : []),
    ...(before ? [beyondSql(scope, terms, before, 'before')] : []),
  ];
}

/** The condition as a list of none or one, for `allOf`. */
export function whereSql(scope: TableScope, where: Condition | undefined): Sql[] {
  return where ? [conditionSql(scope, where)] : [];
}
