import { type Address, type EntityModel, mismatch } from '../../definition/index.ts';
import { layoutOf } from '../../plan/index.ts';
import type { Generation } from '../../store/store.ts';
import { JobError } from '../error.ts';
import { keysOf } from '../summary.ts';

/** Values a user fixed, checked. */
export interface CheckedGiven {
  readonly values: Readonly<Record<string, unknown>>;
  /** The rows to hang under that references name: entity and address, the deepest first. */
  readonly ancestors: readonly { readonly entity: EntityModel; readonly address: Address; readonly field: string }[];
}

/**
 * Checks fixed values against the fields, and that the rows exist that references name.
 * @throws JobError INVALID_VALUE or REFERENCE_NOT_FOUND, with the path of the value.
 */
export async function checkGiven(
  generation: Generation,
  entity: EntityModel,
  given: Readonly<Record<string, unknown>>,
): Promise<CheckedGiven> {
  const values = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  for (const [name, value] of Object.entries(values)) checkValue(entity, name, value);
  const keys = await keysOf(generation);
  const layout = layoutOf(entity.domain);
  const ancestors = [];
  for (const { field, to } of entity.references) {
    const key = values[field.name];
    if (typeof key !== 'string') continue;
    const [row] = await generation.get(to, [key]);
    if (!row) throw notFound(field.name, to, key, generation.dataset);
    const address = keys.of(to).decode(key);
    if (address && layout.hangsUnder(entity, to)) ancestors.push({ entity: to, address, field: field.name });
  }
  ancestors.sort((a, b) => b.address.length - a.address.length);
  return { values, ancestors };
}

function checkValue(entity: EntityModel, name: string, value: unknown): void {
  const model = entity.fields.find((field) => field.name === name);
  const wrong = !model
    ? 'there is no such field'
    : model.field.kind === 'key'
      ? 'a key cannot be chosen'
      : mismatch(model.field, value);
  if (wrong)
    throw new JobError('INVALID_VALUE', `${entity.name}.${name}: ${wrong}.`, { path: ['with', name], details: { given: value } });
}

function notFound(field: string, target: EntityModel, key: string, dataset: string): JobError {
  return new JobError('REFERENCE_NOT_FOUND', `There is no ${target.name} "${key}" in the dataset "${dataset}".`, {
    path: ['with', field],
    details: { given: key, dataset },
  });
}
