import type { CellRow } from './cell.ts';
import type { EntityModel } from './model.ts';

/** The key of a row, as the texts that references hold. */
export function keyOf(entity: EntityModel, row: CellRow): string {
  return String(row[entity.key.index]);
}

/** Rows as they are hashed and as roll-ups read them: ascending by key. */
export function inKeyOrder(entity: EntityModel, rows: Iterable<CellRow>): CellRow[] {
  return [...rows].sort((a, b) => (keyOf(entity, a) < keyOf(entity, b) ? -1 : 1));
}
