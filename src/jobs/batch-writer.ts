import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Batch, Generation } from '../store/store.ts';
import { Batcher } from './batcher.ts';
import type { RowThreads } from './threads/row-threads.ts';
import { overtaken } from './writers.ts';

/**
 * Rows that are made between two turns of the event loop, and at least in a batch: a few milliseconds. Measured on LARGE x 10 in a file:
 * 99 of 100 turns took under 10 ms with 250 rows, under 22 ms with 1,000.
 */
export const BATCH_ROWS = 250;

/**
 * Turns of the event loop that others get before a batch is written, and behind it: what a request does takes several. With one
 * turn a batch, 90 of 100 by-id queries beside a seeding took up to 3.5 ms, with three before and behind 2.5 ms, in the same time.
 */
const TURNS = 3;

/** What a seeding runs with, and tells while it runs. */
export interface SeedingHooks {
  /** Who makes rows beside this thread. Default: nobody. */
  readonly threads?: RowThreads | undefined;
  /** Rows of an entity have been committed. */
  readonly onRows: (entity: string, rows: number) => void;
  /** Whether to stop before the next batch. */
  readonly shouldStop: () => boolean;
}

/** Writes one batch after the other into a generation, and lets others have their turn in between. */
export class BatchWriter {
  readonly batcher = new Batcher();
  readonly #generation: Generation;
  readonly #onRows: SeedingHooks['onRows'];
  #sequence: number;
  #writing: Promise<void> = Promise.resolve();
  /** Rows that were in the batcher when others last had their turns. */
  #rowsAtTurn = 0;
  /** Rows that were written, or are on their way. */
  #begun = 0;

  /** @param sequence that of the generation's checkpoint. */
  constructor(generation: Generation, sequence: number, onRows: SeedingHooks['onRows']) {
    this.#generation = generation;
    this.#sequence = sequence;
    this.#onRows = onRows;
  }

  /** Writes what the batcher has gathered. @throws JobError DATASET_BUSY when another process has gone on with the generation. */
  async flush(position: unknown, marks: Batch['marks'] = []): Promise<void> {
    await giveWay();
    await this.begin(position, marks);
    await this.settled();
    await giveWay();
  }

  /**
   * To be called when rows were gathered: writes them once they are a batch, and lets others have their turns every now and then.
   * Where the generation says how large its batches had best be, the next one is made while they are written.
   *
   * @returns false when nothing of that was due yet.
   */
  async gathered(position: unknown): Promise<boolean> {
    const { rows } = this.batcher;
    if (rows - this.#rowsAtTurn < BATCH_ROWS) return false;
    const { batchRows } = this.#generation;
    if (batchRows === undefined) await this.flush(position);
    else if (rows >= this.#wanted(batchRows)) await this.begin(position);
    this.#rowsAtTurn = this.batcher.rows;
    if (batchRows !== undefined) await giveWay();
    return true;
  }

  /** Batches grow with what there is already: a small seeding shows its progress, and a large one soon has large batches. */
  #wanted(batchRows: number): number {
    return Math.min(batchRows, Math.max(BATCH_ROWS, this.#begun / 4));
  }

  /**
   * Begins to write what the batcher has gathered, once the batch before is written: one at most is on its way. What goes wrong with
   * it is raised by the next call, or by `settled`.
   */
  async begin(position: unknown, marks: Batch['marks'] = []): Promise<void> {
    this.#begun += this.batcher.rows;
    const batch = this.batcher.take(this.#sequence++, position);
    await this.settled();
    this.#writing = this.#write({ ...batch, marks });
    // Nobody may be waiting for it when it fails.
    this.#writing.catch(() => undefined);
  }

  /** Writes what is left. */
  async finish(position: unknown): Promise<void> {
    if (this.batcher.rows > 0) await this.flush(position);
    await this.settled();
  }

  /** Waits until everything that was begun is written. */
  async settled(): Promise<void> {
    await this.#writing;
  }

  async #write(batch: Batch): Promise<void> {
    if (!(await this.#generation.write(batch))) throw overtaken(this.#generation.dataset);
    for (const { entity, rows } of batch.inserts) this.#onRows(entity.name, rows.length);
  }
}

/** Lets others have their turns. */
export async function giveWay(): Promise<void> {
  for (let turn = 0; turn < TURNS; turn++) await nextTurn();
}
