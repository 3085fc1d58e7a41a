import type { Field } from '../definition/index.ts';
import { keyText } from './key-text.ts';

/**
 * A value in the form that fields have, from the forms in which other tools write the same: ISO 8601 with offsets, fractions or
 * seconds (`2024-09-01T08:00:00+02:00`, `08:30:00`), keys in capitals. Anything else is returned as it is.
 */
export function plainValue({ kind }: Field, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  switch (kind) {
    case 'key':
    case 'reference':
      return keyText(value) ?? value;
    case 'date':
      return /^(\d{4}-\d\d-\d\d)[T ]00:00(:00(\.0+)?)?(Z|[+-]00:?00)?$/.exec(value)?.[1] ?? value;
    case 'time':
      return /^(\d\d:\d\d):\d\d(\.\d+)?$/.exec(value)?.[1] ?? value;
    case 'datetime':
      return momentOf(value);
    default:
      return value;
  }
}

/** What says no offset is in UTC, as Python writes `datetime.utcnow()`. */
function momentOf(value: string): string {
  const [, day, time, offset = 'Z'] = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:\.\d+)?(Z|[+-]\d\d:?\d\d)?$/.exec(value) ?? [];
  if (day === undefined) return value;
  if (offset === 'Z') return `${day}T${time}Z`;
  const moment = new Date(`${day}T${time}${offset.replace(/(\d\d)(\d\d)$/, '$1:$2')}`);
  return Number.isNaN(moment.getTime()) ? value : moment.toISOString().replace(/\.\d+Z$/, 'Z');
}
