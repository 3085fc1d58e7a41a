import type { CellRow, EntityModel } from '../definition/index.ts';
import { BlockSums, type DigestTotals, type Keys } from '../generate/index.ts';
import type { Universe } from '../plan/index.ts';
import type { RowCheck } from './check.ts';
import type { Findings } from './findings.ts';

/** What is stored adds up to the totals that were kept with every write. */
export class DigestCheck implements RowCheck {
  readonly #entity: EntityModel;
  readonly #sums: BlockSums;
  readonly #kept: DigestTotals;
  readonly #findings: Findings;

  constructor(entity: EntityModel, universe: Universe, keys: Keys, kept: DigestTotals, findings: Findings) {
    this.#entity = entity;
    this.#sums = new BlockSums(universe, keys, entity);
    this.#kept = kept;
    this.#findings = findings;
  }

  /** What all rows add up to, once they have been seen. */
  get totals(): DigestTotals {
    return this.#sums.totals();
  }

  rows(window: readonly CellRow[]): void {
    for (const row of window) this.#sums.add(row);
  }

  end(): boolean {
    const { rows, sum } = this.totals;
    this.#findings.checked(rows);
    if (rows !== this.#kept.rows) this.#wrong(`${rows} rows are stored; the dataset has counted ${this.#kept.rows}`);
    else if (sum !== this.#kept.sum)
      this.#wrong('the rows are others than those that were written: their hashes add up to another sum');
    return false;
  }

  #wrong(message: string): void {
    this.#findings.wrong(this.#entity, null, null, message);
  }
}
