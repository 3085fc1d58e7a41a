import type { Cell, CellRow, EntityModel, LookupModel } from '../../definition/index.ts';
import { comparableValue } from '../sql/scope.ts';
import { quoted } from './quoting.ts';
import type { Reader } from './reader.ts';
import { cellsOf } from './row-reader.ts';
import { guardSql } from './rows.ts';
import { arrayText, baseTypeOf, textOf } from './values.ts';

/** The rows that unique values tell, in the order of the values. */
export async function lookUpRows(
  reader: Reader,
  id: string,
  entity: EntityModel,
  lookup: LookupModel,
  values: readonly Exclude<Cell, null>[],
): Promise<(CellRow | undefined)[]> {
  const texts = values.map((value) => textOf(lookup.field.field, comparableValue(lookup.field, value)));
  const places = texts.flatMap((text, place) => (text === undefined ? [] : [{ text, place }]));
  const found: (CellRow | undefined)[] = values.map(() => undefined);
  if (places.length === 0) return found;
  const parameters = [id, arrayText(places.map(({ text }) => text))];
  const cells = cellsOf(entity);
  for (const [ordinal, ...row] of await reader.texts((schema) => ({ sql: lookUpSql(schema, entity, lookup), parameters }))) {
    found[places[Number(ordinal) - 1]?.place ?? -1] = cells.row(row);
  }
  return found;
}

/** Begins with the table that has the value; where that is another one, the row that refers to it follows. */
function lookUpSql(schema: string, entity: EntityModel, { via, field }: LookupModel): string {
  const cells = entity.fields.map(({ column }) => `t.${quoted(column)}`).join(', ');
  const table = `${quoted(schema, entity.table)} t`;
  const column = quoted(field.foldedColumn ?? field.column);
  const told = via && `t.${quoted(via.field.column)} = v.${quoted(via.to.key.column)}`;
  const from = via ? `${quoted(schema, via.to.table)} v JOIN ${table} ON ${told}` : table;
  const values = `unnest($2::${baseTypeOf(field.field)}[]) WITH ORDINALITY AS w (value, ordinal)`;
  return `SELECT w.ordinal, ${cells} FROM ${values}, ${from} WHERE ${guardSql(schema)} AND ${via ? 'v' : 't'}.${column} = w.value`;
}
