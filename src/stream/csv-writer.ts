import { stringify } from 'csv-stringify/sync';
import type { CellRow } from '../definition/index.ts';
import type { WriterMaker } from './row-writer.ts';

/**
 * Rows as CSV (RFC 4180): a header, lines that end in CR LF, quotes where they are needed. A missing value is nothing at all, an
 * empty text `""`, as PostgreSQL reads them; JSON and lists are their JSON text.
 */
export const csvWriter: WriterMaker = ({ fields }, nameOf) => {
  const booleans = fields.filter(({ field }) => field.kind === 'boolean').map(({ index }) => index);
  const shown = (row: CellRow): CellRow => {
    const cells = row.slice();
    for (const at of booleans) if (cells[at] !== null) cells[at] = String(cells[at] === 1);
    return cells;
  };
  const text = (records: readonly (readonly unknown[])[]) =>
    stringify([...records], { record_delimiter: 'windows', quoted_match: EMPTY });
  return {
    head: text([fields.map(nameOf)]),
    text: (rows) => text(booleans.length > 0 ? rows.map(shown) : rows),
  };
};

const EMPTY = /^$/;
