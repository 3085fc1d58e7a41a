import { type CellRow, type EntityModel, keyOf, mismatch, toCell } from '../definition/index.ts';
import type { Condition } from '../store/query.ts';
import type { Generation } from '../store/store.ts';
import { JobError } from './error.ts';

/** Values by field name, in the form of `ValueOf`. */
export type GivenValues = Readonly<Record<string, unknown>>;

/**
 * Values that a user gave, checked against the fields, without those that are undefined. `at` is what holds them in the request.
 * @throws JobError INVALID_VALUE, or REFERENCE_NOT_FOUND for a reference to a row that is not stored; with the path of the value.
 */
export async function checkValues(
  generation: Generation,
  entity: EntityModel,
  given: GivenValues,
  at: string,
): Promise<GivenValues> {
  const values = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  for (const [name, value] of Object.entries(values)) checkValue(entity, name, value, at);
  for (const { field, to } of entity.references) {
    const key = values[field.name];
    if (typeof key !== 'string') continue;
    const [row] = await generation.get(to, [key]);
    if (!row) throw notFound([at, field.name], to, key, generation.dataset);
  }
  return values;
}

/**
 * Unique values must not be those of another row than the one whose key is `own`.
 * @throws JobError CONFLICT with the path of the value.
 */
export async function requireFree(
  generation: Generation,
  entity: EntityModel,
  values: GivenValues,
  at: string,
  own?: string,
): Promise<void> {
  for (const field of entity.fields.filter((candidate) => candidate.field.unique)) {
    const value = toCell(field.field, values[field.name]);
    if (value === null) continue;
    const where: Condition = { kind: 'compare', field, operator: 'eq', value };
    const [page] = await generation.find({ entity, where, order: [], limit: 2 });
    if (!page?.rows.some((row: CellRow) => keyOf(entity, row) !== own)) continue;
    throw new JobError(
      'CONFLICT',
      `${entity.typeName}.${field.name} is unique, and the dataset "${generation.dataset}" has one with ${JSON.stringify(value)} already.`,
      { path: [at, field.name], details: { entity: entity.typeName, field: field.name, given: value } },
    );
  }
}

function checkValue(entity: EntityModel, name: string, value: unknown, at: string): void {
  const model = entity.fields.find((field) => field.name === name);
  const wrong = !model
    ? 'there is no such field'
    : model.field.kind === 'key'
      ? 'a key cannot be chosen'
      : mismatch(model.field, value);
  if (wrong)
    throw new JobError('INVALID_VALUE', `${entity.name}.${name}: ${wrong}.`, { path: [at, name], details: { given: value } });
}

function notFound(path: readonly string[], target: EntityModel, key: string, dataset: string): JobError {
  return new JobError('REFERENCE_NOT_FOUND', `There is no ${target.name} "${key}" in the dataset "${dataset}".`, {
    path,
    details: { given: key, dataset },
  });
}
