import { type CellRow, type EntityModel, keyOf } from '../definition/index.ts';
import { marksOf } from '../jobs/marks.ts';
import type { Generation, Mark } from '../store/index.ts';
import type { RowCheck } from './check.ts';
import type { Findings } from './findings.ts';

/** How many rows have which mark. */
export type MarkCounts = Map<Mark, number>;

/** Rows that the recipe makes and nobody has stored, looked up at once. */
const MISSING = 500;

/**
 * Rows without a mark are what the recipe makes again; rows that it does not make, and those that are missing, have a
 * mark that says so, or refer to rows that are gone. Both come in the order of keys and are gone through side by side.
 */
export class RecipeCheck implements RowCheck {
  readonly #entity: EntityModel;
  readonly #generation: Generation;
  readonly #counts: MarkCounts;
  readonly #findings: Findings;
  readonly #remade: AsyncGenerator<readonly CellRow[]>;
  #made: readonly CellRow[] = [];
  #next = 0;
  #ended = false;
  #missing: CellRow[] = [];

  /** @param counts is added to. */
  constructor(
    entity: EntityModel,
    remade: AsyncGenerator<readonly CellRow[]>,
    {
      generation,
      counts,
      findings,
    }: { readonly generation: Generation; readonly counts: MarkCounts; readonly findings: Findings },
  ) {
    this.#entity = entity;
    this.#remade = remade;
    this.#generation = generation;
    this.#counts = counts;
    this.#findings = findings;
  }

  async rows(window: readonly CellRow[]): Promise<void> {
    const marks = await this.#marksOf(window);
    for (const row of window) {
      const key = this.#keyOf(row);
      const made = await this.#upTo(key);
      const mark = marks.get(key);
      if (mark) this.#count(mark);
      this.#compare(row, made, mark);
    }
    this.#findings.checked(window.length);
  }

  async end(): Promise<boolean> {
    await this.#upTo(undefined);
    await this.#settleMissing();
    return false;
  }

  /** The remade row of a key, if there is one; those before it are missing. */
  async #upTo(key: string | undefined): Promise<CellRow | undefined> {
    for (;;) {
      const row = this.#made[this.#next] ?? (await this.#more());
      if (!row) return undefined;
      const next = this.#keyOf(row);
      if (key !== undefined && next > key) return undefined;
      this.#next++;
      if (next === key) return row;
      this.#missing.push(row);
      if (this.#missing.length >= MISSING) await this.#settleMissing();
    }
  }

  async #more(): Promise<CellRow | undefined> {
    while (!this.#ended) {
      const { value, done } = await this.#remade.next();
      if (done) this.#ended = true;
      else if (value.length > 0) {
        this.#made = value;
        this.#next = 0;
        return value[0];
      }
    }
    return undefined;
  }

  #compare(row: CellRow, made: CellRow | undefined, mark: Mark | undefined): void {
    const key = this.#keyOf(row);
    if (mark === 'deleted') this.#findings.wrong(this.#entity, key, null, 'it is marked as deleted, and is there');
    else if (mark) return;
    else if (!made)
      this.#findings.wrong(this.#entity, key, null, 'the recipe does not make this row, and no mark says why it is there');
    else {
      const different = this.#entity.fields.find(({ index }) => row[index] !== made[index]);
      if (!different) return;
      const [is, should] = [row[different.index], made[different.index]].map((cell) => JSON.stringify(cell));
      this.#findings.wrong(
        this.#entity,
        key,
        different.name,
        `it is ${is}; the recipe makes ${should}, and the row is not marked as edited`,
      );
    }
  }

  async #settleMissing(): Promise<void> {
    const rows = this.#missing;
    this.#missing = [];
    const marks = await this.#marksOf(rows);
    const unmarked = rows.filter((row) => marks.get(this.#keyOf(row)) !== 'deleted');
    for (let deleted = unmarked.length; deleted < rows.length; deleted++) this.#count('deleted');
    const leftOut = await this.#dangling(unmarked);
    for (const row of unmarked) {
      if (leftOut.has(row)) continue;
      const message = 'the recipe makes this row; it is missing, and not marked as deleted';
      this.#findings.wrong(this.#entity, this.#keyOf(row), null, message);
    }
    this.#findings.checked(rows.length);
  }

  /** Rows that refer to rows which are not there: a seeding of some entities leaves them out. */
  async #dangling(rows: readonly CellRow[]): Promise<ReadonlySet<CellRow>> {
    const dangling = new Set<CellRow>();
    for (const { field, to } of this.#entity.references) {
      const referring = rows.filter((row) => row[field.index] !== null);
      const keys = [...new Set(referring.map((row) => String(row[field.index])))];
      const targets = await this.#generation.get(to, keys);
      const there = new Set(keys.filter((_, index) => targets[index] !== undefined));
      for (const row of referring) if (!there.has(String(row[field.index]))) dangling.add(row);
    }
    return dangling;
  }

  #marksOf(rows: readonly CellRow[]): Promise<ReadonlyMap<string, Mark>> {
    return marksOf(
      this.#generation,
      this.#entity,
      rows.map((row) => this.#keyOf(row)),
    );
  }

  #count(mark: Mark): void {
    this.#counts.set(mark, (this.#counts.get(mark) ?? 0) + 1);
  }

  #keyOf(row: CellRow): string {
    return keyOf(this.#entity, row);
  }
}
