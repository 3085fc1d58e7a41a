import type { EntityModel, Where } from '../../definition/index.ts';
import { toCell } from '../../definition/index.ts';
import type { Condition, Generation } from '../../store/index.ts';

/** What the numbers of a report are read from. */
export interface Reading {
  readonly generation: Generation;
  /** Once aborted, reads end with its reason. */
  readonly signal?: AbortSignal | undefined;
}

/** More groups than this are a mistake in the report's definition. */
export const MOST_GROUPS = 100_000;

/** The rows that are meant, for the store. */
export function conditionOf(entity: EntityModel, where: Where = {}): { readonly where?: Condition } {
  const conditions = Object.entries(where).map(([name, values]): Condition => {
    const field = entity.fieldNamed(name);
    return { kind: 'in', field, values: values.flatMap((value) => toCell(field.field, value) ?? []) };
  });
  return conditions.length > 0 ? { where: { kind: 'and', conditions } } : {};
}

/** The request's signal, where there is one. */
export function signalOf({ signal }: Reading): { readonly signal?: AbortSignal } {
  return signal ? { signal } : {};
}
