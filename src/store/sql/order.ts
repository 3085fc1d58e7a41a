import { sql } from 'kysely';
import type { Cell, FieldModel } from '../../definition/index.ts';
import type { Find, Order } from '../query.ts';
import type { Sql } from './dialect.ts';
import { comparableOf, type TableScope } from './scope.ts';

/** The order of a query with its last term, the key. */
export function totalOrder({ entity, order }: Pick<Find, 'entity' | 'order'>): readonly Order[] {
  return [...order, { field: entity.key, direction: 'asc' }];
}

/** The terms of ORDER BY: NULLs last in either direction, or everything the other way round. */
export function orderSql(scope: TableScope, terms: readonly Order[], reversed: boolean): Sql {
  return sql.join(
    terms.map(({ field, direction }) => {
      const column = comparableOf(scope, field);
      const way = (direction === 'asc') === reversed ? sql`desc` : sql`asc`;
      // Said only where it matters: an index serves a plain order, but not one with NULLS LAST.
      if (!field.field.optional) return sql`${column} ${way}`;
      return sql`${column} ${way} ${reversed ? sql`nulls first` : sql`nulls last`}`;
    }),
  );
}

/**
 * The rows that come after (or before) a position.
 *
 * Spelt out term by term: a row-value comparison with NULL finds nothing, and does not know descending terms.
 * A mandatory first term is bounded once more by itself, so that an index on it is entered at the position.
 */
export function beyondSql(scope: TableScope, terms: readonly Order[], position: readonly Cell[], side: 'after' | 'before'): Sql {
  const [first] = terms;
  const beyond = beyondFrom(scope, terms, position, side);
  const cell = position[0] ?? null;
  if (!first || terms.length === 1 || first.field.field.optional || cell === null) return beyond;
  const operator = (first.direction === 'asc') === (side === 'after') ? sql`>=` : sql`<=`;
  return sql`(${comparableOf(scope, first.field)} ${operator} ${cell} and ${beyond})`;
}

function beyondFrom(scope: TableScope, terms: readonly Order[], position: readonly Cell[], side: 'after' | 'before'): Sql {
  const [term, ...rest] = terms;
  if (!term) return sql`1 = 0`;
  const [cell = null, ...cells] = position;
  const strictly = strictlyBeyond(scope, term, cell, side);
  if (rest.length === 0) return strictly;
  return sql`(${strictly} or (${sameAs(scope, term.field, cell)} and ${beyondFrom(scope, rest, cells, side)}))`;
}

/** NULLs come last: nothing is after them, everything else is before. */
function strictlyBeyond(scope: TableScope, { field, direction }: Order, cell: Cell, side: 'after' | 'before'): Sql {
  const column = comparableOf(scope, field);
  if (cell === null) return side === 'after' ? sql`1 = 0` : sql`${column} is not null`;
  const greater = (direction === 'asc') === (side === 'after');
  const differs = greater ? sql`${column} > ${cell}` : sql`${column} < ${cell}`;
  return side === 'after' && field.field.optional ? sql`(${differs} or ${column} is null)` : differs;
}

function sameAs(scope: TableScope, field: FieldModel, cell: Cell): Sql {
  const column = comparableOf(scope, field);
  return cell === null ? sql`${column} is null` : sql`${column} = ${cell}`;
}
