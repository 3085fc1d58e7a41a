import { type Address, type CellRow, type EntityModel, keyOf } from '../definition/index.ts';
import { type BranchLayout, hasRow, type Recipe, rootCount } from '../plan/index.ts';
import { blockRange, blockWidth } from './blocks.ts';
import type { ReadChildren } from './generator.ts';
import type { Keys } from './keys.ts';
import type { Replay } from './replay.ts';

/** A block of an entity, cut by address: the numbers of its rows that a recipe makes, and where its keys begin and end. */
export interface PlannedBlock {
  readonly branch: BranchLayout;
  readonly prefix: Address;
  /** No key of the block is smaller, and none is larger than `to`. */
  readonly from: string;
  readonly to: string;
  /** Made by the seeding, ascending. */
  readonly seeded: readonly number[];
  /** Made by a later operation. */
  readonly added: readonly number[];
}

/** What says which rows of a block are to be made, and how. */
export type MadeBlock = Pick<PlannedBlock, 'branch' | 'prefix' | 'seeded' | 'added'>;

/** Where a walk over the blocks of an entity stands: behind a key, and under which root that was. */
export interface BlockPosition {
  /** Empty at the beginning. */
  readonly after: string;
  readonly root: number;
}

/** What a recipe makes, by block in the order of keys. */
export class PlannedRows {
  readonly replay: Replay;
  readonly #seeded: ReadonlySet<string> | undefined;
  readonly #additions = new Map<string, Address[]>();
  readonly #roots: number;

  constructor(replay: Replay, [base, ...later]: Recipe) {
    this.replay = replay;
    this.#seeded = base.entities && new Set(base.entities);
    this.#roots = rootCount(replay.seeding.universe);
    for (const { entity, rows, required } of later) {
      for (const [name, addresses] of [[entity, rows] as const, ...Object.entries(required)]) {
        const known = this.#additions.get(name) ?? [];
        this.#additions.set(name, known);
        for (const address of addresses) known.push(address);
      }
    }
  }

  get keys(): Keys {
    return this.replay.keys;
  }

  /** Whether the recipe makes a row at an address. */
  has(entity: EntityModel, address: Address): boolean {
    if (this.replay.isAdded(entity, address)) return true;
    return this.#isSeeded(entity) && hasRow(this.replay.seeding.universe, entity, address);
  }

  /** The blocks behind a position. */
  *blocks(entity: EntityModel, { after, root }: BlockPosition): Generator<PlannedBlock> {
    for (const block of merged(this.#seededBlocks(entity, root), this.#addedBlocks(entity))) if (block.to > after) yield block;
  }

  /** The rows of a block, by key and in the order of keys. Roll-ups need `read`. */
  rows(entity: EntityModel, { branch, prefix, seeded, added }: MadeBlock, read?: ReadChildren): Map<string, CellRow> {
    const { seeding } = this.replay;
    const rows = seeded.length > 0 ? seeding.rows({ entity, branch, prefix, ordinals: seeded }, read) : [];
    for (const ordinal of added) rows.push(this.replay.row(entity, [...prefix, ordinal], read));
    const byKey = rows.map((row): [string, CellRow] => [keyOf(entity, row), row]);
    return new Map(added.length > 0 ? byKey.sort(([a], [b]) => (a < b ? -1 : 1)) : byKey);
  }

  /** The block that an address lies in, without rows. */
  blockOf(entity: EntityModel, address: Address): PlannedBlock {
    const { universe } = this.replay.seeding;
    const range = blockRange(blockWidth(universe, entity), address[address.length - 1] ?? 0);
    const prefix = address.slice(0, -1);
    const codec = this.keys.of(entity);
    const bounds = codec.range(prefix, range.from, Math.min(range.to, codec.largestPart));
    return { branch: universe.layout.branchOf(entity, address), prefix, ...bounds, seeded: [], added: [] };
  }

  *#seededBlocks(entity: EntityModel, root: number): Generator<PlannedBlock> {
    if (!this.#isSeeded(entity)) return;
    // Roots that are no whole worlds may share a block, which must not be split.
    const { layout } = this.replay.seeding.universe;
    const from = layout.rootOf(entity).alike ? root : root - (root % 256);
    for (const { prefix, ordinals } of this.replay.seeding.blocks(entity, { from, to: this.#roots })) {
      yield { ...this.blockOf(entity, [...prefix, ordinals[0] ?? 0]), seeded: ordinals };
    }
  }

  #addedBlocks(entity: EntityModel): PlannedBlock[] {
    const blocks = new Map<string, PlannedBlock & { added: number[] }>();
    for (const address of this.#additions.get(entity.name) ?? []) {
      const found = this.blockOf(entity, address);
      const block = blocks.get(found.from) ?? { ...found, added: [] };
      blocks.set(found.from, block);
      block.added.push(address[address.length - 1] ?? 0);
    }
    for (const { added } of blocks.values()) added.sort((a, b) => a - b);
    return [...blocks.values()].sort((a, b) => (a.from < b.from ? -1 : 1));
  }

  #isSeeded({ name }: EntityModel): boolean {
    return this.#seeded?.has(name) ?? true;
  }
}

/** Both in the order of keys; of a number in both, the later operation decides. */
function* merged(seeded: Iterable<PlannedBlock>, added: readonly PlannedBlock[]): Generator<PlannedBlock> {
  let next = 0;
  for (const block of seeded) {
    for (let head = added[next]; head && head.from < block.from; head = added[++next]) yield head;
    const same = added[next];
    if (same?.from !== block.from) {
      yield block;
      continue;
    }
    next++;
    const later = new Set(same.added);
    yield { ...block, seeded: block.seeded.filter((ordinal) => !later.has(ordinal)), added: same.added };
  }
  for (; next < added.length; next++) yield added[next] as PlannedBlock;
}
