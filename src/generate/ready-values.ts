import {
  type Address,
  type AnyValues,
  type Cell,
  type CellRow,
  type EntityModel,
  type FieldModel,
  toCell,
} from '../definition/index.ts';
import type { Keys } from './keys.ts';

/** Makes the cell of a value. */
interface ValueCell {
  readonly name: string;
  readonly index: number;
  readonly cell: (value: unknown) => Cell;
}

/** Puts values that are ready-made, by a series, a roll-up or a user, into the cells of rows. */
export class ReadyValues {
  readonly #cells: ReadonlyMap<string, ValueCell>;
  /** The cells in the order in which the names of the last objects came: those of one origin have them in the same order. */
  readonly #order: (ValueCell | undefined)[] = [];

  constructor(entity: EntityModel, keys: Keys) {
    this.#cells = new Map(entity.fields.map((field) => [field.name, valueCell(entity, field, keys)]));
  }

  /** For a reference, `values` has the target's address or its key. What is undefined, and names of no fields, is passed over. */
  place(row: CellRow, values: AnyValues): void {
    let place = 0;
    for (const name in values) {
      let cell = this.#order[place];
      if (cell?.name !== name) {
        cell = this.#cells.get(name);
        this.#order[place] = cell;
      }
      place++;
      const value = values[name];
      if (cell && value !== undefined) row[cell.index] = cell.cell(value);
    }
  }
}

function valueCell(entity: EntityModel, { name, field, index }: FieldModel, keys: Keys): ValueCell {
  if (field.kind !== 'reference') return { name, index, cell: (value) => toCell(field, value) };
  const keyOf = keys.reader(entity.domain.entity(field.target));
  return { name, index, cell: (value) => (Array.isArray(value) ? keyOf(value as Address) : toCell(field, value)) };
}
