import { type Cell, type CellRow, type EntityModel, enumName, type FieldModel, shownAs } from '../definition/index.ts';

/** A row as one JSON object: fields and values as GraphQL has them. */
export function jsonOf(entity: EntityModel, row: CellRow): Readonly<Record<string, unknown>> {
  return Object.fromEntries(entity.fields.map((field) => [field.name, jsonValue(field, row[field.index] ?? null)]));
}

function jsonValue(model: FieldModel, cell: Cell): unknown {
  if (model.field.kind === 'enumeration' && typeof cell === 'string') return enumName(cell);
  return shownAs(model)(cell);
}

/** A value as a line of text for people; empty when there is none. */
export function textOf(model: FieldModel, cell: Cell): string {
  const shown = shownAs(model)(cell);
  if (shown === null) return '';
  if (typeof shown === 'boolean') return shown ? 'yes' : 'no';
  if (model.field.kind === 'list') return (shown as readonly (string | number)[]).join(', ');
  return plainLine(typeof shown === 'object' ? JSON.stringify(shown) : String(shown));
}

/** Rows may be anybody's: nothing in them may steer a terminal, or break a line. */
export function plainLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
}
