import { sql } from 'kysely';
import type { Cell, EntityModel, FieldModel, ReferenceModel } from '../../definition/index.ts';
import type { Find, Order } from '../query.ts';
import type { Operator, Sql, SqlDialect } from './dialect.ts';
import { allOf, columnOf, comparableOf, type TableScope, tableOf, watched } from './scope.ts';

/** A term of an ordering, as a column of the statement. */
export interface Sorted {
  readonly column: Sql;
  readonly field: FieldModel;
  readonly optional: boolean;
  readonly direction: Order['direction'];
}

/** How a statement orders its rows. */
export interface Sorting {
  readonly dialect: SqlDialect;
  /** The table with what has to be joined to it. */
  readonly from: Sql;
  /** The terms, the key last. */
  readonly terms: readonly Sorted[];
}

/** The order of a query with its last term, the key. */
export function totalOrder({ entity, order }: Pick<Find, 'entity' | 'order'>): readonly Order[] {
  return [...order, { field: entity.key, direction: 'asc' }];
}

/** Joins what the order goes through, each chain of references once. A row without the other row stays, with NULLs. */
export function sortingOf(scope: TableScope, query: Pick<Find, 'entity' | 'order'>): Sorting {
  const joined: Sql[] = [tableOf(scope)];
  const tables = new Map<string, TableScope>();
  const follow = (from: TableScope, path: string, { field, to }: ReferenceModel): TableScope => {
    const known = tables.get(path);
    if (known) return known;
    const table = scope.inner(to);
    tables.set(path, table);
    const found = allOf([sql`${columnOf(table, to.key)} = ${columnOf(from, field)}`, ...watched(table)]);
    joined.push(sql`left join ${tableOf(table)} on ${found}`);
    return table;
  };
  const terms = totalOrder(query).map(({ field, via = [], direction }): Sorted => {
    const table = via.reduce((from, reference, hop) => follow(from, pathOf(via.slice(0, hop + 1)), reference), scope);
    // Also where every reference is mandatory: nothing but the generator sees to it that the other row is there.
    return { column: comparableOf(table, field), field, optional: via.length > 0 || field.field.optional, direction };
  });
  return { dialect: scope.dialect, from: sql.join(joined, sql` `), terms };
}

function pathOf(via: readonly ReferenceModel[]): string {
  return via.map(({ name }) => name).join('.');
}

/** The columns of a row's position, but for the key, which is among its cells. */
export function positionColumns({ terms }: Sorting): Sql[] {
  return terms.slice(0, -1).map(({ column }) => column);
}

/** A row of cells behind which its position stands, taken apart. */
export function splitPosition({ fields, key }: EntityModel, cells: Cell[]): { row: Cell[]; position: Cell[] } {
  const position = cells.splice(fields.length);
  position.push(cells[key.index] ?? null);
  return { row: cells, position };
}

/** The terms of ORDER BY: NULLs last in either direction, or everything the other way round. */
export function orderSql({ terms }: Sorting, reversed: boolean): Sql {
  return sql.join(
    terms.map(({ column, optional, direction }) => {
      const way = (direction === 'asc') === reversed ? sql`desc` : sql`asc`;
      // Said only where it matters: an index serves a plain order, but not one with NULLS LAST.
      if (!optional) return sql`${column} ${way}`;
      return sql`${column} ${way} ${reversed ? sql`nulls first` : sql`nulls last`}`;
    }),
  );
}

/**
 * The rows that come after (or before) a position.
 *
 * By a row-value comparison where all terms are alike: an index is entered at the very row, however many rows are equal in
 * the first term. It finds nothing beside a NULL and does not know descending terms; those are spelt out, and a mandatory
 * first term is bounded once more by itself, so that an index on it is entered nearby.
 */
export function beyondSql({ dialect, terms }: Sorting, position: readonly Cell[], side: 'after' | 'before'): Sql {
  const [first] = terms;
  const beyond = beyondFrom(dialect, terms, position, side);
  const cell = position[0] ?? null;
  if (!first || terms.length === 1 || first.optional || cell === null) return beyond;
  const bound = terms.map(({ field }, index) => boundCell(dialect, field, position[index] ?? null));
  if (
    bound.every((each) => each !== undefined) &&
    terms.every(({ optional, direction }) => !optional && direction === first.direction)
  ) {
    const columns = sql.join(terms.map(({ column }) => column));
    return sql`(${columns}) ${ahead(first, side) ? sql`>` : sql`<`} (${sql.join(bound)})`;
  }
  return sql`(${compared(dialect, first, ahead(first, side) ? '>=' : '<=', cell)} and ${beyond})`;
}

function boundCell(dialect: SqlDialect, field: FieldModel, cell: Cell): Sql | undefined {
  return cell === null ? undefined : dialect.bound(field, cell);
}

function compared(dialect: SqlDialect, { column, field }: Sorted, operator: Operator, cell: Exclude<Cell, null>): Sql {
  return dialect.compare(column, field, operator, cell);
}

/** Whether the rows on that side have the greater values. */
function ahead({ direction }: Sorted, side: 'after' | 'before'): boolean {
  return (direction === 'asc') === (side === 'after');
}

function beyondFrom(dialect: SqlDialect, terms: readonly Sorted[], position: readonly Cell[], side: 'after' | 'before'): Sql {
  const [term, ...rest] = terms;
  if (!term) return sql`1 = 0`;
  const [cell = null, ...cells] = position;
  const strictly = strictlyBeyond(dialect, term, cell, side);
  if (rest.length === 0) return strictly;
  return sql`(${strictly} or (${sameAs(dialect, term, cell)} and ${beyondFrom(dialect, rest, cells, side)}))`;
}

/** NULLs come last: nothing is after them, everything else is before. */
function strictlyBeyond(dialect: SqlDialect, term: Sorted, cell: Cell, side: 'after' | 'before'): Sql {
  const { column, optional } = term;
  if (cell === null) return side === 'after' ? sql`1 = 0` : sql`${column} is not null`;
  const differs = compared(dialect, term, ahead(term, side) ? '>' : '<', cell);
  return side === 'after' && optional ? sql`(${differs} or ${column} is null)` : differs;
}

function sameAs(dialect: SqlDialect, term: Sorted, cell: Cell): Sql {
  return cell === null ? sql`${term.column} is null` : compared(dialect, term, '=', cell);
}
