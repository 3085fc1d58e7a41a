import { type CellRow, type EntityModel, fromCell, namesOf, snakeCase } from '../definition/index.ts';

/** What a cache file says it is. The number changes when readers of the previous one would misunderstand the file. */
export const JSON_FORMAT = 'seedgraph-cache/1';
export const LINES_FORMAT = 'seedgraph-cache-lines/1';

/** The two forms of a cache file. */
export type CacheFormat = 'json' | 'ndjson';

/** The list, beside the rows, of those that are not what the recipe makes. */
export const MARKED_ROWS = 'marked_rows';

/** What a file says of its rows, at the top in JSON and in the first line of NDJSON. */
export interface CacheHeader {
  readonly format: string;
  /** Of everything that decides what rows look like. */
  readonly version: string;
  readonly domain: string;
  readonly seed: number;
  readonly preset: string;
  readonly digest: string;
  readonly recipe: readonly unknown[];
}

/** The names that the top of a JSON file uses for itself. */
export const HEADER_FIELDS: ReadonlySet<string> = new Set(['format', 'version', 'domain', 'seed', 'preset', 'digest', 'recipe']);

/** The name under which an entity's rows stand: `parent_students`. */
export function sectionOf(entity: EntityModel): string {
  return snakeCase(namesOf(entity.definition, '').local);
}

/** Further names by which other tools call the rows: the label (`attendance`), the table, with the domain's prefix. */
export function aliasesOf(entity: EntityModel): string[] {
  const label = entity.definition.label?.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_');
  return [entity.plural, snakeCase(entity.plural), entity.table, ...(label ? [label] : [])];
}

/** Whether the rows link two others: those stand in a list, all others by their keys. */
export function isList(entity: EntityModel): boolean {
  return entity.definition.joins !== undefined;
}

/** A row as files have it: names in snake_case, values as GraphQL has them, but money in minor units. */
export function objectOfRow(entity: EntityModel, row: CellRow): Readonly<Record<string, unknown>> {
  const object: Record<string, unknown> = {};
  for (const { column, field, index } of entity.fields) object[column] = fromCell(field, row[index] ?? null);
  return object;
}

/** The values of a row, in the order of fields. */
export function valuesOfRow(entity: EntityModel, row: CellRow): unknown[] {
  return entity.fields.map(({ field, index }) => fromCell(field, row[index] ?? null));
}
