import type { CellRow, EntityModel } from '../../definition/index.ts';
import { onceAnEntity } from './once-an-entity.ts';
import { quoted } from './quoting.ts';
import type { Reader } from './reader.ts';
import { cellsOf } from './row-reader.ts';
import { leastUuidFrom } from './uuid-range.ts';
import { arrayText, isUuid } from './values.ts';

/** What stands in every statement that reads rows: it raises an error where the tables are those of another generation than `$1`. */
export function guardSql(schema: string): string {
  return `(SELECT seedgraph.expect_generation(s."generation", $1) FROM ${quoted(schema, '_state')} s)`;
}

/** What there is of a table: where columns are missing, NULL is read. */
type ColumnsOf = (entity: EntityModel) => string;

const allColumns = onceAnEntity((entity) => entity.fields.map(({ column }) => quoted(column)).join(', '));

/** The rows with these keys, in the order of the keys. */
export async function getRows(
  reader: Reader,
  id: string,
  entity: EntityModel,
  keys: readonly string[],
  columnsOf: ColumnsOf = allColumns,
): Promise<(CellRow | undefined)[]> {
  const wanted = keys.filter(isUuid);
  if (wanted.length === 0) return keys.map(() => undefined);
  const sqlOf = (schema: string) => `${selectOf(schema, entity, columnsOf)} AND ${quoted(entity.key.column)} = ANY($2)`;
  const parameters = [id, arrayText(wanted)];
  const found = await reader.texts((schema) => ({ sql: sqlOf(schema), parameters }));
  const cells = cellsOf(entity);
  const byKey = new Map(found.map((texts) => [texts[entity.key.index], cells.row(texts)]));
  return keys.map((key) => byKey.get(key));
}

/** A range of the texts of keys, both ends included, and how many rows of it at most. */
export interface KeyRange {
  readonly from: string;
  readonly to: string;
  readonly limit: number;
}

/** The rows whose key is in a range. */
export async function rangeOfRows(
  reader: Reader,
  id: string,
  entity: EntityModel,
  { from, to, limit }: KeyRange,
  columnsOf: ColumnsOf = allColumns,
): Promise<CellRow[]> {
  const first = leastUuidFrom(from);
  if (first === undefined) return [];
  const key = quoted(entity.key.column);
  // Undefined where every UUID is less.
  const behind = leastUuidFrom(to);
  const upTo = behind === undefined ? '' : `AND ${key} ${behind === to ? '<=' : '<'} $4`;
  const parameters = [id, first, limit, ...(behind === undefined ? [] : [behind])];
  const sqlOf = (schema: string) => `${selectOf(schema, entity, columnsOf)} AND ${key} >= $2 ${upTo} ORDER BY ${key} LIMIT $3`;
  const found = await reader.texts((schema) => ({ sql: sqlOf(schema), parameters }));
  const cells = cellsOf(entity);
  return found.map((texts) => cells.row(texts));
}

function selectOf(schema: string, entity: EntityModel, columnsOf: ColumnsOf): string {
  return `SELECT ${columnsOf(entity)} FROM ${quoted(schema, entity.table)} WHERE ${guardSql(schema)}`;
}
