import { setImmediate as nextTurn } from 'node:timers/promises';
import { PlannedRows, Replay } from '../generate/index.ts';
import { marksOf } from '../jobs/marks.ts';
import type { Recipe } from '../plan/index.ts';
import type { Loader } from './loader.ts';

/** The most rows that a recipe may make and a file not have: marks are written for them, and a recipe can tell of billions. */
const MOST_MISSING = 100_000;

/** Blocks looked at between two turns of the event loop. */
const BLOCKS_A_TURN = 4;

/**
 * Marks rows as deleted that the recipe makes and the file does not have: somebody took them out. Returns false when there are more
 * than 100,000 of them: the recipe is that of a larger dataset then.
 */
export async function markMissing(loader: Loader, recipe: Recipe): Promise<boolean> {
  const { generation } = loader;
  const planned = new PlannedRows(new Replay(generation.domain, recipe), recipe);
  let missing = 0;
  let blocks = 0;
  for (const entity of generation.domain.entities) {
    for (const { prefix, seeded, added } of planned.blocks(entity, { after: '', root: 0 })) {
      const keys = planned.keys.of(entity).siblings(prefix, [...seeded, ...added]);
      const rows = await generation.get(entity, keys);
      const gone = keys.filter((_, index) => !rows[index]);
      const marks = await marksOf(generation, entity, gone);
      for (const key of gone.filter((each) => !marks.has(each))) {
        loader.mark(entity, key, 'deleted');
        missing++;
      }
      if (missing > MOST_MISSING) return false;
      if (loader.isFull) await loader.flush();
      if (++blocks % BLOCKS_A_TURN === 0) await nextTurn();
    }
    await loader.flush();
  }
  return true;
}
