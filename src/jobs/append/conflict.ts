import { type Cell, type CellRow, type EntityModel, type FieldModel, keyOf } from '../../definition/index.ts';
import type { Batch, Generation } from '../../store/store.ts';
import { JobError } from '../error.ts';

/** Values looked for by one statement. */
const VALUES = 500;

/**
 * Unique values are unique as they are made, but a user may have given one to another row. The store only knows that there is
 * one; this finds it, so that it can be changed. Undefined when there is none.
 */
export async function conflictOf(generation: Generation, { inserts }: Batch): Promise<JobError | undefined> {
  for (const { entity, rows } of inserts) {
    for (const field of entity.fields.filter((model) => model.field.unique && model !== entity.key)) {
      const taken = await firstTaken(generation, entity, field, rows);
      if (taken) return conflict(generation, entity, field, taken);
    }
  }
  return undefined;
}

/** The first stored row that has a value which one of `rows` will have. */
async function firstTaken(
  generation: Generation,
  entity: EntityModel,
  field: FieldModel,
  rows: readonly CellRow[],
): Promise<CellRow | undefined> {
  const values = rows.map((row): Cell => row[field.index] ?? null).filter((value) => value !== null);
  for (let from = 0; from < values.length; from += VALUES) {
    const where = { kind: 'in', field, values: values.slice(from, from + VALUES) } as const;
    const [page] = await generation.find({ entity, where, order: [], limit: 1 });
    if (page?.rows[0]) return page.rows[0];
  }
  return undefined;
}

function conflict({ dataset }: Generation, entity: EntityModel, field: FieldModel, row: CellRow): JobError {
  const value = JSON.stringify(row[field.index]);
  return new JobError(
    'CONFLICT',
    `A new row of ${entity.typeName} would have the ${field.name} ${value}, which "${keyOf(entity, row)}" in the dataset "${dataset}" has already. Change that one first.`,
    { details: { entity: entity.typeName, field: field.name, given: row[field.index], key: keyOf(entity, row) } },
  );
}
