import type { Generation } from '../store/store.ts';

/** Marks read at once. */
const PAGE = 1_000;

/** Behind all keys. */
const LAST_KEY = '~';

/** How many rows of a generation were made by an earlier configuration, and stay although the present one makes others, or none. */
export async function keptRows(generation: Generation): Promise<number> {
  let kept = 0;
  for (const entity of generation.domain.entities) {
    for (let from: string | undefined = ''; from !== undefined; ) {
      const marks = await generation.marks(entity, from, LAST_KEY, PAGE);
      kept += marks.filter(({ mark }) => mark === 'kept').length;
      const last = marks.at(-1)?.key;
      // A space is smaller than anything a key has.
      from = marks.length === PAGE && last !== undefined ? `${last} ` : undefined;
    }
  }
  return kept;
}
