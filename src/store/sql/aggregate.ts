import { sql } from 'kysely';
import type { FieldModel } from '../../definition/index.ts';
import type { Aggregation, Within } from '../query.ts';
import { type CompiledSql, compileSql, type Sql, type SqlDialect } from './dialect.ts';
import { whereSql } from './find.ts';
import { allOf, columnOf, inWindow, type KeyWindow, rootScope, type TableScope, tableOf, watched } from './scope.ts';

/** What a statement that aggregates is told. */
export type Aggregated = Omit<Aggregation, 'maxGroups' | 'signal'>;

/**
 * The groups: the parent's key (NULL without `within`), the values grouped by, the number of rows, and for each measured
 * field the number of values, sum, minimum and maximum. Parents and groups without rows are left out. `window` restricts
 * the keys.
 */
export function aggregateSql(dialect: SqlDialect, query: Aggregated, window?: KeyWindow): CompiledSql {
  const scope = rootScope(dialect, query.entity);
  const { from, parent, conditions } = rowsSql(scope, query.within);
  const keys = [...(query.within ? [parent] : []), ...query.groupBy.map((field) => columnOf(scope, field))];
  const figures = [sql`count(*)`, ...query.measured.flatMap((field) => measureSql(scope, field))];
  const columns = sql.join([...(query.within ? [] : [parent]), ...keys, ...figures]);
  const all = allOf([
    ...dialect.guard,
    ...watched(scope),
    ...conditions,
    ...whereSql(scope, query.where),
    ...inWindow(scope, window),
  ]);
  const grouping = keys.length > 0 ? sql` group by ${sql.join(keys)}` : sql``;
  return compileSql(dialect, sql`select ${columns} from ${from} where ${all}${grouping}`);
}

/** The rows of the entity, each with the parent it belongs to, if need be. A row joined twice comes once. */
function rowsSql(scope: TableScope, within: Within | undefined): { from: Sql; parent: Sql; conditions: Sql[] } {
  if (!within) return { from: tableOf(scope), parent: sql`null`, conditions: [] };
  if (within.kind === 'inverse') {
    const parent = columnOf(scope, within.by);
    return { from: tableOf(scope), parent, conditions: [scope.dialect.isOneOf(parent, within.by, within.parents)] };
  }
  const { through, near, far } = within.through;
  const joining = scope.inner(through);
  const [parent, child] = [columnOf(joining, near), columnOf(joining, far)];
  const pairs = sql`select distinct ${parent} as parent, ${child} as child from ${tableOf(joining)} where ${scope.dialect.isOneOf(
    parent,
    near,
    within.parents,
  )}`;
  const key = columnOf(scope, scope.entity.key);
  return {
    from: sql`(${pairs}) as pair join ${tableOf(scope)} on ${key} = pair.child`,
    parent: sql`pair.parent`,
    conditions: [],
  };
}

const summed: readonly string[] = ['integer', 'float', 'money'];

function measureSql(scope: TableScope, field: FieldModel): Sql[] {
  const column = columnOf(scope, field);
  const { dialect } = scope;
  const sum = summed.includes(field.field.kind) ? dialect.sum(column) : sql`0`;
  return [sql`count(${column})`, sum, dialect.least(column, field), dialect.greatest(column, field)];
}
