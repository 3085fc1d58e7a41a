import type { EntityModel } from '../definition/index.ts';
import { Generator } from '../generate/index.ts';
import { type Plan, recipeOf, Universe } from '../plan/index.ts';
import type { Generation } from '../store/store.ts';
import { BatchWriter, type SeedingHooks } from './batch-writer.ts';
import { sourcesOf } from './sources.ts';
import type { MadeStep } from './threads/make-ahead.ts';
import { type Position, walk } from './walk.ts';

/**
 * Runs a plan into a generation, from its checkpoint on, and finishes the generation.
 * Rows and the checkpoint that says so commit in one transaction, so a run may be cut anywhere and gone on with.
 *
 * @returns false when it was stopped before the end.
 */
export async function runSeeding(plan: Plan, generation: Generation, hooks: SeedingHooks): Promise<boolean> {
  const generator = new Generator(new Universe(plan.domain, [recipeOf(plan)]));
  const { checkpoint } = await generation.state();
  const writer = new BatchWriter(generation, checkpoint.sequence, hooks.onRows);
  const { batcher } = writer;
  // The position was written by this function, in this version: see `Jobs.resume`.
  let position = (checkpoint.position as Position | null) ?? { slice: 0, blocks: 0 };

  const steps: Iterable<MadeStep<Position>> = walk(plan, generator, position);
  let deriving: EntityModel | undefined;
  try {
    for await (const { block, after, made } of hooks.threads?.ahead(plan, generation.id, steps) ?? steps) {
      const isDerived = 'derive' in block.entity.definition;
      if (isDerived && block.entity !== deriving) {
        // What is derived reads what is stored: everything before it has to be, and to be found fast.
        await writer.finish(position);
        if (!deriving) await generation.index();
        deriving = block.entity;
      }
      const rows = made?.rows ?? generator.rows(block, isDerived ? await sourcesOf(generation, generator, block) : undefined);
      batcher.add(block.entity, rows, made?.sum);
      position = after;
      if ((await writer.gathered(position)) && hooks.shouldStop()) return false;
    }
    await writer.finish(position);
  } finally {
    // Whatever comes next, no batch is on its way any more.
    await writer.settled();
  }
  if (hooks.shouldStop()) return false;
  await generation.finish();
  // Making the indexes takes long enough to think better of it.
  return !hooks.shouldStop();
}
