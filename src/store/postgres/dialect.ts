import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, sql } from 'kysely';
import type { Cell, FieldModel } from '../../definition/index.ts';
import { StoreError } from '../error.ts';
import type { Operator, PerParent, Sql, SqlDialect } from '../sql/dialect.ts';
import { arrayText, isUuid, textOf } from './values.ts';

const compiler = new Kysely<unknown>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (database) => new PostgresIntrospector(database),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

/**
 * Queries as PostgreSQL wants them, for the generation `id` whose tables are in `schema`. Every statement makes sure that they are:
 * schemas are renamed when a generation is published, and another one may have got the name since.
 */
export function postgresDialect(schema: string, id: string): SqlDialect {
  // Asked once a statement, before any row is looked at: it depends on none.
  const guard = sql`(select seedgraph.expect_generation(s.generation, ${id}) from ${sql.id(schema, '_state')} as s)`;
  return {
    compiler,
    table: ({ table }) => sql.id(schema, table),
    guard: [guard],
    bound,
    compare,
    // What the column cannot hold becomes NULL, which nothing is equal to.
    isOneOf: (column, { field }, values) =>
      sql`${column} = any(${arrayText(values.map((value) => textOf(field, value) ?? null))})`,
    endsWith: (column, text) => sql`right(${column}, ${sql.lit([...text].length)}) = ${storable(text)}`,
    contains: (column, text) => sql`strpos(${column}, ${storable(text)}) > 0`,
    sum: (column) => sql`coalesce(sum(${column}), 0)`,
    // false is less than true.
    least: (column, { field }) => (field.kind === 'boolean' ? sql`bool_and(${column})` : sql`min(${column})`),
    greatest: (column, { field }) => (field.kind === 'boolean' ? sql`bool_or(${column})` : sql`max(${column})`),
    // A statement that takes too long is ended by the server.
    watch: () => [],
    windowed: false,
    operand: (column) => column,
    perParent: (query) => perParent(guard, query),
  };
}

function bound({ field }: FieldModel, value: Exclude<Cell, null>): Sql | undefined {
  const text = textOf(field, value);
  return text === undefined ? undefined : sql`${text}`;
}

/** What the column's type cannot hold is compared as a text, as it is where all columns are texts. */
function compare(column: Sql, field: FieldModel, operator: Operator, value: Exclude<Cell, null>): Sql {
  const other = bound(field, value);
  if (other) return sql`${column} ${sql.raw(operator)} ${other}`;
  return sql`(${column})::text collate "C" ${sql.raw(operator)} ${storable(String(value))}`;
}

/** @throws StoreError INVALID_FILTER for a text that PostgreSQL cannot even be asked for. */
function storable(text: string): string {
  if (!text.includes('\0')) return text;
  throw new StoreError(
    'INVALID_FILTER',
    'A text with the character U+0000 is in no row: PostgreSQL cannot hold it. Leave it out.',
    {
      path: ['filter'],
    },
  );
}

/** The page of each parent by LATERAL, then the rows of its keys. */
function perParent(guard: Sql, { parents, from, key, columns, order, keysOf }: PerParent): Sql {
  const keys = arrayText(parents.map((parent) => (isUuid(parent) ? parent : null)));
  const given = sql`unnest(${keys}::uuid[]) with ordinality as p (parent, ordinal)`;
  const page = sql`lateral (${keysOf(sql.ref('p.parent'))}) as page (key)`;
  return sql`select p.ordinal - 1, ${columns} from ${given} cross join ${page}, ${from} where ${guard} and ${key} = page.key order by p.ordinal, ${order}`;
}
