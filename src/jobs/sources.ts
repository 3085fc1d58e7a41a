import type { CellRow, EntityModel } from '../definition/index.ts';
import type { Block, Generator, ReadChildren } from '../generate/index.ts';
import type { Generation } from '../store/store.ts';

/** Rows read at once for one owner. */
const PAGE = 10_000;

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
      const fresh = unsaved.get(source) ?? [];
      for (const key of owners) {
        const rows = await children(generation, source, field.name, key);
        rows.push(...fresh.filter((row) => row[field.index] === key));
        found.set(`${source.name} ${field.name} ${key}`, rows);
      }
    }
  }
  return (entity, field, key) => found.get(`${entity.name} ${field} ${key}`) ?? [];
}

/** The stored rows that refer to a key, in the order of their own keys. */
async function children(generation: Generation, entity: EntityModel, field: string, key: string): Promise<CellRow[]> {
  const rows: CellRow[] = [];
  const within = { kind: 'inverse', by: entity.fieldNamed(field), parents: [key] } as const;
  for (let after: string | undefined; ; ) {
    const [page] = await generation.find({
      entity,
      order: [],
      limit: PAGE,
      within,
      ...(after === undefined ? {} : { after: [after] }),
    });
    rows.push(...(page?.rows ?? []));
    const last = page?.rows.at(-1)?.[entity.key.index];
    if (!page?.more || typeof last !== 'string') return rows;
    after = last;
  }
}
