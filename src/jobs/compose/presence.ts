import { LRUCache } from 'lru-cache';
import { type Address, type CellRow, type EntityModel, keyOf } from '../../definition/index.ts';
import type { PlannedRows } from '../../generate/index.ts';
import { layoutOf } from '../../plan/index.ts';
import type { StoredRows } from '../../store/store.ts';
import { neededBy } from './features.ts';
import type { Treatments } from './treatments.ts';

/** Rows whose presence is remembered: many refer to the same few. */
const KEPT = 50_000;

/**
 * Foretells which rows a composition will have: those that are stored, none of which it leaves out, and those it makes, unless
 * they refer to rows that it will not have. A pure function of the source, the recipe and the treatments, so that it tells the
 * same after a crash and in a dry run.
 */
export class Presence {
  readonly #source: StoredRows;
  readonly #planned: PlannedRows;
  readonly #treatments: Treatments;
  readonly #known = new LRUCache<string, boolean>({ max: KEPT });

  constructor(source: StoredRows, planned: PlannedRows, treatments: Treatments) {
    this.#source = source;
    this.#planned = planned;
    this.#treatments = treatments;
  }

  /** Whether every row that the entity's rows need comes back where it is missing, so that none has to be looked for. */
  isCertain(entity: EntityModel, seen = new Set<EntityModel>()): boolean {
    if (seen.has(entity)) return true;
    seen.add(entity);
    const treatment = this.#treatments.ofAll(entity);
    if (treatment !== 'merge' && treatment !== 'reset') return false;
    return neededBy(entity).every((target) => this.isCertain(target, seen));
  }

  /** The keys of those rows that refer to rows which will not be there. */
  async dangling(entity: EntityModel, rows: readonly CellRow[]): Promise<ReadonlySet<string>> {
    const missing = new Set<string>();
    for (const { field, to } of entity.references) {
      const keys = [...new Set(rows.flatMap((row) => row[field.index] ?? []).map(String))];
      const there = await this.#areThere(to, keys);
      for (const row of rows) {
        const key = row[field.index];
        if (key !== null && !there.has(String(key))) missing.add(keyOf(entity, row));
      }
    }
    return missing;
  }

  async #areThere(entity: EntityModel, keys: readonly string[]): Promise<Set<string>> {
    const unknown = keys.filter((key) => this.#known.get(`${entity.name} ${key}`) === undefined);
    const stored = await this.#source.get(entity, unknown);
    for (const [index, key] of unknown.entries()) {
      const name = `${entity.name} ${key}`;
      // Rows that refer to each other in a circle are there together.
      this.#known.set(name, true);
      this.#known.set(name, stored[index] !== undefined || (await this.#comes(entity, key)));
    }
    return new Set(keys.filter((key) => this.#known.get(`${entity.name} ${key}`)));
  }

  /** Whether a row that is not stored will be made. */
  async #comes(entity: EntityModel, key: string): Promise<boolean> {
    const address = this.#planned.keys.of(entity).decode(key);
    if (!address) return false;
    const treatment = this.#treatments.at(entity, address);
    if (treatment !== 'merge' && treatment !== 'reset') return false;
    if (!this.#planned.has(entity, address)) return false;
    if ('derive' in entity.definition) return this.isOwnerThere(entity, address);
    return (await this.dangling(entity, [this.#planned.replay.row(entity, address)])).size === 0;
  }

  /** Whether the row is there that a row hangs under. */
  async isOwnerThere(entity: EntityModel, address: Address): Promise<boolean> {
    const layout = layoutOf(entity.domain);
    const branch = layout.branchOf(entity, address);
    if (!branch.owner) return true;
    const key = this.#planned.keys.keyOf(branch.owner, layout.owner(branch, address));
    return (await this.#areThere(branch.owner, [key])).has(key);
  }
}
