import { type Cell, canonicalJson, type Field, formatMoney, parseDay } from '../../definition/index.ts';

/**
 * The type of a field's column, as it would be written by hand.
 *
 * Texts are compared by their code points, as everywhere in Seedgraph; a database's own collation would order them otherwise, and
 * another one on each machine. A float keeps its digits, with 15 before the point, to which its numbers are exact; an amount of money
 * keeps every whole number of minor units that is safe. Lists are JSON: one text in every store, for any items.
 */
export function typeOf(field: Field): string {
  const type = baseTypeOf(field);
  return type === 'text' ? TEXT_TYPE : type;
}

/** The type of a folded text's column. */
export const TEXT_TYPE = 'text COLLATE "C"';

/** The type without what is said of its order. */
export function baseTypeOf({ kind, digits }: Field): string {
  switch (kind) {
    case 'key':
    case 'reference':
      return 'uuid';
    case 'string':
    case 'enumeration':
      return 'text';
    case 'integer':
      return 'bigint';
    case 'float':
      return `numeric(${15 + digits}, ${digits})`;
    case 'money':
      return `numeric(${Math.max(16, digits)}, ${digits})`;
    case 'boolean':
      return 'boolean';
    case 'date':
      return 'date';
    case 'time':
      return 'time';
    case 'datetime':
      return 'timestamptz';
    case 'json':
    case 'list':
      return 'jsonb';
  }
}

/** How PostgreSQL writes a cell; undefined where the field's type has no such value: such a cell is nowhere to be found. */
export function textOf(field: Field, cell: Exclude<Cell, null>): string | undefined {
  switch (field.kind) {
    case 'boolean':
      return cell === 1 ? 't' : 'f';
    case 'integer':
      return isWhole(cell) ? String(cell) : undefined;
    case 'money':
      return isWhole(cell) ? formatMoney(Number(cell), field.digits) : undefined;
    case 'float':
      return String(cell).trim() !== '' && Number.isFinite(Number(cell)) ? String(cell) : undefined;
    default:
      return isValid(field, String(cell)) ? String(cell) : undefined;
  }
}

/** A number, or its text: look-ups come with texts. */
function isWhole(cell: string | number): boolean {
  return /^-?\d+$/.test(String(cell)) && Number.isSafeInteger(Number(cell));
}

function isValid({ kind }: Field, text: string): boolean {
  switch (kind) {
    case 'key':
    case 'reference':
      return isUuid(text);
    case 'date':
      return isDay(text);
    case 'time':
      return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
    case 'datetime':
      return /^.{10}T([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/.test(text) && isDay(text.slice(0, 10));
    default:
      return !text.includes('\0');
  }
}

/** Whether it is a UUID in the form in which cells have it; PostgreSQL takes others for the same. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}

function isDay(text: string): boolean {
  try {
    // There is no year 0 in PostgreSQL.
    return parseDay(text) >= YEAR_ONE;
  } catch {
    return false;
  }
}

const YEAR_ONE = parseDay('0001-01-01');

/** Makes a cell of what PostgreSQL writes; undefined where the text is the cell. */
export function readerOf({ kind }: Field): ((text: string) => Cell) | undefined {
  switch (kind) {
    case 'boolean':
      return (text) => (text === 't' ? 1 : 0);
    case 'integer':
    case 'float':
      return Number;
    case 'money':
      // All digits are always there.
      return (text) => Number(text.replace('.', ''));
    case 'time':
      return (text) => text.slice(0, 5);
    case 'datetime':
      // 2024-01-02 08:00:00+00
      return (text) => `${text.slice(0, 10)}T${text.slice(11, 19)}Z`;
    case 'json':
    case 'list':
      return (text) => canonicalJson(JSON.parse(text));
    default:
      return undefined;
  }
}

/** A list as PostgreSQL writes it, to be bound to `= ANY($1)`. https://www.postgresql.org/docs/current/arrays.html#ARRAYS-IO */
export function arrayText(texts: readonly (string | null)[]): string {
  return `{${texts.map((text) => (text === null ? 'NULL' : `"${text.replace(/["\\]/g, '\\$&')}"`)).join(',')}}`;
}
