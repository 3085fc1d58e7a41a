import { setImmediate as nextTurn } from 'node:timers/promises';
import type { EntityModel } from '../../definition/index.ts';
import { Keys } from '../../generate/index.ts';
import type { Batch, GenerationState, Store } from '../../store/store.ts';
import type { Removal, RemoveRequest } from '../jobs.ts';
import { PendingRows } from '../pending-rows.ts';
import { recipeFrom } from '../summary.ts';
import { checkVersion } from '../version-check.ts';
import { cascade, type RowsByEntity } from './cascade.ts';
import { checkEditable } from './editable.ts';
import { requireNothingInTheWay } from './in-the-way.ts';
import { writeEdit } from './write-edit.ts';

type Marks = NonNullable<Batch['marks']>;

/** Keys decoded between two turns of the event loop: one to two milliseconds. */
const KEYS_A_TURN = 1_000;

/**
 * Removes rows, what hangs under them, and refreshes the derived rows that read them, in one transaction. The caller holds the
 * dataset's lease, unless it is a dry run: that does all but write.
 */
export async function removeRows(store: Store, version: string, request: RemoveRequest): Promise<Removal> {
  const { entity, dataset, where, dryRun } = request;
  checkEditable(entity);
  const generation = await store.open(dataset, entity.domain);
  if (!generation) return countsOf(entity, new Map());
  const state = await generation.state();
  checkVersion(state, version, dataset);
  const rows = await cascade(generation, entity, where);
  await requireNothingInTheWay(generation, entity, rows);
  const removal = countsOf(entity, rows);
  if (dryRun || removal.deleted === 0) return removal;
  const pending = new PendingRows();
  for (const [removed, byKey] of rows) pending.remove(removed, byKey.values());
  await writeEdit(generation, state, pending, await marksOfRemoved(entity, state, rows));
  return removal;
}

/** Addresses are never used again. A row that was brought along had none, and leaves nothing. */
async function marksOfRemoved({ domain }: EntityModel, state: GenerationState, rows: RowsByEntity): Promise<Marks> {
  const keys = new Keys(domain, recipeFrom(state)[0].seed);
  const marks = [];
  for (const [entity, byKey] of rows) {
    const marked: { key: string; mark: 'deleted' | null }[] = [];
    for (const key of byKey.keys()) {
      if (marked.length % KEYS_A_TURN === 0) await nextTurn();
      marked.push({ key, mark: keys.of(entity).decode(key) ? 'deleted' : null });
    }
    marks.push({ entity, keys: marked });
  }
  return marks;
}

function countsOf({ domain }: EntityModel, rows: RowsByEntity): Removal {
  const counts = domain.entities
    .map((entity) => ({ entity, count: rows.get(entity)?.size ?? 0 }))
    .filter(({ count }) => count > 0);
  return { deleted: counts.reduce((sum, { count }) => sum + count, 0), counts };
}
