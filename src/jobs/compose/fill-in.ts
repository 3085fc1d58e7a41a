import type { CellRow, EntityModel, FieldModel } from '../../definition/index.ts';
import { JobError } from '../error.ts';
import type { Candidate } from './candidates.ts';

/**
 * Gives stored rows the cells that their table had no columns for, from the rows that the recipe makes in their places.
 * @throws JobError VERSION_MISMATCH where a row needs a value and the recipe makes none.
 */
export function fillIn(
  entity: EntityModel,
  missing: readonly FieldModel[],
  candidates: Map<string, Candidate>,
  made: ReadonlyMap<string, CellRow>,
): void {
  for (const [key, candidate] of candidates) {
    if (!candidate.stored) continue;
    const row = made.get(key);
    const stored = [...candidate.stored];
    for (const { name, field, index } of missing) {
      stored[index] = row?.[index] ?? null;
      if (!row && !field.optional) throw unfillable(entity, name, key);
    }
    candidates.set(key, { ...candidate, stored });
  }
}

function unfillable({ name: entity }: EntityModel, field: string, key: string): JobError {
  const message = `The row "${key}" of ${entity} was brought along, and has no ${field}, which the definitions ask for now. Let ${field} be optional, remove the row, or seed the dataset anew.`;
  return new JobError('VERSION_MISMATCH', message, { path: ['dataset'], details: { entity, field, key } });
}
