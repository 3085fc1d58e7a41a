import { type CellRow, type EntityModel, type FieldModel, inKeyOrder, keyOf } from '../definition/index.ts';
import type { Block, Generator, ReadChildren } from '../generate/index.ts';
import { childPagesOf } from '../store/pages.ts';
import type { Generation } from '../store/store.ts';
import type { PendingRows } from './pending-rows.ts';

/** Rows read at once for one owner. */
const PAGE = 1_000;

/**
 * What the derived rows of a block read: the rows of their source entities that refer to their owners. Undefined for
 * blocks of other entities. Pending rows count as if they were stored.
 */
export async function sourcesOf(
  generation: Generation,
  generator: Generator,
  block: Block,
  pending?: PendingRows,
): Promise<ReadChildren | undefined> {
  const { definition, domain } = block.entity;
  const owner = block.branch.owner;
  if (!('derive' in definition) || !owner) return undefined;
  const { layout } = generator.universe;
  const owners = block.ordinals.map((ordinal) =>
    generator.keys.keyOf(owner, layout.owner(block.branch, [...block.prefix, ordinal])),
  );
  const found = new Map<string, readonly CellRow[]>();
  for (const source of definition.derive.from.map((name) => domain.entity(name))) {
    for (const { field, to } of source.references) {
      if (to !== owner) continue;
      const stored = await childrenOf(generation, source, field, owners);
      for (const key of owners) {
        found.set(`${source.name} ${field.name} ${key}`, seen(source, field, key, stored.get(key) ?? [], pending));
      }
    }
  }
  return (entity, field, key) => found.get(`${entity.name} ${field} ${key}`) ?? [];
}

/** Rows as they will be, in the order of their keys. */
function seen(
  source: EntityModel,
  field: FieldModel,
  key: string,
  stored: readonly CellRow[],
  pending: PendingRows | undefined,
): readonly CellRow[] {
  if (!pending) return stored;
  const rest = stored.filter((row) => !pending.hides(source, keyOf(source, row)));
  return inKeyOrder(source, [...rest, ...pending.referring(source, field, key)]);
}

/** The stored rows that refer to each of the keys, in the order of their own keys: one statement for most blocks. */
async function childrenOf(
  generation: Generation,
  entity: EntityModel,
  by: FieldModel,
  keys: readonly string[],
): Promise<ReadonlyMap<string, readonly CellRow[]>> {
  const found = new Map<string, CellRow[]>();
  for await (const { parent, rows } of childPagesOf(generation, { entity, order: [], limit: PAGE }, by, keys)) {
    const known = found.get(parent);
    if (known) known.push(...rows);
    else found.set(parent, [...rows]);
  }
  return found;
}
