import { LRUCache } from 'lru-cache';
import type { Cell, CellRow, EntityModel, PathModel } from '../definition/index.ts';
import type { Generation } from '../store/index.ts';

/** Rows kept of each entity that is referred to. */
const KEPT = 2_000;

/** The rows that other rows refer to: read by window, kept in a bounded cache. */
export class Related {
  readonly #generation: Generation;
  readonly #rows = new Map<EntityModel, LRUCache<string, CellRow>>();
  /** What the present window needs, whatever the cache forgets. */
  #held = new Map<EntityModel, Map<string, CellRow | undefined>>();

  constructor(generation: Generation) {
    this.#generation = generation;
  }

  /** Forgets what the last window needed. */
  release(): void {
    this.#held = new Map();
  }

  /** Reads the rows with these keys, so that `get` has them at hand. */
  async load(entity: EntityModel, keys: Iterable<string>): Promise<void> {
    const kept = this.#cacheOf(entity);
    const held = this.#held.get(entity) ?? new Map<string, CellRow | undefined>();
    this.#held.set(entity, held);
    const missing: string[] = [];
    for (const key of new Set(keys)) {
      if (held.has(key)) continue;
      const row = kept.get(key);
      held.set(key, row);
      if (!row) missing.push(key);
    }
    const rows = missing.length > 0 ? await this.#generation.get(entity, missing) : [];
    for (const [index, key] of missing.entries()) {
      const row = rows[index];
      held.set(key, row);
      if (row) kept.set(key, row);
    }
  }

  /** A row that has been loaded for this window; undefined when there is none. */
  get(entity: EntityModel, key: string): CellRow | undefined {
    return this.#held.get(entity)?.get(key);
  }

  /** Reads what paths lead to from some rows. */
  async follow(rows: readonly CellRow[], paths: readonly PathModel[]): Promise<void> {
    for (const { via } of paths) {
      let at: readonly CellRow[] = rows;
      for (const { field, to } of via) {
        const keys = new Set(at.flatMap((row) => row[field.index] ?? []).map(String));
        await this.load(to, keys);
        at = [...keys].map((key) => this.get(to, key)).filter((row) => row !== undefined);
      }
    }
  }

  /** What a path leads to from a row whose paths have been followed; null where there is nothing. */
  cell(row: CellRow, { via, field }: PathModel): Cell {
    let at: CellRow | undefined = row;
    for (const { field: reference, to } of via) {
      const key: Cell = at?.[reference.index] ?? null;
      at = key === null ? undefined : this.get(to, String(key));
    }
    return at?.[field.index] ?? null;
  }

  #cacheOf(entity: EntityModel): LRUCache<string, CellRow> {
    const known = this.#rows.get(entity) ?? new LRUCache<string, CellRow>({ max: KEPT });
    this.#rows.set(entity, known);
    return known;
  }
}
