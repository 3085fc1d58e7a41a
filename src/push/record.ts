import { type CellRow, type EntityModel, fromCell, type Json, pathFields } from '../definition/index.ts';
import type { RecordId } from './record-id.ts';
import type { Resource, SentField } from './resource.ts';

/** A row in the API's own terms. */
export interface SentRecord {
  /** The row's key here. */
  readonly key: string;
  readonly resource: Resource;
  /** Where it goes: `/api/v1/parents/3f.../students`. */
  readonly path: string;
  /** All its values by name, those of the path included. */
  readonly values: Readonly<Record<string, Json>>;
  /** Values that must not be seen. */
  readonly secrets: readonly string[];
}

/** The id that a row has at the API; undefined when it is not there. */
export type IdOf = (entity: EntityModel, key: string) => RecordId | undefined;

/** A row that cannot be sent, and why. */
export interface Unsendable {
  readonly state: 'failed' | 'skipped';
  readonly reason: string;
}

/** `password` is sent for secret fields; without it what the rows hold. */
export function recordOf(resource: Resource, row: CellRow, idOf: IdOf, password?: string): SentRecord | Unsendable {
  const values: Record<string, Json> = { ...resource.definition.constants };
  const secrets: string[] = [];
  for (const sent of resource.fields) {
    const given = sent.secret && password !== undefined ? password : cellValue(sent, row);
    if (given === null) {
      if (sent.required) return { state: 'failed', reason: `${sent.name} is required, and the row has none` };
      continue;
    }
    const value = sent.to ? idOf(sent.to, String(given)) : given;
    if (value === undefined) return { state: 'skipped', reason: `${sent.name}: ${sent.to?.name} ${given} is not at the API` };
    if (sent.secret) secrets.push(String(value));
    values[sent.name] = value;
  }
  return { key: String(row[resource.entity.key.index]), resource, path: pathOf(resource, values), values, secrets };
}

/** What a POST of the record holds: everything that the path does not say. */
export function bodyOf({ resource, values }: SentRecord): Record<string, Json> {
  const inPath = namesInPath(resource);
  return Object.fromEntries(Object.entries(values).filter(([name]) => !inPath.includes(name)));
}

/** What finds the record in its list; undefined when there is nothing to tell it by. */
export function filterOf({ resource, values }: SentRecord): Readonly<Record<string, Json>> | undefined {
  const key = resource.naturalKey.map(({ name }) => [name, values[name]] as const);
  if (key.length === 0 || key.some(([, value]) => value === undefined)) return undefined;
  const inPath = namesInPath(resource);
  // What is missing has been sorted out.
  return Object.fromEntries(key.filter(([name]) => !inPath.includes(name))) as Record<string, Json>;
}

function cellValue({ field }: SentField, row: CellRow): Json {
  const value = fromCell(field.field, row[field.index] ?? null) as Json;
  // Amounts are whole cents here; APIs take 12.5.
  return field.field.kind === 'money' && typeof value === 'number' ? value / 10 ** field.field.digits : value;
}

function pathOf(resource: Resource, values: Readonly<Record<string, Json>>): string {
  const nameOf = (field: string) => resource.fields.find((sent) => sent.field.name === field)?.name ?? field;
  return resource.path.replaceAll(/\{(\w+)\}/g, (_, field: string) => encodeURIComponent(String(values[nameOf(field)])));
}

function namesInPath(resource: Resource): readonly string[] {
  const fields = pathFields(resource.path);
  return resource.fields.filter(({ field }) => fields.includes(field.name)).map(({ name }) => name);
}
