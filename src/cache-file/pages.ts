import { type CellRow, type EntityModel, keyOf } from '../definition/index.ts';
import type { Generation, MarkedKey } from '../store/store.ts';

/** Rows read at once: a few milliseconds. */
const PAGE = 500;

/** Behind all keys, and behind no letter of one. */
const LAST = '~';

/** All rows of an entity in the order of keys, a page at a time. */
export async function* rowPages(generation: Generation, entity: EntityModel): AsyncGenerator<readonly CellRow[]> {
  yield* pages(
    (from) => generation.range(entity, from, LAST, PAGE),
    (row) => keyOf(entity, row),
  );
}

/** All marks of an entity in the order of keys, a page at a time. */
export async function* markPages(generation: Generation, entity: EntityModel): AsyncGenerator<readonly MarkedKey[]> {
  yield* pages(
    (from) => generation.marks(entity, from, LAST, PAGE),
    ({ key }) => key,
  );
}

async function* pages<Item>(
  read: (from: string) => Promise<readonly Item[]>,
  keyOf: (item: Item) => string,
): AsyncGenerator<readonly Item[]> {
  for (let from = ''; ; ) {
    const page = await read(from);
    const last = page.at(-1);
    if (last === undefined) return;
    yield page;
    if (page.length < PAGE) return;
    // The smallest text behind the last key: a space is smaller than anything a key has.
    from = `${keyOf(last)} `;
  }
}
