import { type CellRow, type EntityModel, toCell, type Where } from '../../definition/index.ts';
import type { Condition } from '../../store/index.ts';

/** Whether a row is one of those that are meant. */
export function matcherOf(entity: EntityModel, where: Where = {}): (row: CellRow) => boolean {
  const terms = Object.entries(where).map(([name, values]) => {
    const { index, field } = entity.fieldNamed(name);
    return { index, cells: new Set(values.map((value) => toCell(field, value))) };
  });
  return (row) => terms.every(({ index, cells }) => cells.has(row[index] ?? null));
}

/** The same, for the store. */
export function conditionOf(entity: EntityModel, where: Where = {}): Condition | undefined {
  const conditions = Object.entries(where).map(([name, values]): Condition => {
    const field = entity.fieldNamed(name);
    return { kind: 'in', field, values: values.flatMap((value) => toCell(field.field, value) ?? []) };
  });
  return conditions.length > 0 ? { kind: 'and', conditions } : undefined;
}
