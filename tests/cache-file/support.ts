import { type CellRow, type DomainModel, type EntityModel, toCell } from '../../src/definition/index.ts';
import { addSums, blockWidth, hashBlock, Keys, negateSum } from '../../src/generate/index.ts';
import { type Recipe, Universe } from '../../src/plan/index.ts';
import type { Generation, Mark, Store } from '../../src/store/index.ts';

/** All that a generation holds: what a round trip has to bring back. */
export async function contentsOf(store: Store, dataset: string, domain: DomainModel) {
  const generation = await store.open(dataset, domain);
  if (!generation) throw new Error(`The dataset "${dataset}" holds nothing.`);
  const { version, recipe, totals, finished } = await generation.state();
  const entities: Record<string, unknown> = {};
  for (const entity of domain.entities) {
    const rows = await generation.range(entity, '', '~', 1_000_000);
    entities[entity.name] = { rows, marks: await generation.marks(entity, '', '~', 1_000_000) };
  }
  return { version, recipe, totals: new Map([...totals].filter(([, { rows }]) => rows > 0)), finished, entities };
}

/** Changes, removes and adds rows by way of the store's contract, as users' edits do: marks and digest are right in the same batch. */
export async function editRows(generation: Generation): Promise<void> {
  for (const entity of generation.domain.entities) {
    const field = entity.fields.find(({ field: { kind, unique } }) => kind === 'string' && !unique);
    const [row] = await generation.range(entity, '', '~', 1);
    if (!field || !row) continue;
    const changed = row.with(field.index, 'Edited: "é" \\ 😀\n');
    await replaceInBlock(generation, entity, row, changed, 'edited');
  }
}

/** Replaces, adds (`before` undefined) or removes (`after` undefined) a row. */
export async function replaceInBlock(
  generation: Generation,
  entity: EntityModel,
  before: CellRow | undefined,
  after: CellRow | undefined,
  mark: Mark,
): Promise<void> {
  const { recipe, checkpoint } = await generation.state();
  const key = String((after ?? before)?.[entity.key.index]);
  const rows = await blockRows(generation, recipe as unknown as Recipe, entity, key);
  const others = rows.filter((row) => row[entity.key.index] !== key);
  const then = after
    ? [...others, after].sort((a, b) => (String(a[entity.key.index]) < String(b[entity.key.index]) ? -1 : 1))
    : others;
  const hashOf = (block: CellRow[]) => (block.length > 0 ? hashBlock(block) : 0n);
  const change = { rows: then.length - rows.length, sum: addSums(negateSum(hashOf(rows)), hashOf(then)) };
  const written = await generation.write({
    sequence: checkpoint.sequence,
    position: checkpoint.position,
    inserts: after && !before ? [{ entity, rows: [after] }] : [],
    replacements: after && before ? [{ entity, rows: [after] }] : [],
    deletions: before && !after ? [{ entity, keys: [key] }] : [],
    marks: [{ entity, keys: [{ key, mark }] }],
    changes: new Map([[entity.name, change]]),
  });
  if (!written) throw new Error('There is another writer.');
}

/** The rows that share a block with a key; for a stranger, its own alone. */
async function blockRows(generation: Generation, recipe: Recipe, entity: EntityModel, key: string): Promise<CellRow[]> {
  const codec = new Keys(generation.domain, recipe[0].seed).of(entity);
  const width = blockWidth(new Universe(generation.domain, recipe), entity);
  const placeOf = (each: string) => {
    const address = codec.decode(each);
    return address ? `${address.slice(0, -1)} ${Math.floor((address.at(-1) ?? 0) / width)}` : each;
  };
  const rows = await generation.range(entity, '', '~', 1_000_000);
  return rows.filter((row) => placeOf(String(row[entity.key.index])) === placeOf(key));
}

/** A copy of a row under another key, its unique values changed so that there is no conflict. */
export function copyOf(entity: EntityModel, row: CellRow, key: string): CellRow {
  return entity.fields.map(({ field, index }) => {
    if (field.kind === 'key') return key;
    const cell = row[index] ?? null;
    if (!field.unique || cell === null || field.kind === 'reference') return cell;
    return toCell(field, typeof cell === 'number' ? cell + 999_000 : `${cell}-copy`);
  });
}
