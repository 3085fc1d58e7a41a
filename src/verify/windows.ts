import type { CellRow, EntityModel } from '../definition/index.ts';
import { type ChildPage, childPagesOf, type Find, type Generation, pagesOf as storedPages } from '../store/index.ts';
import type { Pace } from './pace.ts';

/** Rows of a window. Measured on LARGE: a check takes at most a few milliseconds for so many, once it is warm. */
const WINDOW = 100;
/** Rows of a page of children. */
const PAGE = 250;

/** All rows of an entity in the order of keys. Gives way between windows. */
export async function* windowsOf(generation: Generation, entity: EntityModel, pace: Pace): AsyncGenerator<readonly CellRow[]> {
  for await (const rows of pagesOf(generation, { entity, order: [], limit: WINDOW }, pace)) yield rows;
}

/** The pages of a query, one after the other. */
export async function* pagesOf(generation: Generation, query: Find, pace: Pace): AsyncGenerator<readonly CellRow[]> {
  await pace.turn();
  for await (const rows of storedPages(generation, { ...query, ...signalOf(pace) })) {
    yield rows;
    await pace.turn();
  }
}

/** The rows that refer to each of a few parents, page by page, parent by parent; those of most parents by one statement. */
export async function* childrenOf(
  generation: Generation,
  query: Pick<Find, 'entity' | 'order'>,
  by: EntityModel['key'],
  parents: readonly string[],
  pace: Pace,
): AsyncGenerator<ChildPage> {
  await pace.turn();
  for await (const page of childPagesOf(generation, { ...query, limit: PAGE, ...signalOf(pace) }, by, parents)) {
    yield page;
    await pace.turn();
  }
}

function signalOf({ signal }: Pace): Pick<Find, 'signal'> {
  return signal ? { signal } : {};
}
