import { type CellRow, type DomainModel, type EntityModel, type FieldModel, fromCell } from '../definition/index.ts';
import { Generator } from '../generate/index.ts';
import { createPlan, type Plan, recipeOf, Universe } from '../plan/index.ts';

/** Rows that values are taken from, for each entity and branch. */
const KEPT = 256;

/**
 * Values for what a file of another tool does not have: those of the rows that the domain makes by default, one after the other.
 * The same file gets the same values.
 */
export class MadeValues {
  readonly #plan: Plan;
  readonly #generator: Generator;
  readonly #rows = new Map<string, readonly CellRow[]>();
  readonly #taken = new Map<FieldModel, number>();

  constructor(domain: DomainModel) {
    this.#plan = createPlan(domain, {});
    this.#generator = new Generator(new Universe(domain, [recipeOf(this.#plan)]));
  }

  /** A value for a field of a row; undefined where none can be made. `branch` is what the row's field for it says. */
  take(entity: EntityModel, field: FieldModel, branch: unknown): unknown {
    const rows = this.#rowsOf(entity, branch);
    const number = this.#taken.get(field) ?? 0;
    const row = rows[number % rows.length];
    if (!row) return undefined;
    this.#taken.set(field, number + 1);
    const value = fromCell(field.field, row[field.index] ?? null);
    return field.field.unique ? another(value, Math.floor(number / rows.length) + 1) : value;
  }

  #rowsOf(entity: EntityModel, branch: unknown): readonly CellRow[] {
    const name = `${entity.name} ${branch}`;
    const rows = this.#rows.get(name) ?? this.#make(entity, branch);
    this.#rows.set(name, rows);
    return rows;
  }

  #make(entity: EntityModel, wanted: unknown): CellRow[] {
    // What is derived is made of rows that are stored, and there are none yet.
    if ('derive' in entity.definition) return [];
    const rows: CellRow[] = [];
    const isBranched = entity.definition.rows.by !== undefined;
    for (const block of this.#generator.blocks(entity, { from: 0, to: this.#plan.roots })) {
      if (isBranched && block.branch.name !== wanted) continue;
      rows.push(...this.#generator.rows(block));
      if (rows.length >= KEPT) break;
    }
    return rows;
  }
}

/** A value that no row which is generated later will have: `jane.doe` becomes `jane.doe-1`. */
function another(value: unknown, round: number): unknown {
  if (typeof value === 'number') return value + round * 1_000_000;
  if (typeof value !== 'string') return undefined;
  const at = value.indexOf('@');
  return at < 0 ? `${value}-${round}` : `${value.slice(0, at)}-${round}${value.slice(at)}`;
}
