import type { Address, EntityModel } from '../../definition/index.ts';
import { layoutOf } from '../../plan/index.ts';
import type { Generation } from '../../store/store.ts';
import { checkValues, type GivenValues, requireFree } from '../checked-values.ts';
import { JobError } from '../error.ts';
import { keysOf } from '../summary.ts';

/** Values a user fixed, checked. */
export interface CheckedGiven {
  readonly values: GivenValues;
  /** The rows to hang under that references name: entity and address, the deepest first. */
  readonly ancestors: readonly { readonly entity: EntityModel; readonly address: Address; readonly field: string }[];
}

/**
 * Checks fixed values against the fields, and that the rows exist that references name.
 * @throws JobError INVALID_VALUE or REFERENCE_NOT_FOUND, with the path of the value.
 */
export async function checkGiven(generation: Generation, entity: EntityModel, given: GivenValues): Promise<CheckedGiven> {
  const values = await checkValues(generation, entity, given, 'with');
  const keys = await keysOf(generation);
  const layout = layoutOf(entity.domain);
  const ancestors = entity.references.flatMap(({ field, to }) => {
    const key = values[field.name];
    const address = typeof key === 'string' && layout.hangsUnder(entity, to) ? keys.of(to).decode(key) : undefined;
    return address ? [{ entity: to, address, field: field.name }] : [];
  });
  ancestors.sort((a, b) => b.address.length - a.address.length);
  return { values, ancestors };
}

/**
 * A unique value can be fixed for one row only, and must be free.
 * @throws JobError INVALID_VALUE or CONFLICT, with the path of the value.
 */
export async function checkUnique(
  generation: Generation,
  entity: EntityModel,
  values: GivenValues,
  count: number,
): Promise<void> {
  const unique = entity.fields.find(({ name, field }) => field.unique && values[name] !== undefined && values[name] !== null);
  if (!unique) return;
  if (count === 1) return requireFree(generation, entity, values, 'with');
  throw new JobError('INVALID_VALUE', `${entity.name}.${unique.name} is unique, so it cannot be fixed for ${count} rows.`, {
    path: ['with', unique.name],
  });
}
