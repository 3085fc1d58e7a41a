import type { EntityModel } from '../definition/index.ts';
import type { Generation, Mark, MarkedKey } from '../store/store.ts';

/** Marks read at once. */
const PAGE = 1_000;

/** The marks that rows with these keys have, or had before they were removed; those without are left out. */
export async function marksOf(
  generation: Generation,
  entity: EntityModel,
  keys: readonly string[],
): Promise<ReadonlyMap<string, Mark>> {
  const wanted = new Set(keys);
  const found = new Map<string, Mark>();
  const [first, ...others] = [...wanted].sort();
  if (first === undefined) return found;
  for await (const { key, mark } of marksBetween(generation, entity, first, others.at(-1) ?? first)) {
    if (wanted.has(key)) found.set(key, mark);
  }
  return found;
}

/** The marks of rows whose key is in [from, to], ascending by key. */
export async function* marksBetween(
  generation: Generation,
  entity: EntityModel,
  from: string,
  to: string,
): AsyncGenerator<MarkedKey> {
  let page = await generation.marks(entity, from, to, PAGE);
  yield* page;
  while (page.length === PAGE) {
    const last = page.at(-1)?.key ?? to;
    // The range begins with what was seen last.
    page = await generation.marks(entity, last, to, PAGE);
    yield* page.slice(1);
  }
}
