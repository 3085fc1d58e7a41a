import { hash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Cell, type EntityModel, type FieldModel, foldText, keyOf } from '../definition/index.ts';
import type { Generation } from '../store/store.ts';
import { sectionOf } from './format.ts';
import type { Mistake } from './mistakes.ts';
import { rowPages } from './pages.ts';

/** Values held at a time; more of them are looked at in several rounds. */
const HELD = 250_000;

/**
 * Tells the rows whose unique values another row has too. Needs no index, and memory for a part of the values: this is done once
 * it is known that something is wrong, to say what.
 */
export async function findTwins(generation: Generation, tell: (mistake: Mistake) => void): Promise<void> {
  const { totals } = await generation.state();
  for (const entity of generation.domain.entities) {
    const rounds = Math.ceil((totals.get(entity.name)?.rows ?? 0) / HELD);
    for (const field of entity.fields) {
      if (!field.field.unique || field === entity.key) continue;
      for (let round = 0; round < rounds; round++) await oneRound(generation, entity, field, { round, rounds }, tell);
    }
  }
}

async function oneRound(
  generation: Generation,
  entity: EntityModel,
  field: FieldModel,
  { round, rounds }: { readonly round: number; readonly rounds: number },
  tell: (mistake: Mistake) => void,
): Promise<void> {
  const first = new Map<Cell, string>();
  for await (const rows of rowPages(generation, entity)) {
    for (const row of rows) {
      const value = compared(row[field.index] ?? null);
      if (value === null || partOf(value, rounds) !== round) continue;
      const key = keyOf(entity, row);
      const other = first.get(value);
      if (other === undefined) first.set(value, key);
      else tell({ ...place(entity, field, key), message: `"${value}" is unique, and the row ${other} has it too` });
    }
    await nextTurn();
  }
}

function place(entity: EntityModel, field: FieldModel, key: string) {
  return { entity: sectionOf(entity), key, field: field.column };
}

/** Texts are compared as the store compares them. */
function compared(value: Cell): Cell {
  return typeof value === 'string' ? foldText(value) : value;
}

function partOf(value: Cell, parts: number): number {
  return parts === 1 ? 0 : Number.parseInt(hash('sha256', String(value), 'hex').slice(0, 8), 16) % parts;
}
