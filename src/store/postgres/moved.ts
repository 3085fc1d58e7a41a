import { setTimeout as sleep } from 'node:timers/promises';
import { StoreError } from '../error.ts';
import { codeOf } from './failure.ts';
import type { Place } from './place.ts';

/**
 * What is raised when a schema has been renamed: another generation's tables are there (the guard's own code), or none. XX000: they were
 * dropped while the statement was being planned.
 */
const moved = new Set(['SG001', '3F000', '42P01', 'XX000']);

/** A schema is renamed twice in its life, and dropped. */
const MOST_MOVES = 5;

/**
 * Does something with the tables of a generation, and once more wherever they have moved to meanwhile. What was begun in the wrong schema
 * has changed nothing.
 *
 * @throws StoreError STORE_UNAVAILABLE when the generation is gone.
 */
export async function inPlace<Result>(place: Place, work: (schema: string) => Promise<Result>): Promise<Result> {
  for (let moves = 0; ; moves++) {
    try {
      return await work(place.schema);
    } catch (error) {
      if (!moved.has(codeOf(error) ?? '') || moves === MOST_MOVES) throw error;
      // The registry and the schemas change in one transaction, but not in one moment for who looks at both.
      if (moves > 0) await sleep(20 * moves);
      if ((await place.find()) === undefined) throw goneError(place, error);
    }
  }
}

function goneError({ dataset, domain, id }: Place, cause: unknown): StoreError {
  const message = `What was stored of "${domain}" in the dataset "${dataset}" has been replaced and removed meanwhile. Try again.`;
  return new StoreError('STORE_UNAVAILABLE', message, { details: { dataset, domain, generation: id }, cause });
}
