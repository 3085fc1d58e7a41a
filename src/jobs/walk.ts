import type { EntityModel } from '../definition/index.ts';
import type { Block, Generator } from '../generate/index.ts';
import { layoutOf, type Plan, type RootRange } from '../plan/index.ts';

/** A unit of work: the rows of one stage under one range of roots. */
export interface Slice {
  readonly entity: EntityModel;
  readonly roots: RootRange;
}

/** Where a walk stands: the slice by number, and the blocks of it that are done. */
export interface Position {
  readonly slice: number;
  readonly blocks: number;
}

/** How many roots are seeded together: one where each is a whole world, else as many as share a block. */
function rootsPerSlice(plan: Plan): number {
  const layout = layoutOf(plan.domain);
  return plan.domain.entities.every((entity) => layout.rootOf(entity).alike) ? 1 : 256;
}

/**
 * The work of a plan in its order: for each range of roots each stage, so that what belongs to a root is computed while
 * it is at hand; then one derived entity after the other, since these may read across roots, and each other.
 */
export function* slicesOf(plan: Plan): IterableIterator<Slice> {
  const step = rootsPerSlice(plan);
  const entities = plan.stages.map(({ entity }) => entity);
  const derived = entities.filter((entity) => 'derive' in entity.definition);
  const made = entities.filter((entity) => !derived.includes(entity));
  for (const together of [made, ...derived.map((entity) => [entity])]) {
    for (let from = 0; from < plan.roots; from += step) {
      const roots = { from, to: Math.min(from + step, plan.roots) };
      for (const entity of together) yield { entity, roots };
    }
  }
}

/** The blocks of a plan from a position on, each with the position behind it. */
export function* walk(plan: Plan, generator: Generator, from: Position): IterableIterator<{ block: Block; after: Position }> {
  let number = -1;
  for (const { entity, roots } of slicesOf(plan)) {
    number++;
    if (number < from.slice) continue;
    const skip = number === from.slice ? from.blocks : 0;
    let done = 0;
    for (const block of generator.blocks(entity, roots)) {
      done++;
      if (done > skip) yield { block, after: { slice: number, blocks: done } };
    }
  }
}
