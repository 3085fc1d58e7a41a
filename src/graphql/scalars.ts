import type { Json } from '../definition/index.ts';
import { parseDay } from '../definition/index.ts';
import type { Builder } from './builder.ts';
import { RequestError } from './error.ts';

/** Adds the scalars that GraphQL itself lacks. */
export function addScalars(builder: Builder): void {
  builder.scalarType('Seed', {
    description:
      'Where randomness starts: the same seed gives the same data. A whole number from 0 to 2^53 - 1; `42` and `"42"` are equal.',
    serialize: (value) => value,
    parseValue: parseSeed,
  });
  builder.scalarType('BigInt', {
    description: 'A whole number from -(2^53 - 1) to 2^53 - 1, shown as a JSON number.',
    serialize: (value) => value,
    parseValue: (value) => wholeNumber(value) ?? refuse('a whole number', value),
  });
  addTimes(builder);
  builder.scalarType('Money', {
    description: 'An exact decimal amount as text: `"1299.50"`. As input, a number is taken too.',
    serialize: (value) => value,
    parseValue: parseDecimal,
  });
  builder.scalarType('JSON', {
    description: 'Any JSON value.',
    serialize: (value) => value,
    // What arrives has been JSON, or a literal made of JSON values.
    parseValue: (value) => value as Json,
  });
}

function addTimes(builder: Builder): void {
  builder.scalarType('Date', {
    description: 'A day as `YYYY-MM-DD` (ISO 8601).',
    serialize: (value) => value,
    parseValue: (value) => (typeof value === 'string' && isDay(value) ? value : refuse('a date such as "2025-09-01"', value)),
  });
  builder.scalarType('Time', {
    description: 'A time of day as `HH:MM`, 24 hours, local to the place it speaks of.',
    serialize: (value) => value,
    parseValue: (value) =>
      typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value) ? value : refuse('a time such as "08:30"', value),
  });
  builder.scalarType('DateTime', {
    description:
      'A moment as `YYYY-MM-DDTHH:MM:SSZ` (ISO 8601, UTC), with a fraction of a second where that is known. As input, other offsets are taken too, and a fraction is dropped.',
    serialize: (value) => value,
    parseValue: parseMoment,
  });
}

/** 42 and "42" alike. @throws RequestError INVALID_SEED. */
export function parseSeed(value: unknown): number {
  const seed = wholeNumber(value);
  if (seed !== undefined && seed >= 0) return seed;
  throw new RequestError(
    'INVALID_SEED',
    `A seed is a whole number from 0 to ${Number.MAX_SAFE_INTEGER}; given ${JSON.stringify(value)}.`,
    { details: { given: value } },
  );
}

function parseMoment(value: unknown): string {
  const form = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;
  const day = typeof value === 'string' ? form.exec(value)?.[1] : undefined;
  if (day === undefined || !isDay(day)) return refuse('a moment such as "2025-09-01T08:30:00Z"', value);
  return `${new Date(String(value)).toISOString().slice(0, 19)}Z`;
}

function parseDecimal(value: unknown): string {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && /^[+-]?\d+(\.\d+)?$/.test(text) ? text : refuse('an amount such as "1299.50"', value);
}

function wholeNumber(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : undefined;
}

function isDay(text: string): boolean {
  try {
    parseDay(text);
    return true;
  } catch {
    return false;
  }
}

function refuse(expected: string, given: unknown): never {
  throw new RequestError('INVALID_VALUE', `This must be ${expected}; given ${JSON.stringify(given)}.`, {
    details: { given, expected },
  });
}
