import { Buffer } from 'node:buffer';
import { type Cell, type CellRow, type EntityModel, type FieldModel, screamingCase } from '../definition/index.ts';
import { type Order, positionOf } from '../store/query.ts';
import { type ArgumentPath, RequestError } from './error.ts';

/** The place of a row in an order, opaque to clients: base64url of JSON. Says which order it belongs to. */
export function encodeCursor(entity: EntityModel, order: readonly Order[], row: CellRow): string {
  return encode([orderTag(entity, order), ...positionOf(entity, order, row)]);
}

/** The position in a cursor. @throws RequestError INVALID_CURSOR when it is malformed or belongs to another order. */
export function decodeCursor(entity: EntityModel, order: readonly Order[], cursor: string, path: ArgumentPath): Cell[] {
  const parts = decode(cursor);
  const tag = parts?.[0];
  if (!parts || typeof tag !== 'string') {
    throw invalid(cursor, path, "Use an `endCursor`, a `startCursor` or an edge's `cursor` as it came.");
  }
  const expected = orderTag(entity, order);
  if (tag !== expected) {
    throw invalid(
      cursor,
      path,
      `It belongs to ${tag}, this list is ${expected}: keep \`orderBy\` as it was, or begin without a cursor.`,
    );
  }
  const position = parts.slice(1);
  const fields = [...order.map(({ field }) => field), entity.key];
  if (position.length === fields.length && fields.every((field, index) => fits(field, position[index]))) {
    // Every part has just been found to be a cell.
    return position as Cell[];
  }
  throw invalid(cursor, path, 'Its position does not fit the fields it is ordered by.');
}

/** A cursor that holds one text; for lists that are not ordered by fields. */
export function encodeTextCursor(kind: string, text: string): string {
  return encode([kind, text]);
}

/** @throws RequestError INVALID_CURSOR. */
export function decodeTextCursor(kind: string, cursor: string, path: ArgumentPath): string {
  const [tag, text, ...rest] = decode(cursor) ?? [];
  if (tag === kind && typeof text === 'string' && rest.length === 0) return text;
  throw invalid(cursor, path, 'Use the `endCursor` of an earlier page as it came.');
}

function orderTag(entity: EntityModel, order: readonly Order[]): string {
  const terms = order.map(({ field, direction }) => `${screamingCase(field.name)} ${direction.toUpperCase()}`);
  return `${entity.typeName} by ${terms.join(', ') || 'default'}`;
}

function encode(parts: readonly Cell[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

function decode(cursor: string): unknown[] | undefined {
  if (!/^[A-Za-z0-9_-]+$/.test(cursor)) return undefined;
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(parts) ? parts : undefined;
  } catch {
    return undefined;
  }
}

const numeric: readonly string[] = ['integer', 'float', 'money', 'boolean'];

function fits(field: FieldModel, cell: unknown): boolean {
  if (cell === null) return field.field.optional;
  return typeof cell === (numeric.includes(field.field.kind) ? 'number' : 'string');
}

function invalid(cursor: string, path: ArgumentPath, advice: string): RequestError {
  return new RequestError('INVALID_CURSOR', `"${cursor}" is not a cursor of this list. ${advice}`, {
    path,
    details: { given: cursor },
  });
}
