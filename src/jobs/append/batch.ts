import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Address, CellRow, EntityModel } from '../../definition/index.ts';
import { blockRange, blockWidth, hashBlock, negateSum } from '../../generate/index.ts';
import type { GenerateEntry } from '../../plan/index.ts';
import type { Batch, Generation } from '../../store/store.ts';
import { Batcher } from '../batcher.ts';
import { sourcesOf } from '../sources.ts';
import type { Draft } from './draft.ts';
import type { DraftedRows } from './requirements.ts';

/** The drafted rows as one batch: inserts in the order of generation, refreshed derived rows, and what the digest gains. */
export async function batchOf(
  generation: Generation,
  draft: Draft,
  rows: DraftedRows,
  sequence: number,
  recipe: GenerateEntry,
  order: readonly EntityModel[],
): Promise<Batch> {
  const batcher = new Batcher();
  const inserts = [];
  const replacements = [];
  const derived = await derivedRows(generation, draft, rows, order);
  for (const entity of order) {
    await nextTurn();
    const made = sorted(entity, rows.get(entity)?.values() ?? []);
    const changed = derived.get(entity) ?? { inserts: [], replacements: [] };
    const fresh = [...made, ...changed.inserts];
    if (fresh.length > 0) inserts.push({ entity, rows: fresh });
    if (changed.replacements.length > 0) replacements.push({ entity, rows: changed.replacements });
    await changeDigest(generation, draft, batcher, entity, fresh, changed.replacements);
  }
  const { position } = (await generation.state()).checkpoint;
  const { changes } = batcher.take(sequence, position);
  return { sequence, position, inserts, replacements, changes, recipe: { ...recipe } };
}

/** Hashes the touched blocks as they were and as they will be. */
async function changeDigest(
  generation: Generation,
  draft: Draft,
  batcher: Batcher,
  entity: EntityModel,
  inserts: readonly CellRow[],
  replacements: readonly CellRow[],
): Promise<void> {
  const codec = draft.keys.of(entity);
  const width = blockWidth(draft.universe, entity);
  const blocks = new Map<string, { prefix: Address; from: number; to: number; rows: CellRow[] }>();
  for (const row of [...inserts, ...replacements]) {
    const address = codec.decode(keyOf(entity, row)) ?? [];
    const prefix = address.slice(0, -1);
    const range = blockRange(width, address.at(-1) ?? 0);
    const name = `${prefix} ${range.from}`;
    const block = blocks.get(name) ?? { prefix, ...range, rows: [] };
    blocks.set(name, block);
    block.rows.push(row);
  }
  for (const { prefix, from, to, rows } of blocks.values()) {
    const range = codec.range(prefix, from, Math.min(to, codec.largestPart));
    const before = await generation.range(entity, range.from, range.to, width);
    const after = new Map([...before, ...rows].map((row) => [keyOf(entity, row), row]));
    if (before.length > 0) batcher.change(entity, 0, negateSum(hashBlock(before)));
    batcher.change(entity, after.size - before.length, hashBlock(sorted(entity, after.values())));
  }
}

/** The derived rows that the drafted rows touch, made anew: new ones and changed ones. */
async function derivedRows(generation: Generation, draft: Draft, rows: DraftedRows, order: readonly EntityModel[]) {
  const result = new Map<EntityModel, { inserts: CellRow[]; replacements: CellRow[] }>();
  const unsaved = new Map<EntityModel, readonly CellRow[]>([...rows].map(([entity, made]) => [entity, [...made.values()]]));
  const { generator } = draft;
  for (const entity of order) {
    if (!('derive' in entity.definition)) continue;
    const changed = { inserts: [] as CellRow[], replacements: [] as CellRow[] };
    for (const address of touched(draft, entity, unsaved)) {
      const branch = draft.universe.layout.branchOf(entity, address);
      const block = { entity, branch, prefix: address.slice(0, -1), ordinals: [address.at(-1) ?? 0] };
      const row = generator.row(entity, address, await sourcesOf(generation, generator, block, unsaved));
      const [stored] = await generation.get(entity, [keyOf(entity, row)]);
      if (stored) changed.replacements.push(row);
      else if (draft.has(entity, keyOf(entity, row))) changed.inserts.push(row);
    }
    result.set(entity, changed);
    // What is derived from these in turn sees them as they will be.
    unsaved.set(entity, [...changed.inserts, ...changed.replacements]);
  }
  return result;
}

/** The addresses of derived rows that were asked for, or whose owner a drafted source row refers to. */
function touched(draft: Draft, entity: EntityModel, rows: ReadonlyMap<EntityModel, readonly CellRow[]>): Address[] {
  const { layout } = draft.universe;
  const [branch] = layout.of(entity).branches;
  const found = new Map<string, Address>();
  const add = (address: Address) => found.set(address.join(), address);
  for (const address of draft.additions.get(entity)?.values() ?? []) add(address);
  const from = 'derive' in entity.definition ? entity.definition.derive.from : [];
  for (const source of from.map((name) => entity.domain.entity(name))) {
    for (const { field, to } of source.references) {
      if (!branch?.owner || to !== branch.owner) continue;
      for (const row of rows.get(source) ?? []) {
        const owner = draft.keys.of(to).decode(String(row[field.index]));
        if (owner) for (const ordinal of draft.ordinals(to, branch, owner)) add(layout.child(branch, owner, ordinal));
      }
    }
  }
  return [...found.values()];
}

function sorted(entity: EntityModel, rows: Iterable<CellRow>): CellRow[] {
  return [...rows].sort((a, b) => (keyOf(entity, a) < keyOf(entity, b) ? -1 : 1));
}

function keyOf(entity: EntityModel, row: CellRow): string {
  return String(row[entity.key.index]);
}
