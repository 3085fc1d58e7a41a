import type { Cell, FieldModel } from '../../definition/index.ts';
import type { Condition, Within } from '../query.ts';
import type { CompiledSql } from '../sql/dialect.ts';
import { type Rows, windowSql } from '../sql/find.ts';
import type { KeyWindow } from '../sql/scope.ts';
import { sqliteWindowDialect } from './dialect.ts';
import type { Reader } from './reader.ts';
import { rowsPerTurn } from './turns.ts';

/** The part of a window that is tried next when the whole looks at too many rows. */
export const smaller = (size: number): number => Math.ceil(size / 4);

/**
 * Reads in windows of keys, in their order. A window that looks at too many rows (of other tables, since it has few of
 * its own) is made smaller; only one of a single row may look at any number.
 */
export async function readInWindows(
  reader: Reader,
  query: Rows,
  statementOf: (window: KeyWindow) => CompiledSql,
  take: (rows: Cell[][]) => void,
): Promise<void> {
  const anchored = anchorOf(query);
  let size = rowsPerTurn;
  for (let after: string | undefined = ''; after !== undefined; ) {
    const upTo = await endOfWindow(reader, anchored, after, size);
    const statement = statementOf({ after, upTo });
    const rows = size === 1 ? await reader.all(statement) : await reader.attempt(statement);
    if (rows) {
      take(rows);
      after = upTo;
    } else {
      size = smaller(size);
    }
  }
}

/** The key at which a window that begins behind `after` ends; undefined for the last window. */
async function endOfWindow(reader: Reader, query: Rows, after: string, size: number): Promise<string | undefined> {
  const [row] = await reader.all(windowSql(sqliteWindowDialect, query, after, size));
  return row && String(row[0]);
}

/** The query with no more of its condition than leads to rows in the order of keys by an index: `field = value`. */
function anchorOf({ entity, where }: Rows): Rows {
  const conditions = where?.kind === 'and' ? where.conditions : where ? [where] : [];
  const anchor = conditions.find((each) => each.kind === 'compare' && each.operator === 'eq' && isIndexed(each.field));
  return anchor ? { entity, where: anchor } : { entity };
}

function isIndexed({ field, foldedColumn }: FieldModel): boolean {
  return field.unique || field.index || foldedColumn !== undefined;
}

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
    const rows = await reader.attempt(statement);
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
