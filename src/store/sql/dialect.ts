import type { Kysely, RawBuilder } from 'kysely';
import type { Cell, EntityModel, FieldModel } from '../../definition/index.ts';

/** A piece of SQL with its bound values. */
export type Sql = RawBuilder<unknown>;

/** One page a parent: how the rows of a single parent are selected is left to the caller. */
export interface PerParent {
  readonly parents: readonly string[];
  /** The quoted table with all that is joined to it, and its key column. */
  readonly from: Sql;
  readonly key: Sql;
  /** The columns to return. */
  readonly columns: Sql;
  readonly order: Sql;
  /** A select of the keys of one parent's page. */
  readonly keysOf: (parent: Sql) => Sql;
}

/** How SQL compares two values. */
export type Operator = '=' | '<>' | '<' | '<=' | '>' | '>=';

/** Everything that differs between the databases, as far as queries go. */
export interface SqlDialect {
  /** Turns pieces of SQL into text and parameters; never connected. */
  readonly compiler: Kysely<unknown>;
  /** An entity's table. */
  table(entity: EntityModel): Sql;
  /** Conditions on a statement as a whole: they stand once in it, in its outermost WHERE. */
  readonly guard: readonly Sql[];
  /** A value of a field, bound so that the field's column compares with it; undefined where the column could never hold it. */
  bound(field: FieldModel, value: Exclude<Cell, null>): Sql | undefined;
  /** Compares a field's column with any value, also with one that the column could never hold. */
  compare(column: Sql, field: FieldModel, operator: Operator, value: Exclude<Cell, null>): Sql;
  /** The field's value is one of `values`: one bound parameter, whatever their number. */
  isOneOf(column: Sql, field: FieldModel, values: readonly Exclude<Cell, null>[]): Sql;
  /** `text` is not empty; every character is literal. */
  endsWith(column: Sql, text: string): Sql;
  contains(column: Sql, text: string): Sql;
  /** Aggregates of a field. The sum is of numbers, zero for no value, and in the unit of cells when it is read. */
  sum(column: Sql): Sql;
  least(column: Sql, field: FieldModel): Sql;
  greatest(column: Sql, field: FieldModel): Sql;
  /**
   * Conditions that every row fulfils, told by its key, and that end a statement which has looked at more rows than it
   * may. None where the database can end statements by itself.
   */
  watch(key: Sql): readonly Sql[];
  /**
   * Set where a statement is given the rows to look at: then conditions must not lead elsewhere. Those on other tables
   * begin with the row at hand (EXISTS), never with the other table (IN), and `operand` keeps indexes out of comparisons.
   */
  readonly windowed: boolean;
  /** A column that is compared in a condition. */
  operand(column: Sql): Sql;
  /** Rows of all parents by one statement: the parent's ordinal, then `columns`; by ordinal, then by `order`. */
  perParent(query: PerParent): Sql;
}

/** SQL text and what is bound to it. */
export interface CompiledSql {
  readonly sql: string;
  readonly parameters: readonly Cell[];
}

/** Compiles a whole statement. All parameters come from cells, limits and JSON lists, hence the cast. */
export function compileSql(dialect: SqlDialect, statement: Sql): CompiledSql {
  const { sql, parameters } = statement.compile(dialect.compiler);
  return { sql, parameters: parameters as readonly Cell[] };
}
