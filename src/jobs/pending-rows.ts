import { type Cell, type CellRow, type EntityModel, type FieldModel, keyOf } from '../definition/index.ts';
import type { RowChanges } from './change-digest.ts';

type RowsByKey = Map<string, CellRow>;

/** Rows that are about to change: as they are stored now, and as they will be. What reads rows meanwhile reads past them. */
export class PendingRows {
  readonly #before = new Map<EntityModel, RowsByKey>();
  readonly #written = new Map<EntityModel, RowsByKey>();
  readonly #byReference = new Map<FieldModel, ReadonlyMap<Cell, readonly CellRow[]>>();

  /** Notes stored rows that will be gone, unless they are written too. */
  remove(entity: EntityModel, rows: Iterable<CellRow>): void {
    add(this.#before, entity, rows);
  }

  /** Notes rows that will be there: new ones, and ones that replace those with their keys. */
  write(entity: EntityModel, rows: Iterable<CellRow>): void {
    add(this.#written, entity, rows);
    for (const { field } of entity.references) this.#byReference.delete(field);
  }

  /** Every row noted of an entity. */
  rows(entity: EntityModel): readonly CellRow[] {
    return [...(this.#before.get(entity)?.values() ?? []), ...this.written(entity)];
  }

  written(entity: EntityModel): readonly CellRow[] {
    return [...(this.#written.get(entity)?.values() ?? [])];
  }

  /** The keys of rows that will be gone. */
  removedKeys(entity: EntityModel): readonly string[] {
    return [...(this.#before.get(entity)?.keys() ?? [])].filter((key) => !this.#written.get(entity)?.has(key));
  }

  /** Whether a stored row is not what it will be. */
  hides(entity: EntityModel, key: string): boolean {
    return Boolean(this.#before.get(entity)?.has(key) || this.#written.get(entity)?.has(key));
  }

  isRemoved(entity: EntityModel, key: string): boolean {
    return Boolean(this.#before.get(entity)?.has(key) && !this.#written.get(entity)?.has(key));
  }

  /** The rows that will be there whose reference `field` is `key`. */
  referring(entity: EntityModel, field: FieldModel, key: string): readonly CellRow[] {
    const known = this.#byReference.get(field) ?? Map.groupBy(this.written(entity), (row) => row[field.index] ?? null);
    this.#byReference.set(field, known);
    return known.get(key) ?? [];
  }

  /** What becomes of an entity's rows. */
  changes(entity: EntityModel): RowChanges {
    const gone = this.removedKeys(entity).map((key): [string, null] => [key, null]);
    return new Map<string, CellRow | null>([...gone, ...(this.#written.get(entity) ?? [])]);
  }
}

function add(rows: Map<EntityModel, RowsByKey>, entity: EntityModel, added: Iterable<CellRow>): void {
  const byKey = rows.get(entity) ?? new Map<string, CellRow>();
  rows.set(entity, byKey);
  for (const row of added) byKey.set(keyOf(entity, row), row);
}
