import { hash } from 'node:crypto';
import { type CellRow, type EntityModel, foldText, keyOf, type PathModel } from '../definition/index.ts';
import type { RowCheck } from './check.ts';
import type { Findings } from './findings.ts';
import type { Related } from './related.ts';
import { Sieve } from './sieve.ts';

/** Places of a sieve for each row: of 64 rows one is suspected wrongly. */
const PLACES_PER_ROW = 64;
/** 32 MB, which 17 million rows fill to an eighth. */
const MOST_PLACES = 2 ** 27;
const FEWEST_PLACES = 2 ** 15;
/** Combinations that are compared in full. */
const MOST_SUSPECTS = 20_000;
/** Sieves one after the other, each with another part of the hash; more than these find nothing new. */
const MOST_SIEVES = 6;

/**
 * No two rows agree in everything that the paths lead to; texts are compared as stores compare them. Rows that lack a value are
 * passed over.
 *
 * Memory is bounded: a first pass sieves all rows; as long as too many are under suspicion they are sieved once more; then
 * those few are compared in full. Of more than 20,000 combinations that do occur twice only as many are counted.
 */
export class UniqueCheck implements RowCheck {
  readonly #entity: EntityModel;
  readonly #paths: readonly PathModel[];
  readonly #where: (row: CellRow) => boolean;
  readonly #findings: Findings;
  readonly #related: Related;
  readonly #sieves: Sieve[];
  readonly #newSieve: () => Sieve;
  #owners: Map<string, string> | undefined;

  constructor(
    entity: EntityModel,
    paths: readonly PathModel[],
    {
      rows,
      findings,
      related,
      where = () => true,
    }: {
      /** How many rows there are about. */
      readonly rows: number;
      readonly findings: Findings;
      readonly related: Related;
      readonly where?: (row: CellRow) => boolean;
    },
  ) {
    this.#entity = entity;
    this.#paths = paths;
    this.#where = where;
    this.#findings = findings;
    this.#related = related;
    const size = 2 ** Math.ceil(Math.log2(Math.max(1, rows) * PLACES_PER_ROW));
    this.#newSieve = () => new Sieve(Math.min(MOST_PLACES, Math.max(FEWEST_PLACES, size)));
    this.#sieves = [this.#newSieve()];
  }

  async rows(window: readonly CellRow[]): Promise<void> {
    await this.#related.follow(window, this.#paths);
    for (const row of window) {
      const combination = this.#where(row) ? this.#combinationOf(row) : undefined;
      if (combination === undefined) continue;
      if (this.#sieves.length === 1 && !this.#owners) this.#findings.checked();
      this.#judge(row, combination);
    }
  }

  end(): boolean {
    if (this.#owners) return false;
    const last = this.#sieves.at(-1);
    if (!last || last.collisions === 0) return false;
    if (last.collisions <= MOST_SUSPECTS || this.#sieves.length === MOST_SIEVES) this.#owners = new Map();
    else this.#sieves.push(this.#newSieve());
    return true;
  }

  #judge(row: CellRow, combination: string): void {
    const hashes = hash('sha256', combination, 'buffer');
    const judged = this.#owners ? this.#sieves : this.#sieves.slice(0, -1);
    for (const [number, sieve] of judged.entries()) if (!sieve.suspects(hashes.readInt32LE(4 * number))) return;
    if (this.#owners) this.#compare(this.#owners, row, combination);
    else this.#sieves.at(-1)?.add(hashes.readInt32LE(4 * judged.length));
  }

  #compare(owners: Map<string, string>, row: CellRow, combination: string): void {
    const owner = owners.get(combination);
    if (owner === undefined) {
      if (owners.size < MOST_SUSPECTS) owners.set(combination, keyOf(this.#entity, row));
      return;
    }
    const fields = this.#paths.map(({ path }) => path);
    const values = this.#paths.map((path) => JSON.stringify(this.#related.cell(row, path)));
    const message = `${values.join(', ')} is that of ${this.#entity.name} ${owner} too`;
    this.#findings.wrong(this.#entity, row[this.#entity.key.index], fields.join(', '), message);
  }

  #combinationOf(row: CellRow): string | undefined {
    let combination = '';
    for (const path of this.#paths) {
      const cell = this.#related.cell(row, path);
      if (cell === null) return undefined;
      combination += `${path.field.field.kind === 'string' ? foldText(String(cell)) : cell}\u001f`;
    }
    return combination;
  }
}
