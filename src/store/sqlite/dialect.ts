import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler, sql } from 'kysely';
import type { PerParent, Sql, SqlDialect } from '../sql/dialect.ts';
import { watchFunction } from './connection.ts';

/** Lists are bound as one JSON text, so that a statement stays the same for any length. https://sqlite.org/json1.html#jeach */
const json = (values: readonly unknown[]): Sql => sql`json_each(${JSON.stringify(values)})`;

/** Queries as SQLite wants them. */
export const sqliteDialect: SqlDialect = {
  compiler: new Kysely<unknown>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (database) => new SqliteIntrospector(database),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  }),
  table: ({ table }) => sql.id(table),
  guard: [],
  bound: (_field, value) => sql`${value}`,
  compare: (column, _field, operator, value) => sql`${column} ${sql.raw(operator)} ${value}`,
  isOneOf: (column, _field, values) => sql`${column} in (select value from ${json(values)})`,
  // substr and instr count characters and know no wildcards, unlike LIKE.
  endsWith: (column, text) => sql`substr(${column}, ${-[...text].length}) = ${text}`,
  contains: (column, text) => sql`instr(${column}, ${text}) > 0`,
  // As a float: a sum of integers beyond 2^53 would be refused on its way into JavaScript.
  sum: (column) => sql`coalesce(sum(${column} * 1.0), 0)`,
  least: (column) => sql`min(${column})`,
  greatest: (column) => sql`max(${column})`,
  // The key is given so that SQLite cannot take the call out of the loop over the rows.
  watch: (key) => [sql`${sql.raw(watchFunction)}(${key})`],
  windowed: false,
  operand: (column) => column,
  perParent,
};

/**
 * For statements that are given the rows to look at. The unary plus is SQLite's way to say that no index is meant: a page
 * "from this date on" within a window of dates went by the condition instead of the window, through 500,000 rows each time.
 * https://sqlite.org/optoverview.html#disqualifying_where_clause_terms_using_unary_
 */
export const sqliteWindowDialect: SqlDialect = { ...sqliteDialect, windowed: true, operand: (column) => sql`+${column}` };

/**
 * SQLite has no LATERAL; a correlated IN with a LIMIT does the same, and CROSS JOIN keeps the parents outermost. For 100
 * parents with 90 rows each it took 0.14 (by key) and 0.43 (by another field) of the time of ROW_NUMBER() OVER
 * (PARTITION BY ...), which reads and sorts every row; as fast as 100 selects by UNION ALL, and one text for any number.
 */
function perParent({ parents, from, key, columns, order, keysOf }: PerParent): Sql {
  const parent = sql.ref('p.value');
  const ordinal = sql.ref('p.key');
  return sql`select ${ordinal}, ${columns} from ${json(parents)} as ${sql.ref('p')} cross join ${from} where ${key} in (${keysOf(
    parent,
  )}) order by ${ordinal}, ${order}`;
}
