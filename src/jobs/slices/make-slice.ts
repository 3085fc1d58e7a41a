import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CellRow, EntityModel } from '../../definition/index.ts';
import { addSums, type Block, type Generator, hashBlock } from '../../generate/index.ts';
import type { Slice, SliceRows } from '../../store/slices.ts';
import type { Generation } from '../../store/store.ts';
import { sourcesOf } from '../sources.ts';

/** Rows handed over at a time: a few megabytes. */
const BATCH = 5_000;

/** Rows between two turns of the event loop: locks are to be renewed, and health is to be told. */
const ROWS_A_TURN = 500;

/** The rows of a slice, entity by entity, a batch at a time. Made as they are asked for. */
export async function* makeSlice(generator: Generator, generation: Generation, slice: Slice): AsyncGenerator<SliceRows> {
  for (const name of slice.entities) {
    const entity = generator.universe.domain.entity(name);
    let batch = emptyBatch(entity);
    let since = 0;
    for (const block of blocksOf(generator, entity, slice)) {
      const made = await rowsOf(generator, generation, block);
      for (const row of made) batch.rows.push(row);
      batch.sum = addSums(batch.sum, hashBlock(made));
      since += made.length;
      if (since >= ROWS_A_TURN) {
        await nextTurn();
        since = 0;
      }
      if (batch.rows.length < BATCH) continue;
      yield batch;
      batch = emptyBatch(entity);
    }
    if (batch.rows.length > 0) yield batch;
  }
}

function emptyBatch(entity: EntityModel): { entity: EntityModel; rows: CellRow[]; sum: bigint } {
  return { entity, rows: [], sum: 0n };
}

function* blocksOf(generator: Generator, entity: EntityModel, { roots, part }: Slice): IterableIterator<Block> {
  let number = 0;
  for (const block of generator.blocks(entity, roots)) if (number++ % part.of === part.number) yield block;
}

/** Derived rows read what is stored; the stages before theirs are complete by then. */
async function rowsOf(generator: Generator, generation: Generation, block: Block): Promise<CellRow[]> {
  const isDerived = 'derive' in block.entity.definition;
  return generator.rows(block, isDerived ? await sourcesOf(generation, generator, block) : undefined);
}
