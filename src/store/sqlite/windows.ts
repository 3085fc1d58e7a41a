import type { Cell, EntityModel, FieldModel } from '../../definition/index.ts';
import type { Condition, Find, Within } from '../query.ts';
import type { CompiledSql } from '../sql/dialect.ts';
import { windowSql } from '../sql/find.ts';
import type { KeyWindow } from '../sql/scope.ts';
import { sqliteWindowDialect } from './dialect.ts';
import { type Reader, rowsInKeyOrder } from './reader.ts';

/** The rows of an entity that fulfil a condition. */
type Rows = Pick<Find, 'entity' | 'where'>;

/** The part of a window that is tried next when the whole looks at too many rows. */
export const smaller = (size: number): number => Math.ceil(size / 4);

/**
 * Reads in windows of keys, in their order. A window that looks at too many rows (of other tables, since it has few of
 * its own) is made smaller, down to a single row.
 * @throws StoreError FILTER_TOO_EXPENSIVE as `attemptOne`.
 */
export async function readInWindows(
  reader: Reader,
  query: Rows,
  statementOf: (window: KeyWindow) => CompiledSql,
  take: (rows: Cell[][]) => void,
): Promise<void> {
  const anchor = anchorOf(query.where);
  let size = rowsInKeyOrder;
  for (let after: string | undefined = ''; after !== undefined; ) {
    const upTo = await endOfWindow(reader, query.entity, { after, anchor }, size);
    const statement = statementOf({ after, upTo, anchor });
    const rows = size === 1 ? await reader.attemptOne(statement) : await reader.attempt(statement, rowsInKeyOrder);
    if (rows) {
      take(rows);
      after = upTo;
    } else {
      size = smaller(size);
    }
  }
}

/** The key at which a window that begins behind `after` ends; undefined for the last window. */
async function endOfWindow(reader: Reader, entity: EntityModel, window: KeyWindow, size: number): Promise<string | undefined> {
  const [row] = await reader.all(windowSql(sqliteWindowDialect, entity, window, size));
  return row && String(row[0]);
}

/** The part of a condition by which an index leads to rows in the order of keys: `field = value`. */
export function anchorOf(where: Condition | undefined): KeyWindow['anchor'] {
  const conditions = where?.kind === 'and' ? where.conditions : where ? [where] : [];
  const anchor = conditions.find((each) => each.kind === 'compare' && each.operator === 'eq' && isIndexed(each.field));
  return anchor?.kind === 'compare' ? anchor : undefined;
}

function isIndexed({ field, foldedColumn }: FieldModel): boolean {
  return field.unique || field.index || foldedColumn !== undefined;
}

// A hundred parents with a page of a hundred rows each, and one row more that tells of further ones, are one statement.
const rowsOfParents = 11_000;

/**
 * Reads for each of several parents, by one statement if it can be: parents whose rows are too many for one are divided.
 * A single parent that has too many is read by `alone`, which is given the query of its rows.
 */
export async function readByParents<Result, Query extends Rows & { readonly within?: Within }>(
  reader: Reader,
  query: Query,
  within: Within,
  {
    together,
    alone,
  }: {
    readonly together: (within: Within) => { statement: CompiledSql; results: (rows: Cell[][]) => Result[] };
    readonly alone: (query: Query) => Promise<Result>;
  },
): Promise<Result[]> {
  const all: Result[] = [];
  let size = within.parents.length;
  while (all.length < within.parents.length) {
    const parents = within.parents.slice(all.length, all.length + size);
    const { statement, results } = together({ ...within, parents });
    const rows = await reader.attempt(statement, rowsOfParents);
    const [parent = ''] = parents;
    if (rows) all.push(...results(rows));
    else if (parents.length === 1)
      all.push(await alone({ ...query, within: undefined, where: belongingTo(within, parent, query.where) }));
    else size = smaller(size);
  }
  return all;
}

/** The rows of a parent that fulfil a condition. */
function belongingTo(within: Within, parent: string, where: Condition | undefined): Condition {
  const conditions = where?.kind === 'and' ? where.conditions : where ? [where] : [];
  return { kind: 'and', conditions: [memberOf(within, parent), ...conditions] };
}

function memberOf(within: Within, parent: string): Condition {
  if (within.kind === 'inverse') return { kind: 'compare', field: within.by, operator: 'eq', value: parent };
  const { name, through, near, far } = within.through;
  return {
    kind: 'children',
    inverse: { name, from: through, by: far, single: false },
    quantifier: 'some',
    condition: { kind: 'compare', field: near, operator: 'eq', value: parent },
  };
}
