import type { EntityModel, FieldModel } from '../../definition/index.ts';

/** A column and the field that it holds, plain or folded. */
export interface ColumnModel {
  readonly name: string;
  readonly field: FieldModel;
  readonly folded: boolean;
}

/** The columns of an entity's table: its fields in their order, then the folded texts. */
export function columnsOf(entity: EntityModel): ColumnModel[] {
  const plain = entity.fields.map((field) => ({ name: field.column, field, folded: false }));
  const folded = entity.fields.flatMap((field) =>
    field.foldedColumn ? [{ name: field.foldedColumn, field, folded: true }] : [],
  );
  return [...plain, ...folded];
}
