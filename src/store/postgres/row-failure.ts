import { StoreError } from '../error.ts';
import { codeOf } from './failure.ts';

// Values that a type or a rule of the table does not take. https://www.postgresql.org/docs/current/errcodes-appendix.html
const refused = new Set(['22001', '22003', '22007', '22008', '22021', '22P02', '22P04', '22P05', '23502', '23514']);

/** The coded error for a value that a table does not take; anything else is returned as it is. */
export function rowErrorOf(error: unknown): unknown {
  if (error instanceof StoreError || !(error instanceof Error) || !refused.has(codeOf(error) ?? '')) return error;
  // COPY says where it was: `COPY book, line 3, column price: "..."`.
  const where = 'where' in error ? ` (${String(error.where)})` : '';
  return new StoreError('INVALID_VALUE', `PostgreSQL cannot hold a value: ${error.message}${where}.`, { cause: error });
}
