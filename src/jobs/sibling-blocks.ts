import type { Address, EntityModel } from '../definition/index.ts';
import type { Block } from '../generate/index.ts';
import { layoutOf } from '../plan/index.ts';

/** Rows of one prefix together: a series is made once for all its rows. */
export function siblingBlocks(entity: EntityModel, addresses: Iterable<Address>): Block[] {
  const layout = layoutOf(entity.domain);
  const blocks = new Map<string, Block & { ordinals: number[] }>();
  for (const address of addresses) {
    const prefix = address.slice(0, -1);
    // Whole blocks, so that making one takes a few milliseconds at most.
    const name = `${prefix} ${Math.floor((address.at(-1) ?? 0) / 256)}`;
    const block = blocks.get(name) ?? { entity, branch: layout.branchOf(entity, address), prefix, ordinals: [] };
    blocks.set(name, block);
    block.ordinals.push(address.at(-1) ?? 0);
  }
  for (const { ordinals } of blocks.values()) ordinals.sort((a, b) => a - b);
  return [...blocks.values()];
}
