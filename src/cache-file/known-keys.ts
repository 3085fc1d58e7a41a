import { LRUCache } from 'lru-cache';
import type { EntityModel } from '../definition/index.ts';
import type { Generation } from '../store/store.ts';

/** Keys remembered for each entity: rows refer to the same few again and again. */
const KEPT = 20_000;

/** Tells which keys have no row. */
export class KnownKeys {
  readonly #generation: Generation;
  readonly #known = new Map<EntityModel, LRUCache<string, true>>();

  constructor(generation: Generation) {
    this.#generation = generation;
  }

  async missing(entity: EntityModel, keys: Iterable<string>): Promise<ReadonlySet<string>> {
    const known = this.#known.get(entity) ?? new LRUCache<string, true>({ max: KEPT });
    this.#known.set(entity, known);
    const asked = [...new Set(keys)].filter((key) => !known.has(key));
    if (asked.length === 0) return new Set();
    const rows = await this.#generation.get(entity, asked);
    for (const [index, key] of asked.entries()) if (rows[index]) known.set(key, true);
    return new Set(asked.filter((_, index) => !rows[index]));
  }
}
