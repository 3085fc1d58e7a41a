import type { CellRow, EntityModel } from '../../definition/index.ts';
import { type Block, type Generator, hashBlock } from '../../generate/index.ts';
import type { Layout, SeedEntry } from '../../plan/index.ts';

/** What a thread is asked for: some blocks of one entity, as data that can be sent to it. */
export interface Unit {
  /** Whose rows: what is computed for one seeding is kept in the thread for its next unit. */
  readonly seeding: string;
  readonly domain: string;
  readonly recipe: SeedEntry;
  readonly entity: string;
  readonly blocks: readonly SentBlock[];
}

/** A block without its model; the branch is the entity's, by number. */
export interface SentBlock {
  readonly branch: number;
  readonly prefix: Block['prefix'];
  readonly ordinals: Block['ordinals'];
}

/** The rows of a block, and what they mean for the digest. */
export interface MadeBlock {
  readonly rows: readonly CellRow[];
  readonly sum: bigint;
}

/** A block as it is sent. */
export function sentBlock(layout: Layout, { entity, branch, prefix, ordinals }: Block): SentBlock {
  return { branch: layout.of(entity).branches.indexOf(branch), prefix, ordinals };
}

/** Makes the blocks of a unit. */
export function makeBlocks(generator: Generator, entity: EntityModel, blocks: readonly SentBlock[]): MadeBlock[] {
  const { branches } = generator.universe.layout.of(entity);
  return blocks.map(({ branch: number, prefix, ordinals }) => {
    const branch = branches[number];
    if (!branch) throw new RangeError(`${entity.name} has no branch ${number}.`);
    const rows = generator.rows({ entity, branch, prefix, ordinals });
    return { rows, sum: hashBlock(rows) };
  });
}
