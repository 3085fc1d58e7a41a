import { type CellRow, type EntityModel, keyOf } from '../definition/index.ts';
import { StoreError } from '../store/error.ts';
import type { Batch, Generation, Mark, MarkedKey, RecipeEntry } from '../store/store.ts';
import { sectionOf } from './format.ts';
import type { Mistake } from './mistakes.ts';

/** Rows in a batch: a few milliseconds. */
const BATCH_ROWS = 500;

interface LoadedRow {
  readonly row: CellRow;
  readonly line: number;
}

/** Writes rows and marks into a generation, in batches. What it counts is right; the digest is settled when all rows are there. */
export class Loader {
  readonly generation: Generation;
  readonly #tell: (mistake: Mistake) => void;
  readonly #rows = new Map<EntityModel, LoadedRow[]>();
  readonly #marks = new Map<EntityModel, MarkedKey[]>();
  readonly #counts = new Map<EntityModel, number>();
  #waiting = 0;
  #sequence = 0;

  constructor(generation: Generation, tell: (mistake: Mistake) => void) {
    this.generation = generation;
    this.#tell = tell;
  }

  get isFull(): boolean {
    return this.#waiting >= BATCH_ROWS;
  }

  /** How many rows of an entity were taken. */
  count(entity: EntityModel): number {
    return this.#counts.get(entity) ?? 0;
  }

  add(entity: EntityModel, row: CellRow, line: number): void {
    append(this.#rows, entity, { row, line });
    this.#counts.set(entity, this.count(entity) + 1);
    this.#waiting++;
  }

  mark(entity: EntityModel, key: string, mark: Mark): void {
    append(this.#marks, entity, { key, mark });
    this.#waiting++;
  }

  /** Writes what waits. Rows whose key is there already are told, and left out. */
  async flush(): Promise<void> {
    if (this.#waiting === 0) return;
    const rows = new Map(this.#rows);
    const marks = [...this.#marks].map(([entity, keys]) => ({ entity, keys }));
    this.#rows.clear();
    this.#marks.clear();
    this.#waiting = 0;
    try {
      await this.write({ inserts: insertsOf(rows), marks });
    } catch (error) {
      if (!(error instanceof StoreError) || error.code !== 'CONFLICT') throw error;
      await this.write({ inserts: insertsOf(await this.#withoutTwins(rows)), marks });
    }
  }

  /** Writes something else beside the rows. */
  async write(what: Partial<Pick<Batch, 'inserts' | 'marks' | 'changes'>> & { readonly recipe?: RecipeEntry }): Promise<void> {
    const inserts = what.inserts ?? [];
    const counted = inserts.map(({ entity, rows }) => [entity.name, { rows: rows.length, sum: 0n }] as const);
    const written = await this.generation.write({
      sequence: this.#sequence,
      position: null,
      inserts,
      marks: what.marks ?? [],
      changes: what.changes ?? new Map(counted),
      ...(what.recipe && { recipe: what.recipe }),
    });
    if (!written) throw new TypeError(`The generation "${this.generation.id}" has another writer.`);
    this.#sequence++;
  }

  async #withoutTwins(rows: ReadonlyMap<EntityModel, readonly LoadedRow[]>): Promise<Map<EntityModel, LoadedRow[]>> {
    const kept = new Map<EntityModel, LoadedRow[]>();
    for (const [entity, loaded] of rows) {
      const keys = loaded.map(({ row }) => keyOf(entity, row));
      const stored = await this.generation.get(entity, keys);
      const seen = new Set(keys.filter((_, index) => stored[index]));
      for (const [index, each] of loaded.entries()) {
        const key = keys[index] ?? '';
        if (!seen.has(key)) append(kept, entity, each);
        else
          this.#tell({
            line: each.line,
            entity: sectionOf(entity),
            key,
            field: entity.key.column,
            message: 'another row before it has this key',
          });
        seen.add(key);
      }
    }
    return kept;
  }
}

function insertsOf(rows: ReadonlyMap<EntityModel, readonly LoadedRow[]>): Batch['inserts'] {
  return [...rows].map(([entity, loaded]) => ({ entity, rows: loaded.map(({ row }) => row) }));
}

function append<Item>(map: Map<EntityModel, Item[]>, entity: EntityModel, item: Item): void {
  const items = map.get(entity);
  if (items) items.push(item);
  else map.set(entity, [item]);
}
