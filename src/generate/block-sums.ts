import { type CellRow, type EntityModel, keyOf } from '../definition/index.ts';
import type { Universe } from '../plan/index.ts';
import { blockRange, blockWidth } from './blocks.ts';
import { addSums, type DigestTotals, hashBlock } from './digest.ts';
import type { Keys } from './keys.ts';

/**
 * Adds up what an entity's rows, which come in the order of keys, mean for the digest. A row that no address gives may lie between
 * those of a block, and is one of its own.
 */
export class BlockSums {
  readonly #entity: EntityModel;
  readonly #codec: ReturnType<Keys['of']>;
  readonly #width: number;
  #count = 0;
  #sum = 0n;
  #rows: CellRow[] = [];
  #block = '';

  constructor({ layout }: Pick<Universe, 'layout'>, keys: Keys, entity: EntityModel) {
    this.#entity = entity;
    this.#codec = keys.of(entity);
    this.#width = blockWidth({ layout }, entity);
  }

  add(row: CellRow): void {
    this.#count++;
    const address = this.#codec.decode(keyOf(this.#entity, row));
    if (!address) {
      this.#sum = addSums(this.#sum, hashBlock([row]));
      return;
    }
    const block = `${address.slice(0, -1)} ${blockRange(this.#width, address.at(-1) ?? 0).from}`;
    if (block !== this.#block) this.#close();
    this.#block = block;
    this.#rows.push(row);
  }

  /** The rows added so far and the sum of their blocks. The next row begins a block: ask when all of one have been added. */
  totals(): DigestTotals {
    this.#close();
    return { rows: this.#count, sum: this.#sum };
  }

  #close(): void {
    if (this.#rows.length > 0) this.#sum = addSums(this.#sum, hashBlock(this.#rows));
    this.#rows = [];
  }
}
