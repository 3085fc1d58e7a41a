import { hash } from 'node:crypto';
import type { CellRow, DomainModel } from '../definition/index.ts';

/** Sums of block hashes are kept modulo 2^256. */
const MODULUS = 1n << 256n;

const NULL = '\u0000';
const END_OF_CELL = '\u001f';
const END_OF_ROW = '\u001e';

/** What an entity's blocks add up to. */
export interface DigestTotals {
  readonly rows: number;
  readonly sum: bigint;
}

/**
 * The hash of a block: SHA-256 over its rows in the order of keys. Cells are written as text, NULL as U+0000, the end of a
 * row as U+001E, with U+001F between them.
 */
export function hashBlock(rows: readonly CellRow[]): bigint {
  // Appending to a text is faster than joining a list of cells.
  let text = '';
  for (const row of rows) {
    for (const cell of row) {
      text += cell === null ? NULL : cell;
      text += END_OF_CELL;
    }
    text += END_OF_ROW;
    text += END_OF_CELL;
  }
  return BigInt(`0x${hash('sha256', text.slice(0, -END_OF_CELL.length), 'hex')}`);
}

/** Adds sums, modulo 2^256. The order does not matter. */
export function addSums(a: bigint, b: bigint): bigint {
  return (a + b) % MODULUS;
}

/** What must be added to take `sum` away. */
export function negateSum(sum: bigint): bigint {
  return (MODULUS - sum) % MODULUS;
}

/**
 * The digest of a dataset: SHA-256 over name, number of rows and sum of each entity, in the domain's order. It does not
 * depend on the order in which rows were made, on batches, stores or workers. 64 hexadecimal digits.
 */
export function digestOf(domain: DomainModel, totals: ReadonlyMap<string, DigestTotals>): string {
  const lines = domain.entities.map(({ name }) => {
    const { rows, sum } = totals.get(name) ?? { rows: 0, sum: 0n };
    return `${name} ${rows} ${sum.toString(16)}\n`;
  });
  return hash('sha256', `${domain.name}\n${lines.join('')}`, 'hex');
}
