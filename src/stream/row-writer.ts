import type { CellRow, EntityModel, FieldModel } from '../definition/index.ts';

/** What a field is called. */
export type NameOf = (field: FieldModel) => string;

/** Writes rows of one entity as text. */
export interface RowWriter {
  /** What stands before the first row. */
  readonly head: string;
  readonly text: (rows: readonly CellRow[]) => string;
}

/** Makes the writer of an entity's rows. `isNamed`: rows of several entities follow each other. */
export type WriterMaker = (entity: EntityModel, nameOf: NameOf, isNamed: boolean) => RowWriter;
