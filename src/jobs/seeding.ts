import { setImmediate as nextTurn } from 'node:timers/promises';
import type { EntityModel } from '../definition/index.ts';
import { Generator } from '../generate/index.ts';
import { type Plan, recipeOf, Universe } from '../plan/index.ts';
import type { Generation } from '../store/store.ts';
import { Batcher } from './batcher.ts';
import { sourcesOf } from './sources.ts';
import { type Position, walk } from './walk.ts';
import { overtaken } from './writers.ts';

/**
 * Rows in a batch. A batch is made and written between two turns of the event loop: a few milliseconds. Measured on LARGE x 10 in
 * a file: 99 of 100 turns took under 10 ms with 250 rows, under 22 ms with 1,000, at the same speed; the longest, about 100 ms, are
 * those in which SQLite moves its log into the database. 4,000 rows would be a quarter faster.
 */
const BATCH_ROWS = 250;

/**
 * Turns of the event loop that others get before a batch is written, and behind it: what a request does takes several. With one
 * turn a batch, 90 of 100 by-id queries beside a seeding took up to 3.5 ms, with three before and behind 2.5 ms, in the same time.
 */
const TURNS = 3;

/** What a seeding tells while it runs. */
export interface SeedingHooks {
  /** Rows of an entity have been committed. */
  readonly onRows: (entity: string, rows: number) => void;
  /** Whether to stop before the next batch. */
  readonly shouldStop: () => boolean;
}

/**
 * Runs a plan into a generation, from its checkpoint on, and finishes the generation.
 * Rows and the checkpoint that says so commit in one transaction, so a run may be cut anywhere and gone on with.
 *
 * @returns false when it was stopped before the end.
 */
export async function runSeeding(plan: Plan, generation: Generation, hooks: SeedingHooks): Promise<boolean> {
  const generator = new Generator(new Universe(plan.domain, [recipeOf(plan)]));
  const { checkpoint } = await generation.state();
  const batcher = new Batcher();
  let sequence = checkpoint.sequence;
  // The position was written by this function, in this version: see `Jobs.resume`.
  let position = (checkpoint.position as Position | null) ?? { slice: 0, blocks: 0 };

  const flush = async () => {
    await giveWay();
    const batch = batcher.take(sequence, position);
    if (!(await generation.write(batch))) throw overtaken(generation.dataset);
    sequence++;
    for (const { entity, rows } of batch.inserts) hooks.onRows(entity.name, rows.length);
    await giveWay();
  };

  let deriving: EntityModel | undefined;
  for (const { block, after } of walk(plan, generator, position)) {
    const isDerived = 'derive' in block.entity.definition;
    if (isDerived && block.entity !== deriving) {
      // What is derived reads what is stored: everything before it has to be, and to be found fast.
      if (batcher.rows > 0) await flush();
      if (!deriving) await generation.index();
      deriving = block.entity;
    }
    batcher.add(block.entity, generator.rows(block, isDerived ? await sourcesOf(generation, generator, block) : undefined));
    position = after;
    if (batcher.rows < BATCH_ROWS) continue;
    await flush();
    if (hooks.shouldStop()) return false;
  }
  if (batcher.rows > 0) await flush();
  if (hooks.shouldStop()) return false;
  await generation.finish();
  // Making the indexes takes long enough to think better of it.
  return !hooks.shouldStop();
}

async function giveWay(): Promise<void> {
  for (let turn = 0; turn < TURNS; turn++) await nextTurn();
}
