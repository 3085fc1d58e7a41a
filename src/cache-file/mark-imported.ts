import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Address, type CellRow, type EntityModel, keyOf } from '../definition/index.ts';
import { Generator, PlannedRows, Replay } from '../generate/index.ts';
import { marksOf } from '../jobs/marks.ts';
import { sourcesOf } from '../jobs/sources.ts';
import { type Recipe, Universe } from '../plan/index.ts';
import type { Generation } from '../store/store.ts';
import type { Loader } from './loader.ts';
import { rowPages } from './pages.ts';

/** Rows made again between two turns of the event loop: a few milliseconds. */
const ROWS_A_TURN = 50;

/**
 * Marks rows as imported that are not what the recipe makes, unless the file has said what they are. Without a recipe that is all of
 * them. Returns how many it has marked. The generation is finished by then: derived rows look for what they are made of.
 */
export async function markImported(loader: Loader, recipe: Recipe | undefined): Promise<number> {
  const { generation } = loader;
  const remaker = recipe && new Remaker(generation, recipe);
  let marked = 0;
  for (const entity of generation.domain.entities) {
    for await (const rows of rowPages(generation, entity)) {
      const known = await marksOf(
        generation,
        entity,
        rows.map((row) => keyOf(entity, row)),
      );
      for (const [index, row] of rows.entries()) {
        if (index % ROWS_A_TURN === 0) await nextTurn();
        const key = keyOf(entity, row);
        if (known.has(key) || (await remaker?.makes(entity, row))) continue;
        loader.mark(entity, key, 'imported');
        marked++;
      }
      await loader.flush();
      await nextTurn();
    }
  }
  return marked;
}

/** Makes rows again, to compare them with those that are there. */
class Remaker {
  readonly #generation: Generation;
  readonly #replay: Replay;
  readonly #planned: PlannedRows;
  readonly #latest: Generator;

  constructor(generation: Generation, recipe: Recipe) {
    this.#generation = generation;
    this.#replay = new Replay(generation.domain, recipe);
    this.#planned = new PlannedRows(this.#replay, recipe);
    this.#latest = new Generator(new Universe(generation.domain, recipe), this.#replay.keys);
  }

  /** Whether the recipe makes this row, as it is. */
  async makes(entity: EntityModel, row: CellRow): Promise<boolean> {
    const address = this.#replay.keys.of(entity).decode(keyOf(entity, row));
    const made = address && (await this.#make(entity, address));
    return made?.every((cell, index) => cell === row[index]) ?? false;
  }

  async #make(entity: EntityModel, address: Address): Promise<CellRow | undefined> {
    try {
      if (!this.#planned.has(entity, address)) return undefined;
      if (!('derive' in entity.definition)) return this.#replay.row(entity, address);
      const branch = this.#latest.universe.layout.branchOf(entity, address);
      const block = { entity, branch, prefix: address.slice(0, -1), ordinals: [address.at(-1) ?? 0] };
      return this.#latest.row(entity, address, await sourcesOf(this.#generation, this.#latest, block));
    } catch (error) {
      // A definition need not make sense of an address that its recipe does not have.
      if (error instanceof RangeError || error instanceof TypeError) return undefined;
      throw error;
    }
  }
}
