import { setImmediate as nextTurn } from 'node:timers/promises';
import { type CellRow, type EntityModel, keyOf } from '../definition/index.ts';
import { type Condition, type Find, type Generation, pagesOf as storedPages } from '../store/index.ts';
import type { Resource } from './resource.ts';

/** Rows read, and written down as sent, at a time. */
const PAGE = 200;

/** All rows of a resource, a page at a time: those that go into one bulk request together, else in the order of keys. */
export async function* pagesOf(generation: Generation, resource: Resource): AsyncGenerator<readonly CellRow[]> {
  const { entity, bulk } = resource;
  const [first, ...others] = bulk?.group ?? [];
  if (!first?.to) return yield* pages(generation, { entity, order: [] });
  // By the rows that the reference points at: sorting all rows for each page would take ever longer.
  const order = others.map(({ field }) => ({ field, direction: 'asc' }) as const);
  for await (const key of keysOf(generation, first.to)) {
    const where: Condition = { kind: 'compare', field: first.field, operator: 'eq', value: key };
    yield* pages(generation, { entity, where, order });
  }
  yield* pages(generation, { entity, where: { kind: 'null', field: first.field, is: true }, order: [] });
}

async function* keysOf(generation: Generation, entity: EntityModel): AsyncGenerator<string> {
  for await (const rows of pages(generation, { entity, order: [] })) {
    for (const row of rows) yield keyOf(entity, row);
  }
}

async function* pages(generation: Generation, query: Omit<Find, 'limit'>): AsyncGenerator<readonly CellRow[]> {
  for await (const rows of storedPages(generation, { ...query, limit: PAGE })) {
    // What is there already is passed over without waiting for anything else.
    await nextTurn();
    yield rows;
  }
}
