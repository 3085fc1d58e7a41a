import { StoreError } from '../error.ts';
import { codeOf } from './failure.ts';

// Values that a type or a rule of the table does not take. https://www.postgresql.org/docs/current/errcodes-appendix.html
const refused = new Set(['22001', '22003', '22007', '22008', '22021', '22P02', '22P04', '22P05', '23502', '23514']);

// A text in an index has to find room in a third of a page. https://www.postgresql.org/docs/current/btree-limits.html
const TOO_LONG = '54000';
const longest =
  ' A text that rows are searched, sorted or told apart by may have about 2,700 bytes, or somewhat more where it can be compressed.';

/** The coded error for a value that a table does not take; anything else is returned as it is. */
export function rowErrorOf(error: unknown): unknown {
  const code = codeOf(error) ?? '';
  if (error instanceof StoreError || !(error instanceof Error) || !(refused.has(code) || code === TOO_LONG)) return error;
  // COPY says where it was: `COPY book, line 3, column price: "..."`.
  const where = 'where' in error ? ` (${String(error.where)})` : '';
  const advice = code === TOO_LONG ? longest : '';
  return new StoreError('INVALID_VALUE', `PostgreSQL cannot hold a value: ${error.message}${where}.${advice}`, { cause: error });
}
