import { parseDay } from './dates.ts';
import type { Field } from './field.ts';

/** What is wrong with a value for a field, in words; undefined when it fits. */
export function mismatch(field: Field, value: unknown): string | undefined {
  if (value === null || value === undefined) return field.optional ? undefined : 'a value is required';
  const expected = expectations[field.kind](value, field);
  return expected === undefined ? undefined : `${expected} is expected; given ${JSON.stringify(value)}`;
}

type Expectation = (value: unknown, field: Field) => string | undefined;

const when =
  (fits: (value: unknown, field: Field) => boolean, expected: string): Expectation =>
  (value, field) =>
    fits(value, field) ? undefined : expected;

const text = (pattern: RegExp) => (value: unknown) => typeof value === 'string' && pattern.test(value);

function isDay(value: unknown): boolean {
  try {
    return typeof value === 'string' && Number.isInteger(parseDay(value));
  } catch {
    return false;
  }
}

const expectations: Readonly<Record<Field['kind'], Expectation>> = {
  key: when(text(/./), 'a key'),
  reference: when(text(/./), 'a key'),
  string: when((value) => typeof value === 'string', 'a text'),
  integer: when(Number.isSafeInteger, 'a whole number'),
  float: when(Number.isFinite, 'a number'),
  boolean: when((value) => typeof value === 'boolean', 'true or false'),
  date: when(isDay, 'a date as YYYY-MM-DD'),
  time: when(text(/^([01]\d|2[0-3]):[0-5]\d$/), 'a time as HH:MM'),
  datetime: when(
    (value) => typeof value === 'string' && /^.{10}T([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/.test(value) && isDay(value.slice(0, 10)),
    'a moment as YYYY-MM-DDTHH:MM:SSZ',
  ),
  enumeration: (value, field) => (field.values.includes(String(value)) ? undefined : `one of ${field.values.join(', ')}`),
  money: when(Number.isSafeInteger, 'an amount in whole minor units'),
  json: when((value) => JSON.stringify(value) !== undefined, 'a JSON value'),
  list: when(
    (value, { items }) =>
      Array.isArray(value) &&
      value.every((item) => (items === 'integer' ? Number.isSafeInteger(item) : typeof item === 'string')),
    'a list',
  ),
};
