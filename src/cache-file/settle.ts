import { setImmediate as nextTurn } from 'node:timers/promises';
import { type CellRow, type EntityModel, keyOf } from '../definition/index.ts';
import { BlockSums, type Keys } from '../generate/index.ts';
import type { Universe } from '../plan/index.ts';
import type { EntityTotals, Generation } from '../store/store.ts';
import { sectionOf } from './format.ts';
import { KnownKeys } from './known-keys.ts';
import type { Mistake } from './mistakes.ts';
import { markPages, rowPages } from './pages.ts';

/** What is needed to look at all the rows of a load once more. */
export interface SettleOptions {
  readonly generation: Generation;
  readonly universe: Universe;
  readonly keys: Keys;
  readonly tell: (mistake: Mistake) => void;
  /** Rows that were left out since something is wrong with them: what refers to them is not wrong in itself. */
  readonly isRejected: (entity: EntityModel, key: string) => boolean;
}

/** Checks what can be told only when all rows are there: references and marks. Returns what the digest is made of. */
export async function settle(options: SettleOptions): Promise<ReadonlyMap<string, EntityTotals>> {
  const { generation, universe, keys } = options;
  const known = new KnownKeys(generation);
  const totals = new Map<string, EntityTotals>();
  for (const entity of generation.domain.entities) {
    const sums = new BlockSums(universe, keys, entity);
    for await (const rows of rowPages(generation, entity)) {
      for (const row of rows) sums.add(row);
      await checkReferences(options, known, entity, rows);
      await nextTurn();
    }
    totals.set(entity.name, sums.totals());
    await checkMarks(options, entity);
  }
  return totals;
}

async function checkReferences(
  { tell, isRejected }: SettleOptions,
  known: KnownKeys,
  entity: EntityModel,
  rows: readonly CellRow[],
): Promise<void> {
  for (const { field, to } of entity.references) {
    const given = rows.flatMap((row) => (row[field.index] === null ? [] : [String(row[field.index])]));
    const missing = await known.missing(to, given);
    if (missing.size === 0) continue;
    for (const row of rows) {
      const key = String(row[field.index]);
      if (!missing.has(key) || isRejected(to, key)) continue;
      const message = `there is no row of "${sectionOf(to)}" with the key "${key}"`;
      tell({ entity: sectionOf(entity), key: keyOf(entity, row), field: field.column, message });
    }
  }
}

/** A mark says of a row why it is not what the recipe makes; `deleted` says it of a row that is gone. */
async function checkMarks({ generation, tell, isRejected }: SettleOptions, entity: EntityModel): Promise<void> {
  for await (const marks of markPages(generation, entity)) {
    const rows = await generation.get(
      entity,
      marks.map(({ key }) => key),
    );
    for (const [index, { key, mark }] of marks.entries()) {
      const isThere = rows[index] !== undefined;
      if (isThere !== (mark === 'deleted') || isRejected(entity, key)) continue;
      const message = isThere ? `it is marked as deleted, and is there` : `it is marked as ${mark}, and is not there`;
      tell({ entity: sectionOf(entity), key, message });
    }
    await nextTurn();
  }
}
