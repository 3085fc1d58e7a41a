import type { CellRow, EntityModel, FieldModel } from '../definition/index.ts';
import type { Block, Generator, ReadChildren } from '../generate/index.ts';
import type { Generation } from '../store/store.ts';

/** Rows read at once for one owner. */
const PAGE = 1_000;

/**
 * What the derived rows of a block read: the rows of their source entities that refer to their owners. Undefined for
 * blocks of other entities. `unsaved` rows count as if they were stored.
 */
export async function sourcesOf(
  generation: Generation,
  generator: Generator,
  block: Block,
  unsaved: ReadonlyMap<EntityModel, readonly CellRow[]> = new Map(),
): Promise<ReadChildren | undefined> {
  const { definition, domain } = block.entity;
  const owner = block.branch.owner;
  if (!('derive' in definition) || !owner) return undefined;
  const { layout } = generator.universe;
  const owners = block.ordinals.map((ordinal) =>
    generator.keys.keyOf(owner, layout.owner(block.branch, [...block.prefix, ordinal])),
  );
  const found = new Map<string, CellRow[]>();
  for (const source of definition.derive.from.map((name) => domain.entity(name))) {
    for (const { field, to } of source.references) {
      if (to !== owner) continue;
      const stored = await childrenOf(generation, source, field, owners);
      const fresh = unsaved.get(source) ?? [];
      for (const [index, key] of owners.entries()) {
        const byKey = new Map([...(stored[index] ?? []), ...fresh].map((row) => [row[source.key.index], row]));
        const rows = [...byKey.values()].filter((row) => row[field.index] === key);
        found.set(`${source.name} ${field.name} ${key}`, rows);
      }
    }
  }
  return (entity, field, key) => found.get(`${entity.name} ${field} ${key}`) ?? [];
}

/** The stored rows that refer to each of the keys, in the order of their own keys: one statement for most blocks. */
async function childrenOf(
  generation: Generation,
  entity: EntityModel,
  by: FieldModel,
  keys: readonly string[],
): Promise<CellRow[][]> {
  const pages = await generation.find({ entity, order: [], limit: PAGE, within: { kind: 'inverse', by, parents: keys } });
  return Promise.all(
    pages.map(async ({ rows, more }, index) => (more ? rest(generation, entity, by, keys[index] ?? '', rows) : [...rows])),
  );
}

async function rest(
  generation: Generation,
  entity: EntityModel,
  by: FieldModel,
  key: string,
  first: readonly CellRow[],
): Promise<CellRow[]> {
  const rows = [...first];
  for (let more = true; more; ) {
    const after = [rows.at(-1)?.[entity.key.index] ?? null];
    const [page] = await generation.find({
      entity,
      order: [],
      limit: PAGE,
      within: { kind: 'inverse', by, parents: [key] },
      after,
    });
    rows.push(...(page?.rows ?? []));
    more = page?.more ?? false;
  }
  return rows;
}
