import type { Kysely, RawBuilder } from 'kysely';
import type { Cell } from '../../definition/index.ts';

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

/** Everything that differs between the databases, as far as queries go. */
export interface SqlDialect {
  /** Turns pieces of SQL into text and parameters; never connected. */
  readonly compiler: Kysely<unknown>;
  /** The column's value is one of `values`: one bound parameter, whatever their number. */
  isOneOf(column: Sql, values: readonly Exclude<Cell, null>[]): Sql;
  /** `text` is not empty; every character is literal. */
  endsWith(column: Sql, text: string): Sql;
  contains(column: Sql, text: string): Sql;
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
