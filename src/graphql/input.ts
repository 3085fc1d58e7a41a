import { type Cell, canonicalKey, type EntityModel, type FieldModel, parseMoney } from '../definition/index.ts';
import { type ArgumentPath, RequestError } from './error.ts';

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
      return canonicalKey(String(value));
    case 'money':
      return minorUnits(model, String(value), path);
    default:
      return value;
  }
}

/** The values of an input by the names of fields, as `ValueOf` types them. @throws RequestError INVALID_VALUE. */
export function valuesOf(entity: EntityModel, given: Input, path: ArgumentPath): Input {
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, valueOfInput(entity.fieldNamed(name), value, [...path, name])]),
  );
}

function minorUnits({ name, field }: FieldModel, value: string, path: ArgumentPath): number {
  const minor = parseMoney(value, field.digits);
  if (minor !== undefined) return minor;
  throw new RequestError('INVALID_VALUE', `${name} is an exact amount with at most ${field.digits} decimals; given ${value}.`, {
    path,
    details: { given: value },
  });
}
