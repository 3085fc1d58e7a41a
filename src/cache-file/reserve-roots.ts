import { Keys } from '../generate/index.ts';
import type { Universe } from '../plan/index.ts';
import type { Loader } from './loader.ts';

/**
 * Keeps the first root's address from being used, in a dataset whose rows all come from elsewhere. Unique values follow addresses, and
 * under the first root they look like those that people number by hand (`STU01000`): rows that are added later hang under a
 * root of their own, whose numbers are others.
 */
export async function reserveRoots(loader: Loader, { domain, layout, seed }: Universe): Promise<void> {
  const keys = new Keys(domain, seed);
  for (const entity of domain.entities) {
    const isRoot = layout.of(entity).branches.every(({ owner }) => owner === undefined);
    const key = keys.keyOf(entity, new Array<number>(layout.of(entity).levels).fill(0));
    const [row] = await loader.generation.get(entity, [key]);
    if (isRoot && !row && loader.count(entity) > 0) loader.mark(entity, key, 'deleted');
  }
  await loader.flush();
}
