import { setImmediate as nextTurn } from 'node:timers/promises';
import { Generator } from '../../generate/index.ts';
import { generationOrder, Universe } from '../../plan/index.ts';
import type { Batch, Generation, GenerationState } from '../../store/store.ts';
import { Batcher } from '../batcher.ts';
import { changeDigest } from '../change-digest.ts';
import type { PendingRows } from '../pending-rows.ts';
import { refreshRollUps } from '../roll-ups.ts';
import { recipeFrom } from '../summary.ts';
import { overtaken } from '../writers.ts';

/**
 * Commits rows that are pending, with the derived rows that follow, digest and marks, at once. The recipe stays as it is: what
 * a user changed is told by its mark.
 * @throws JobError DATASET_BUSY when another process went on with the generation; nothing is written then.
 */
export async function writeEdit(
  generation: Generation,
  state: GenerationState,
  pending: PendingRows,
  marks: NonNullable<Batch['marks']>,
): Promise<void> {
  const generator = new Generator(new Universe(generation.domain, recipeFrom(state)));
  await refreshRollUps(generation, generator, pending);
  const batcher = new Batcher();
  const replacements = [];
  const deletions = [];
  for (const entity of generationOrder(generation.domain)) {
    await nextTurn();
    const rows = pending.written(entity);
    const keys = pending.removedKeys(entity);
    if (rows.length > 0) replacements.push({ entity, rows });
    if (keys.length > 0) deletions.push({ entity, keys });
    await changeDigest(generation, generator.keys, batcher, entity, pending.changes(entity));
  }
  const { sequence, position } = state.checkpoint;
  const { changes } = batcher.take(sequence, position);
  const written = await generation.write({ sequence, position, inserts: [], replacements, deletions, marks, changes });
  if (!written) throw overtaken(generation.dataset);
}
