import { type Cell, type CellRow, type EntityModel, type FieldModel, fromCell } from '../definition/index.ts';
import type { Generation } from '../store/store.ts';

/**
 * A row on its way to a client, and where its relations are looked up: a payload's dataset may differ from the request's,
 * and a sample has no dataset.
 */
export class Loaded {
  readonly entity: EntityModel;
  readonly row: CellRow;
  readonly source: Generation;

  constructor(entity: EntityModel, row: CellRow, source: Generation) {
    this.entity = entity;
    this.row = row;
    this.source = source;
  }

  get key(): string {
    return String(this.row[this.entity.key.index]);
  }

  cell(field: FieldModel): Cell {
    return this.row[field.index] ?? null;
  }

  value(field: FieldModel): unknown {
    return fromCell(field.field, this.cell(field));
  }
}
