import { type CellRow, type EntityModel, keyOf } from '../../definition/index.ts';
import { pagesOf } from '../../store/pages.ts';
import type { Condition } from '../../store/query.ts';
import type { Generation } from '../../store/store.ts';
import { JobError } from '../error.ts';
import { keysOf } from '../summary.ts';
import { belowOf } from './below.ts';
import { childrenOf } from './children.ts';

/** The most rows that one request removes. */
export const REMOVE_LIMIT = 10_000;

/** Rows read at once. */
const PAGE = 1_000;

/** Rows by entity and key. */
export type RowsByEntity = ReadonlyMap<EntityModel, ReadonlyMap<string, CellRow>>;

/**
 * The rows of an entity that fulfil a condition (without one: all) and whatever hangs under them. Stops reading as soon as
 * there are too many.
 * @throws JobError LIMIT_EXCEEDED above 10,000 rows.
 */
export async function cascade(generation: Generation, entity: EntityModel, where: Condition | undefined): Promise<RowsByEntity> {
  const keys = await keysOf(generation);
  const found = new Found();
  const refuse = () => tooMany(generation, entity, where);
  for await (const page of pagesOf(generation, { entity, order: [], limit: PAGE, ...(where && { where }) })) {
    if (found.add(entity, page) > REMOVE_LIMIT) throw await refuse();
  }
  for (let next = found.next(); next; next = found.next()) {
    const [owner, rows] = next;
    for (const below of belowOf(owner)) {
      for await (const page of childrenOf(generation, keys, owner, rows, below)) {
        if (found.add(below.entity, page) > REMOVE_LIMIT) throw await refuse();
      }
    }
  }
  return found.rows;
}

/** What was found, and for which of it one has still to look below. */
class Found {
  readonly rows = new Map<EntityModel, Map<string, CellRow>>();
  readonly #fresh = new Map<EntityModel, CellRow[]>();
  #count = 0;

  /** Adds rows that are not there yet, and gives the number of all. */
  add(entity: EntityModel, rows: readonly CellRow[]): number {
    const known = this.rows.get(entity) ?? new Map<string, CellRow>();
    const fresh = rows.filter((row) => !known.has(keyOf(entity, row)));
    if (fresh.length === 0) return this.#count;
    this.rows.set(entity, known);
    for (const row of fresh) known.set(keyOf(entity, row), row);
    this.#fresh.set(entity, [...(this.#fresh.get(entity) ?? []), ...fresh]);
    this.#count += fresh.length;
    return this.#count;
  }

  /** Rows of one entity that nobody has looked below. */
  next(): [EntityModel, readonly CellRow[]] | undefined {
    const [next] = this.#fresh;
    if (next) this.#fresh.delete(next[0]);
    return next;
  }
}

async function tooMany(generation: Generation, entity: EntityModel, where: Condition | undefined): Promise<JobError> {
  const [given = 0] = await generation.count({ entity, ...(where && { where }) });
  const rows = `${given} ${given === 1 ? 'row' : 'rows'} of ${entity.typeName} and what hangs under them`;
  return new JobError(
    'LIMIT_EXCEEDED',
    `To remove ${rows} is to remove more than ${REMOVE_LIMIT} rows, the most for one request. Remove fewer at a time, or drop the dataset.`,
    { path: ['where'], details: { given, max: REMOVE_LIMIT } },
  );
}
