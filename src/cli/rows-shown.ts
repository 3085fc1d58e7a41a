import type { CellRow, EntityModel } from '../definition/index.ts';
import type { Generation } from '../store/index.ts';
import { formatCount, labelOf } from './common.ts';
import { columnsOf } from './row-columns.ts';
import { jsonOf } from './row-values.ts';
import { fitting, textTable } from './text-table.ts';

/** Some rows of an entity, and how many there are in all. */
export interface RowsFound {
  readonly entity: EntityModel;
  readonly total: number;
  readonly rows: readonly CellRow[];
  /** Where the next page begins; null when there is none. */
  readonly next: string | null;
}

/** `{type, total, next, rows}`; the rows are whole, with fields and values as GraphQL has them. */
export function rowsAsJson({ entity, total, rows, next }: RowsFound): object {
  return { type: entity.typeName, total, next, rows: rows.map((row) => jsonOf(entity, row)) };
}

/** A table of what tells most and fits, and below it what it does not show. */
export async function rowsAsText(generation: Generation | undefined, found: RowsFound): Promise<string> {
  const { entity, rows, total, next } = found;
  const count = `${formatCount(rows.length)} of ${formatCount(total)} ${labelOf(entity).toLowerCase()}`;
  if (!generation || rows.length === 0) return `${count}.`;
  const columns = await columnsOf(generation, entity, rows);
  const shown = fitting(columns);
  const hidden = columns.length - shown.length;
  const left = hidden === 0 ? '' : ` ${hidden} more ${hidden === 1 ? 'column' : 'columns'}: --json has all.`;
  const further = next === null ? '' : `\nThe next: --after ${next}`;
  return `${textTable(shown)}\n\n${count}.${left}${further}`;
}
