import { setImmediate as nextTurn } from 'node:timers/promises';
import { type CellRow, type EntityModel, inKeyOrder } from '../../definition/index.ts';
import { type GenerateEntry, generationOrder } from '../../plan/index.ts';
import type { Batch, Generation } from '../../store/store.ts';
import { Batcher } from '../batcher.ts';
import { changeDigest } from '../change-digest.ts';
import { PendingRows } from '../pending-rows.ts';
import { refreshRollUps } from '../roll-ups.ts';
import type { Draft } from './draft.ts';
import type { Required } from './requirements.ts';

/** The drafted rows as one batch: inserts in the order of generation, refreshed derived rows, and what the digest gains. */
export async function batchOf(
  generation: Generation,
  draft: Draft,
  { rows, changed }: Required,
  sequence: number,
  recipe: GenerateEntry,
): Promise<Batch> {
  const batcher = new Batcher();
  const pending = new PendingRows();
  for (const [entity, made] of rows) pending.write(entity, made.values());
  const asked = (entity: EntityModel) => draft.addressesOf(entity.name);
  const rollUps = await refreshRollUps(generation, draft.generator, pending, asked);
  const inserts: { entity: EntityModel; rows: readonly CellRow[] }[] = [];
  const replacements: { entity: EntityModel; rows: readonly CellRow[] }[] = [];
  for (const entity of generationOrder(generation.domain)) {
    await nextTurn();
    const derived = rollUps.get(entity);
    const fresh = derived?.inserts ?? inKeyOrder(entity, pending.written(entity));
    if (fresh.length > 0) inserts.push({ entity, rows: fresh });
    if (derived && derived.replacements.length > 0) replacements.push({ entity, rows: derived.replacements });
    await changeDigest(generation, draft.keys, batcher, entity, pending.changes(entity));
  }
  const { position } = (await generation.state()).checkpoint;
  const { changes } = batcher.take(sequence, position);
  const marks = [...changed].map(([entity, keys]) => ({
    entity,
    keys: [...keys].map((key) => ({ key, mark: 'edited' as const })),
  }));
  return { sequence, position, inserts, replacements, marks, changes, recipe: { ...recipe } };
}
