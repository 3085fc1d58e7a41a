import type { Address, EntityModel } from '../definition/index.ts';
import { type BranchLayout, type RootRange, type Siblings, siblingsOf, type Universe } from '../plan/index.ts';

/**
 * At most 256 siblings whose numbers lie between two multiples of 256: the unit that is hashed into a digest, and that
 * a batch never splits. Blocks are cut by address, so they are the same however rows are batched, sliced or grown.
 */
export interface Block {
  readonly entity: EntityModel;
  readonly branch: BranchLayout;
  readonly prefix: Address;
  readonly ordinals: readonly number[];
}

/**
 * How many siblings share a block. Roots that are whole worlds of their own (`alike`) are seeded one by one and
 * therefore have a block each.
 */
export function blockWidth({ layout }: Pick<Universe, 'layout'>, entity: EntityModel): number {
  return layout.of(entity).levels === 1 && layout.rootOf(entity).alike ? 1 : 256;
}

/** The numbers that the block of `ordinal` reaches from and to, both included. */
export function blockRange(width: number, ordinal: number): { from: number; to: number } {
  const from = ordinal - (ordinal % width);
  return { from, to: from + width - 1 };
}

/** The blocks of an entity under a range of roots, in the order of addresses. The range must not split a block of roots. */
export function* blocksOf(universe: Universe, entity: EntityModel, roots: RootRange): Generator<Block> {
  const width = blockWidth(universe, entity);
  let open: Block | undefined;
  for (const { branch, prefix, ordinals } of siblingsOf(universe, entity, roots)) {
    for (let from = 0; from < ordinals.length; ) {
      const range = blockRange(width, ordinals[from] ?? 0);
      let to = from + 1;
      while (to < ordinals.length && (ordinals[to] ?? 0) <= range.to) to++;
      const part = to - from === ordinals.length ? ordinals : ordinals.slice(from, to);
      if (open && (open.ordinals[0] ?? 0) >= range.from && sameParent(open, { prefix })) {
        open = { ...open, ordinals: [...open.ordinals, ...part] };
      } else {
        if (open) yield open;
        open = { entity, branch, prefix, ordinals: part };
      }
      from = to;
    }
  }
  if (open) yield open;
}

function sameParent(a: Pick<Siblings, 'prefix'>, b: Pick<Siblings, 'prefix'>): boolean {
  return (
    a.prefix === b.prefix || (a.prefix.length === b.prefix.length && a.prefix.every((part, level) => part === b.prefix[level]))
  );
}
