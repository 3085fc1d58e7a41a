import { sql } from 'kysely';
import { type Cell, type EntityModel, type FieldModel, foldText } from '../../definition/index.ts';
import type { Sql, SqlDialect } from './dialect.ts';

/** A table within a statement: its rows are known by an alias that nothing else in the statement has. */
export interface TableScope {
  readonly dialect: SqlDialect;
  readonly entity: EntityModel;
  readonly alias: string;
  /** The same statement's next table. */
  inner(entity: EntityModel): TableScope;
}

/** The first table of a statement. */
export function rootScope(dialect: SqlDialect, entity: EntityModel): TableScope {
  let aliases = 0;
  const scope = (of: EntityModel): TableScope => ({ dialect, entity: of, alias: `t${aliases++}`, inner: scope });
  return scope(entity);
}

/** `"student" as "t0"`. */
export function tableOf({ dialect, entity, alias }: TableScope): Sql {
  return sql`${dialect.table(entity)} as ${sql.id(alias)}`;
}

/** The column that holds a field's cell. */
export function columnOf({ alias }: TableScope, field: FieldModel): Sql {
  return sql.id(alias, field.column);
}

/** The column that a field is compared and ordered by: the folded one for texts that have it. */
export function comparableOf({ alias }: TableScope, field: FieldModel): Sql {
  return sql.id(alias, field.foldedColumn ?? field.column);
}

/** All cells of a row, in the order of the fields. */
export function cellColumnsOf(scope: TableScope): Sql {
  return sql.join(scope.entity.fields.map((field) => columnOf(scope, field)));
}

/** A value in the form in which the field is compared. */
export function comparableValue<C extends Cell>(field: FieldModel, value: C): C | string {
  return field.foldedColumn && typeof value === 'string' ? foldText(value) : value;
}

/** Bounds how many of the table's rows the statement may look at; to stand before all other conditions. */
export function watched(scope: TableScope): readonly Sql[] {
  return scope.dialect.watch(columnOf(scope, scope.entity.key));
}

/** Conditions joined by AND; an empty list is true. */
export function allOf(conditions: readonly Sql[]): Sql {
  return conditions.length === 0 ? sql`1 = 1` : sql.join(conditions, sql` and `);
}

/** The keys in (after, upTo], either end open when it is left out. */
export interface KeyWindow {
  readonly after?: string;
  readonly upTo?: string | undefined;
  /** Only rows with this value: what an index on the field gives in the order of keys. */
  readonly anchor?: { readonly field: FieldModel; readonly value: Cell } | undefined;
}

/** The conditions that keep to a window. */
export function inWindow(scope: TableScope, window: KeyWindow | undefined): Sql[] {
  if (!window) return [];
  const { after, upTo, anchor } = window;
  const key = columnOf(scope, scope.entity.key);
  return [
    ...(anchor ? [sql`${comparableOf(scope, anchor.field)} = ${comparableValue(anchor.field, anchor.value)}`] : []),
    ...(after === undefined ? [] : [sql`${key} > ${after}`]),
    ...(upTo === undefined ? [] : [sql`${key} <= ${upTo}`]),
  ];
}
