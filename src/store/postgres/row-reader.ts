import type { Cell, CellRow, EntityModel, FieldModel } from '../../definition/index.ts';
import type { TextRow } from './client.ts';
import { onceAnEntity } from './once-an-entity.ts';
import { readerOf } from './values.ts';

type ReadCell = ((text: string) => Cell) | undefined;

/** Makes cells of the texts of a row, in their place: `undefined` stands for columns whose texts are cells. */
export class RowReader {
  readonly #changed: readonly { readonly place: number; readonly read: (text: string) => Cell }[];

  constructor(columns: readonly ReadCell[]) {
    this.#changed = columns.flatMap((read, place) => (read ? [{ place, read }] : []));
  }

  row(texts: TextRow): CellRow {
    const cells: CellRow = texts;
    for (const { place, read } of this.#changed) {
      const text = texts[place];
      if (typeof text === 'string') cells[place] = read(text);
    }
    return cells;
  }
}

/** Of the cells of an entity. */
export const cellsOf = onceAnEntity((entity) => new RowReader(readersOf(entity)));

/** Of each cell of an entity, in the order of its fields. */
export const readersOf = onceAnEntity((entity: EntityModel) => entity.fields.map(({ field }) => readerOf(field)));

/** Of the column that a field is compared by: a folded text is a text. */
export function comparableReader({ field, foldedColumn }: FieldModel): ReadCell {
  return foldedColumn ? undefined : readerOf(field);
}
