import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Address, type CellRow, type EntityModel, inKeyOrder, keyOf } from '../definition/index.ts';
import { blockRange, blockWidth, hashBlock, type Keys, negateSum } from '../generate/index.ts';
import { layoutOf } from '../plan/index.ts';
import type { Generation } from '../store/store.ts';
import type { Batcher } from './batcher.ts';

/** Rows read at once: a block, and one more where a stranger's key lies between those of a block. */
const PAGE = 257;

/** Keys decoded between two turns of the event loop: one to two milliseconds. */
const KEYS_A_TURN = 1_000;

/** What becomes of rows of one entity: the row as it will be, by key; null where it will be gone. */
export type RowChanges = ReadonlyMap<string, CellRow | null>;

/** Rows that are hashed together: those whose keys are in [from, to], or a single stranger. */
interface TouchedBlock {
  readonly from: string;
  readonly to: string;
  readonly changes: Map<string, CellRow | null>;
}

/**
 * Adds to a batch what changed rows of an entity mean for its digest and its number of rows: hashes the blocks that they lie
 * in as they are stored and as they will be. A row whose key the dataset has not made is a block of its own.
 */
export async function changeDigest(
  generation: Generation,
  keys: Keys,
  batcher: Batcher,
  entity: EntityModel,
  changes: RowChanges,
): Promise<void> {
  const isStranger = (key: string) => keys.of(entity).decode(key) === undefined;
  for (const block of await blocksTouched(keys, entity, changes)) {
    await nextTurn();
    const stored = await rowsOf(generation, entity, block);
    const before = stored.filter((row) => block.from === block.to || !isStranger(keyOf(entity, row)));
    const after = new Map(before.map((row) => [keyOf(entity, row), row]));
    for (const [key, row] of block.changes) {
      if (row) after.set(key, row);
      else after.delete(key);
    }
    if (before.length > 0) batcher.change(entity, -before.length, negateSum(hashBlock(before)));
    if (after.size > 0) batcher.change(entity, after.size, hashBlock(inKeyOrder(entity, after.values())));
  }
}

async function blocksTouched(keys: Keys, entity: EntityModel, changes: RowChanges): Promise<Iterable<TouchedBlock>> {
  const codec = keys.of(entity);
  const width = blockWidth({ layout: layoutOf(entity.domain) }, entity);
  const blocks = new Map<string, TouchedBlock>();
  const blockOf = (prefix: Address, ordinal: number): Omit<TouchedBlock, 'changes'> => {
    const { from, to } = blockRange(width, ordinal);
    return codec.range(prefix, from, Math.min(to, codec.largestPart));
  };
  let looked = 0;
  for (const [key, row] of changes) {
    if (++looked % KEYS_A_TURN === 0) await nextTurn();
    const address = codec.decode(key);
    const { from, to } = address ? blockOf(address.slice(0, -1), address.at(-1) ?? 0) : { from: key, to: key };
    const block = blocks.get(from) ?? { from, to, changes: new Map() };
    blocks.set(from, block);
    block.changes.set(key, row);
  }
  return blocks.values();
}

async function rowsOf(generation: Generation, entity: EntityModel, { from, to }: TouchedBlock): Promise<CellRow[]> {
  const rows = await generation.range(entity, from, to, PAGE);
  for (let page = rows; page.length === PAGE; ) {
    const last = page.at(-1);
    page = await generation.range(entity, last ? keyOf(entity, last) : to, to, PAGE);
    // The range begins with what was seen last.
    rows.push(...page.slice(1));
  }
  return rows;
}
