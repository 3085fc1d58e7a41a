import type { EntityModel, Field, FieldModel } from '../../definition/index.ts';

/** The fields that get an index of their own, on the column they are compared by; the key has one anyway. */
export function indexedFieldsOf(entity: EntityModel): readonly FieldModel[] {
  const lookedUp = lookedUpIn(entity);
  return entity.fields.filter((field) => field !== entity.key && (lookedUp.has(field) || isIndexed(field.field)));
}

/** The entity's fields that some look-up goes by, its own or through a reference to it. */
function lookedUpIn(entity: EntityModel): ReadonlySet<FieldModel> {
  const lookups = entity.domain.entities.flatMap((other) => other.lookups.filter(({ via }) => (via?.to ?? other) === entity));
  return new Set(lookups.map(({ field }) => field));
}

/**
 * Texts by which rows are searched or sorted, and what is sorted by a value that differs from row to row. Enumerations and
 * booleans have too few values to be worth 0.5-1 µs a row, unless a definition asks for it.
 */
function isIndexed({ kind, unique, index, filter, order }: Field): boolean {
  if (unique || index) return true;
  if (kind === 'string') return filter || order;
  return order && ['integer', 'float', 'money', 'date', 'datetime'].includes(kind);
}
