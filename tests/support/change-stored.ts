import type { CellRow, DomainModel, EntityModel } from '../../src/definition/index.ts';
import { addSums, blockRange, blockWidth, hashBlock, Keys, negateSum } from '../../src/generate/index.ts';
import { layoutOf, type Recipe, Universe } from '../../src/plan/index.ts';
import type { Generation, Mark, Store } from '../../src/store/index.ts';

/** What lies in a dataset, seen through the store alone. */

export async function published(store: Store, domain: DomainModel, dataset = 'default'): Promise<Generation> {
  const generation = await store.open(dataset, domain);
  if (!generation) throw new Error(`There is nothing of ${domain.name} in ${dataset}.`);
  return generation;
}

/** All rows of an entity, by key. */
export async function rowsOf(generation: Generation, entity: EntityModel): Promise<Map<string, CellRow>> {
  const rows = await generation.range(entity, '', '\u{10ffff}', 1_000_000);
  return new Map(rows.map((row) => [String(row[entity.key.index]), row]));
}

/** All marks of an entity, by key. */
export async function marksOf(generation: Generation, entity: EntityModel): Promise<Map<string, Mark>> {
  const marks = await generation.marks(entity, '', '\u{10ffff}', 1_000_000);
  return new Map(marks.map(({ key, mark }) => [key, mark]));
}

/** Rows to be changed (or, with null, removed), brought along or marked, as a user's edits are: totals and marks in one batch. */
export interface StoredChanges {
  readonly entity: EntityModel;
  /** By key: cells by field name; null removes the row. */
  readonly rows?: ReadonlyMap<string, Readonly<Record<string, string | number | null>> | null>;
  readonly imported?: readonly CellRow[];
}

export async function changeStored(generation: Generation, changes: readonly StoredChanges[]): Promise<void> {
  const batch = { inserts: [] as Part[], replacements: [] as Part[], deletions: [] as Gone[], marks: [] as Marks[] };
  const totals = new Map<string, { rows: number; sum: bigint }>();
  for (const { entity, rows = new Map(), imported = [] } of changes) {
    const before = await rowsOf(generation, entity);
    const after = new Map(before);
    const keys: { key: string; mark: Mark }[] = [];
    for (const [key, set] of rows) {
      const row = [...(before.get(key) ?? [])];
      for (const [name, cell] of Object.entries(set ?? {})) row[entity.fieldNamed(name).index] = cell as CellRow[number];
      if (set) after.set(key, row);
      else after.delete(key);
      keys.push({ key, mark: set ? 'edited' : 'deleted' });
    }
    for (const row of imported) {
      const key = String(row[entity.key.index]);
      after.set(key, row);
      keys.push({ key, mark: 'imported' });
    }
    const removed = [...rows].filter(([, set]) => set === null).map(([key]) => key);
    if (removed.length > 0) batch.deletions.push({ entity, keys: removed });
    const edited = [...rows].flatMap(([key, set]) => (set ? [after.get(key) as CellRow] : []));
    if (edited.length > 0) batch.replacements.push({ entity, rows: edited });
    if (imported.length > 0) batch.inserts.push({ entity, rows: imported });
    batch.marks.push({ entity, keys });
    const names = await namesOfBlocks(generation, entity);
    const sum = addSums(sumOf(after, names), negateSum(sumOf(before, names)));
    totals.set(entity.name, { rows: after.size - before.size, sum });
  }
  const { checkpoint } = await generation.state();
  const written = await generation.write({
    ...batch,
    sequence: checkpoint.sequence,
    position: checkpoint.position,
    changes: totals,
  });
  if (!written) throw new Error('Somebody else has written.');
}

interface Part {
  entity: EntityModel;
  rows: readonly CellRow[];
}
interface Gone {
  entity: EntityModel;
  keys: readonly string[];
}
interface Marks {
  entity: EntityModel;
  keys: readonly { key: string; mark: Mark }[];
}

/** Names the block that a key lies in; that of a stranger is its own. */
async function namesOfBlocks(generation: Generation, entity: EntityModel): Promise<(key: string) => string> {
  const recipe = (await generation.state()).recipe as unknown as Recipe;
  const universe = new Universe(generation.domain, recipe);
  const codec = new Keys(generation.domain, universe.seed).of(entity);
  const width = blockWidth(universe, entity);
  if (layoutOf(generation.domain).of(entity).levels < 1) throw new Error('No address.');
  return (key) => {
    const address = codec.decode(key);
    return address ? `${address.slice(0, -1)} ${blockRange(width, address.at(-1) ?? 0).from}` : key;
  };
}

function sumOf(rows: ReadonlyMap<string, CellRow>, nameOf: (key: string) => string): bigint {
  const sorted = [...rows].sort(([a], [b]) => (a < b ? -1 : 1));
  const blocks = Map.groupBy(sorted, ([key]) => nameOf(key));
  return [...blocks.values()].reduce((sum, block) => addSums(sum, hashBlock(block.map(([, row]) => row))), 0n);
}
