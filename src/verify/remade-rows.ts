import type { CellRow, EntityModel } from '../definition/index.ts';
import { PlannedRows, Replay } from '../generate/index.ts';
import { sourcesOf } from '../jobs/sources.ts';
import type { Recipe } from '../plan/index.ts';
import type { Generation } from '../store/index.ts';
import type { Pace } from './pace.ts';

/**
 * The rows that a dataset's recipe makes of an entity, in the order of keys: those of the seeding block by block, and the
 * later ones among them. Roll-ups are made from what is stored.
 */
export async function* remadeRows(
  generation: Generation,
  recipe: Recipe,
  entity: EntityModel,
  pace: Pace,
): AsyncGenerator<readonly CellRow[]> {
  const planned = new PlannedRows(new Replay(entity.domain, recipe), recipe);
  for (const block of planned.blocks(entity, { after: '', root: 0 })) {
    await pace.turn();
    const ordinals = [...block.seeded, ...block.added];
    const read = await sourcesOf(generation, planned.replay.seeding, { entity, ...block, ordinals });
    yield [...planned.rows(entity, block, read).values()];
  }
}
