import type { Cell, FieldModel } from '../definition/index.ts';
import { type ArgumentPath, RequestError } from './error.ts';
import { parseMoney } from './money.ts';

/** An input object, or the arguments of a field. */
export type Input = Readonly<Record<string, unknown>>;

/** A part of an input that GraphQL has already checked to be an object, where given. */
export function objectAt(input: Input, name: string): Input | undefined {
  const value = input[name];
  return typeof value === 'object' && value !== null ? (value as Input) : undefined;
}

/** A part of an input that GraphQL has already checked to be a list of objects, where given. */
export function objectsAt(input: Input, name: string): readonly Input[] | undefined {
  const value = input[name];
  return Array.isArray(value) ? (value as readonly Input[]) : undefined;
}

export function textAt(input: Input, name: string): string | undefined {
  const value = input[name];
  return typeof value === 'string' ? value : undefined;
}

export function numberAt(input: Input, name: string): number | undefined {
  const value = input[name];
  return typeof value === 'number' ? value : undefined;
}

/** An ID as stores keep it. UUIDs are compared in lower case (RFC 9562, section 4). */
export function keyOf(id: string): string {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id) ? id.toLowerCase() : id;
}

/** The stored form of an input value. Not rounded: `lt: 50.001` and `lt: 50` differ. @throws RequestError INVALID_VALUE. */
export function cellOfInput(model: FieldModel, value: unknown, path: ArgumentPath): Exclude<Cell, null> {
  const converted = valueOfInput(model, value, path);
  if (typeof converted === 'boolean') return converted ? 1 : 0;
  if (typeof converted === 'string' || typeof converted === 'number') return converted;
  throw new RequestError('INVALID_VALUE', `${model.name} cannot be compared with ${JSON.stringify(value)}.`, { path });
}

/** An input value as `ValueOf` types the field. @throws RequestError INVALID_VALUE. */
export function valueOfInput(model: FieldModel, value: unknown, path: ArgumentPath): unknown {
  if (value === null || value === undefined) return value;
  switch (model.field.kind) {
    case 'key':
    case 'reference':
      return keyOf(String(value));
    case 'money':
      return minorUnits(model, String(value), path);
    default:
      return value;
  }
}

function minorUnits({ name, field }: FieldModel, value: string, path: ArgumentPath): number {
  const minor = parseMoney(value, field.digits);
  if (minor !== undefined) return minor;
  throw new RequestError('INVALID_VALUE', `${name} is an exact amount with at most ${field.digits} decimals; given ${value}.`, {
    path,
    details: { given: value },
  });
}
