import type { Field, Json } from './field.ts';

/** The stored form of a value, the same in every store; digests are taken over it. Booleans are 0 and 1. */
export type Cell = string | number | null;

/** A row in its stored form: one cell a field, in the order of the fields. */
export type CellRow = Cell[];

/** The stored form of a value. The value is expected to fit the field. */
export function toCell(field: Field, value: unknown): Cell {
  if (value === null || value === undefined) return null;
  switch (field.kind) {
    case 'boolean':
      return value ? 1 : 0;
    case 'float':
      return roundTo(value as number, field.digits);
    case 'json':
      return canonicalJson(value as Json);
    case 'list':
      // Texts and numbers: there are no keys to put in order.
      return JSON.stringify(value);
    default:
      return value as Cell;
  }
}

/** The value of a stored cell, as `ValueOf` types it. */
export function fromCell(field: Field, cell: Cell): unknown {
  if (cell === null) return null;
  switch (field.kind) {
    case 'boolean':
      return cell === 1;
    case 'json':
    case 'list':
      return JSON.parse(cell as string);
    default:
      return cell;
  }
}

/** Rounds half away from zero in decimal, so that 1.005 gives 1.01 (digits at most 9). */
export function roundTo(value: number, digits: number): number {
  const factor = 10 ** digits;
  const rounded = Math.round(Math.abs(value) * factor + 1e-9) / factor;
  return value < 0 && rounded !== 0 ? -rounded : rounded;
}

/** JSON with the keys of objects in code-unit order, so that equal values give equal text. */
export function canonicalJson(value: Json): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** A key as stores keep it. UUIDs are compared in lower case (RFC 9562, section 4). */
export function canonicalKey(id: string): string {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id) ? id.toLowerCase() : id;
}

/** Nothing but U+0000 to U+007F. */
const ASCII = /^\p{ASCII}*$/u;

/** The form in which texts are compared: case does not count. The same in every store, since we write it. */
export function foldText(text: string): string {
  // Most texts are ASCII, which is in normal form as it is.
  return ASCII.test(text) ? text.toLowerCase() : text.normalize('NFKC').toLowerCase();
}
