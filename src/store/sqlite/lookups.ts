import type { Cell, CellRow, EntityModel, LookupModel } from '../../definition/index.ts';
import { comparableValue } from '../sql/scope.ts';
import type { Connection } from './connection.ts';
import { quoted } from './schema.ts';

interface Statements {
  readonly one: string;
  readonly some: string;
}

/** A look-up belongs to one entity, so its statements are made once. */
const statements = new WeakMap<LookupModel, Statements>();

/** The rows that unique values tell, in the order of the values. */
export function lookUpRows(
  connection: Connection,
  entity: EntityModel,
  lookup: LookupModel,
  values: readonly Exclude<Cell, null>[],
): (CellRow | undefined)[] {
  const known = statements.get(lookup) ?? statementsOf(entity, lookup);
  statements.set(lookup, known);
  const wanted = values.map((value) => comparableValue(lookup.field, value));
  const [only] = wanted;
  if (only === undefined) return [];
  if (wanted.length === 1) return [connection.get(known.one, [only])];
  const rows: (CellRow | undefined)[] = wanted.map(() => undefined);
  for (const [ordinal, ...row] of connection.all(known.some, [JSON.stringify(wanted)])) rows[Number(ordinal)] = row;
  return rows;
}

/** Begins with the table that has the value; where that is another one, the row that refers to it follows. */
function statementsOf(entity: EntityModel, { via, field }: LookupModel): Statements {
  const cells = entity.fields.map(({ column }) => `t.${quoted(column)}`).join(', ');
  const table = `${quoted(entity.table)} t`;
  const column = quoted(field.foldedColumn ?? field.column);
  const told = via && `t.${quoted(via.field.column)} = v.${quoted(via.to.key.column)}`;
  const from = via ? `${quoted(via.to.table)} v JOIN ${table} ON ${told}` : table;
  const unique = `${via ? 'v' : 't'}.${column}`;
  return {
    one: `SELECT ${cells} FROM ${from} WHERE ${unique} = ? LIMIT 1`,
    some: `SELECT j.key, ${cells} FROM json_each(?) j CROSS JOIN ${from} WHERE ${unique} = j.value`,
  };
}
