import type { CellRow, EntityModel } from '../definition/index.ts';
import { addSums, hashBlock } from '../generate/index.ts';
import type { Batch, EntityTotals } from '../store/store.ts';

/** Gathers blocks of rows into a batch, together with what they add to the digest. */
export class Batcher {
  readonly #inserts = new Map<EntityModel, CellRow[]>();
  readonly #changes = new Map<string, EntityTotals>();
  #rows = 0;

  get rows(): number {
    return this.#rows;
  }

  /** Adds a whole block. `sum` is its hash. */
  add(entity: EntityModel, rows: readonly CellRow[], sum = hashBlock(rows)): void {
    const gathered = this.#inserts.get(entity);
    if (gathered) for (const row of rows) gathered.push(row);
    else this.#inserts.set(entity, [...rows]);
    this.change(entity, rows.length, sum);
    this.#rows += rows.length;
  }

  /** Adds to an entity's totals. */
  change(entity: EntityModel, rows: number, sum: bigint): void {
    const before = this.#changes.get(entity.name);
    this.#changes.set(entity.name, { rows: (before?.rows ?? 0) + rows, sum: addSums(before?.sum ?? 0n, sum) });
  }

  /** The batch, to be written at `sequence`, after which one goes on at `position`. Empties the batcher. */
  take(sequence: number, position: unknown): Batch {
    const batch = {
      sequence,
      position,
      inserts: [...this.#inserts].map(([entity, rows]) => ({ entity, rows })),
      changes: new Map(this.#changes),
    };
    this.#inserts.clear();
    this.#changes.clear();
    this.#rows = 0;
    return batch;
  }
}
