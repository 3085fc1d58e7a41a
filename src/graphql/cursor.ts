import { Buffer } from 'node:buffer';
import { type Cell, type EntityModel, type FieldModel, screamingCase } from '../definition/index.ts';
import type { Order } from '../store/query.ts';
import { type ArgumentPath, RequestError } from './error.ts';

/** The place of a row in an order, opaque to clients: base64url of JSON. Says which order it belongs to. */
export function encodeCursor(entity: EntityModel, order: readonly Order[], position: readonly Cell[]): string {
  return encode([orderTag(entity, order), ...position]);
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
  const terms: readonly Order[] = [...order, { field: entity.key, direction: 'asc' }];
  if (position.length === terms.length && terms.every((term, index) => fits(term, position[index]))) {
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
  const terms = order.map(({ via = [], field, direction }) =>
    [...via.map(({ name }) => name), `${screamingCase(field.name)} ${direction.toUpperCase()}`].join('.'),
  );
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

/** A row has no value where the field, or a reference on the way to it, is optional. */
function fits({ field, via = [] }: Order, cell: unknown): boolean {
  if (cell === null) return [field, ...via.map((reference) => reference.field)].some(isOptional);
  return typeof cell === (numeric.includes(field.field.kind) ? 'number' : 'string');
}

function isOptional({ field }: FieldModel): boolean {
  return field.optional;
}

function invalid(cursor: string, path: ArgumentPath, advice: string): RequestError {
  return new RequestError('INVALID_CURSOR', `"${cursor}" is not a cursor of this list. ${advice}`, {
    path,
    details: { given: cursor },
  });
}
