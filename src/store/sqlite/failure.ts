import { StoreError } from '../error.ts';

/** What a program can tell of SQLite's error; `node:sqlite` puts the extended result code into `errcode`. */
export interface SqliteFailure {
  readonly errcode: number;
  readonly message: string;
}

// Extended codes of a key or a unique value that exists. https://sqlite.org/rescode.html
const conflicts = new Set([1555, 2067, 2579]);

/** Primary result codes that say something about the file and not about the statement, and what to do about each. */
const unavailable: Readonly<Record<number, string>> = {
  5: 'Another process is writing to it; try again when it is done.',
  6: 'Another process is writing to it; try again when it is done.',
  8: 'It cannot be written; check the permissions of the file and its directory.',
  10: 'Reading or writing it failed; check the disk.',
  11: 'It is damaged; remove it and seed the dataset again.',
  14: 'It cannot be opened; check that it exists, and its permissions.',
  26: 'It is not a database; remove it and seed the dataset again.',
};

/** SQLITE_FULL: the disk, or the share of it that one may use. */
const FULL = 13;

/** The coded error for what SQLite raised; anything that is not SQLite's business is returned as it is. */
export function storeErrorOf(error: unknown, file: string): unknown {
  if (!isSqliteFailure(error)) return error;
  if (conflicts.has(error.errcode)) {
    return new StoreError('CONFLICT', `A row with this key or unique value exists already${placeOf(error.message)}.`, {
      cause: error,
    });
  }
  if ((error.errcode & 0xff) === FULL) {
    const message = `There is no room for "${file}": the disk is full. Free some space and try again; nothing is lost.`;
    return new StoreError('STORE_FULL', message, { details: { file }, cause: error });
  }
  const advice = unavailable[error.errcode & 0xff];
  if (advice === undefined) return error;
  return new StoreError('STORE_UNAVAILABLE', `The database "${file}" is not available (${error.message}). ${advice}`, {
    details: { file },
    cause: error,
  });
}

/** SQLite says `UNIQUE constraint failed: students.student_id_folded`; people know the table and the column of the value. */
function placeOf(message: string): string {
  const [, table, column] = /failed: (\w+)\.(\w+?)(?:_folded)?$/.exec(message) ?? [];
  return table && column ? ` in ${table}: ${column}` : '';
}

/** Whether the error is SQLite's own: also one that came from a worker, where it is a plain object. */
export function isSqliteFailure(error: unknown): error is SqliteFailure {
  return typeof error === 'object' && error !== null && 'errcode' in error && typeof error.errcode === 'number';
}
