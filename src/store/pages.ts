import type { CellRow, FieldModel } from '../definition/index.ts';
import type { Find } from './query.ts';
import type { Generation } from './store.ts';

/** The rows that a query finds, in its order, at most `limit` at a time. No page is empty. */
export async function* pagesOf(generation: Generation, query: Find): AsyncGenerator<readonly CellRow[]> {
  for (let after = query.after, more = true; more; ) {
    const [page] = await generation.find({ ...query, ...(after && { after }) });
    if (page && page.rows.length > 0) yield page.rows;
    after = page?.positions.at(-1);
    more = Boolean(page?.more && after);
  }
}

/** A page of the rows that refer to one row. */
export interface ChildPage {
  /** The key of the row that they refer to. */
  readonly parent: string;
  readonly rows: readonly CellRow[];
}

/**
 * The rows that refer to each of some rows, parent by parent, at most `limit` at a time: one statement for all parents, and more
 * for those that have more. A parent without any has one page, which is empty.
 */
export async function* childPagesOf(
  generation: Generation,
  query: Omit<Find, 'within' | 'after'>,
  by: FieldModel,
  parents: readonly string[],
): AsyncGenerator<ChildPage> {
  const of = (keys: readonly string[]): Find => ({ ...query, within: { kind: 'inverse', by, parents: keys } });
  const pages = await generation.find(of(parents));
  for (const [index, { rows, positions, more }] of pages.entries()) {
    const parent = parents[index] ?? '';
    yield { parent, rows };
    const after = positions.at(-1);
    if (!more || !after) continue;
    for await (const rest of pagesOf(generation, { ...of([parent]), after })) yield { parent, rows: rest };
  }
}
