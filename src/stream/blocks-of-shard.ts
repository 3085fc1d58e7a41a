import type { EntityModel } from '../definition/index.ts';
import type { Block, Generator } from '../generate/index.ts';
import { type RootRange, rootCount } from '../plan/index.ts';
import type { Shard } from './shard.ts';

/** Roots that are walked at once where there are rows of one entity: a list of them all might not fit the memory. */
const WINDOW = 256;

type Blocks = IteratorObject<Block, undefined, unknown>;

/** A place between two blocks: so many roots lie before it, and so many blocks of the next root. */
interface Cut {
  readonly root: number;
  readonly blocks: number;
}

/**
 * The blocks of a shard, root by root, and under each root entity by entity: so a root's contexts are made once, and what is cut anywhere
 * can be put together again. Shards are cut by the number of roots; a root that two of them share is cut by the number of its
 * blocks. What lies before a shard is not made, nor walked through.
 */
export function* blocksOfShard(generator: Generator, entities: readonly EntityModel[], { number, of }: Shard): Blocks {
  const roots = rootCount(generator.universe);
  const [from, to] = [number - 1, number].map((share) => cutAt(generator, entities, roots * share, of)) as [Cut, Cut];
  if (from.root === to.root) {
    yield* blocksUnder(generator, entities, from.root)
      .drop(from.blocks)
      .take(to.blocks - from.blocks);
    return undefined;
  }
  let { root } = from;
  if (from.blocks > 0) yield* blocksUnder(generator, entities, root++).drop(from.blocks);
  yield* blocksOfRoots(generator, entities, { from: root, to: to.root });
  if (to.blocks > 0) yield* blocksUnder(generator, entities, to.root).take(to.blocks);
}

/** Where `numerator / denominator` roots end. */
function cutAt(generator: Generator, entities: readonly EntityModel[], numerator: number, denominator: number): Cut {
  const root = Math.floor(numerator / denominator);
  const rest = numerator % denominator;
  if (rest === 0) return { root, blocks: 0 };
  let blocks = 0;
  for (const _ of blocksUnder(generator, entities, root)) blocks++;
  return { root, blocks: Math.floor((blocks * rest) / denominator) };
}

function* blocksOfRoots(generator: Generator, entities: readonly EntityModel[], { from, to }: RootRange): Blocks {
  const width = entities.length === 1 ? WINDOW : 1;
  for (let root = from; root < to; root += width) {
    for (const entity of entities) yield* generator.blocks(entity, { from: root, to: Math.min(root + width, to) });
  }
}

function* blocksUnder(generator: Generator, entities: readonly EntityModel[], root: number): Blocks {
  for (const entity of entities) yield* generator.blocks(entity, { from: root, to: root + 1 });
}
