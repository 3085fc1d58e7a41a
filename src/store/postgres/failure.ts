import { StoreError } from '../error.ts';
import { isDisposable } from './disposable-name.ts';

/** What PostgreSQL tells of an error, beside its message. */
interface Told extends Error {
  readonly code?: unknown;
  readonly table?: unknown;
  readonly detail?: unknown;
}

/**
 * The SQLSTATE of what PostgreSQL raised, or Node's code of what the connection raised (`ECONNRESET`); also where a StoreError was
 * made of it. https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
export function codeOf(error: unknown): string | undefined {
  const { code } = (ownOf(error) ?? {}) as { readonly code?: unknown };
  return typeof code === 'string' ? code : undefined;
}

// What Node says of a connection that did not come about, or broke.
const broken = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EAI_AGAIN',
  'ENOENT',
]);

// The server ends or refuses connections: on shutdown, after a crash, while it starts, when a session was idle for too long, and
// when there are too many.
const ending = new Set(['57P01', '57P02', '57P03', '57P05', '25P03', '53300']);

// `pg` has no codes for these.
const lost =
  /^(Connection terminated|Client has encountered a connection error|Client was closed|timeout exceeded when|timeout expired)/;

/** Whether the connection was lost, or not to be had: the statement may have run, or not, and may be asked again later. */
export function isLostConnection(error: unknown): boolean {
  const own = ownOf(error);
  const code = codeOf(own);
  if (code !== undefined) return broken.has(code) || ending.has(code) || code.startsWith('08');
  return own !== undefined && lost.test(own.message);
}

/** What a lock was not had in time for. */
export function isLockTimeout(error: unknown): boolean {
  return codeOf(error) === '55P03';
}

/** Somebody has built something on what was to be dropped. */
export function isBuiltUpon(error: unknown): boolean {
  return codeOf(error) === '2BP01';
}

/** What to do about an error that is about the database and not about the statement. */
const advice: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Nobody listens there; check that PostgreSQL runs, and the host and port.',
  ENOTFOUND: 'There is no such host; check its name.',
  ENOENT: 'There is no such socket; check that PostgreSQL runs, and the directory of its socket.',
  '28P01': 'Check the user and the password.',
  '28000': 'Check the user, and that pg_hba.conf lets it in from here.',
  '42501':
    'Let the user do so: GRANT CREATE ON DATABASE NAME TO USER; where another user has made what is there, GRANT THAT USER TO USER.',
  '25006': 'It can only be read: a standby, or set to read only. Use the primary server.',
  '53200':
    "The server is out of memory, or has no room for more locks; see max_locks_per_transaction of the server's configuration.",
  '53300': 'It has as many sessions as it may; close some, or raise max_connections.',
  '55P03': 'Other sessions hold locks on it; try again when they are done.',
  '57P03': 'It is starting or stopping; try again in a moment.',
};

/** The coded error for what PostgreSQL or the connection raised; what is about the statement itself is returned as it is. */
export function storeErrorOf(error: unknown): unknown {
  if (error instanceof StoreError || !(error instanceof Error)) return error;
  const code = codeOf(error) ?? '';
  if (code === '23505') return conflict(`A row with this key or unique value exists already${placeOf(error)}.`, error);
  if (code === '23503')
    return conflict(`A row refers to one that is not there, or is still referred to${placeOf(error)}.`, error);
  if (code === '53100') {
    const message = `There is no room in the database (${error.message}). Free some space and try again; nothing is lost.`;
    return new StoreError('STORE_FULL', message, { cause: error });
  }
  const what = adviceFor(code, error);
  if (what === undefined) return error;
  return new StoreError('STORE_UNAVAILABLE', `The database is not available (${error.message || code}). ${what}`, {
    cause: error,
  });
}

function adviceFor(code: string, error: Error): string | undefined {
  if (code === '3D000') return adviceToMake(nameIn(error) ?? 'NAME');
  const known = advice[code];
  if (known !== undefined) return known.replace('NAME.', `${nameIn(error) ?? 'NAME'}.`);
  if (/^timeout exceeded when/.test(error.message)) return 'All sessions of this process are at work; ask for less at a time.';
  if (isLostConnection(error)) return 'Check that PostgreSQL runs, and try again.';
  if (/client password must be a string/.test(error.message))
    return 'It asks for a password: postgres://USER:PASSWORD@HOST/NAME, or PGPASSWORD.';
  if (/server does not support SSL/.test(error.message)) return 'Leave sslmode out of the URL, or turn SSL on in the server.';
  return undefined;
}

function adviceToMake(database: string): string {
  const first = `Make it first: createdb ${database}`;
  return isDisposable(database) ? `${first}.` : `${first}_dev; a name without _demo, _test or _dev takes --allow-any-database.`;
}

/** `database "school_dev" does not exist`: the name is quoted in every language. */
function nameIn({ message }: Error): string | undefined {
  return /["«„“]([^"»“”]+)["»“”]/.exec(message)?.[1]?.trim();
}

function conflict(message: string, error: Error): StoreError {
  return new StoreError('CONFLICT', message, { cause: error });
}

/** ` in students: email`. The detail says `Key (email_folded)=(...)`, in any language. */
function placeOf({ table, detail }: Told): string {
  const [, columns] = /\(("?\w[^)]*)\)=\(/.exec(String(detail)) ?? [];
  if (typeof table !== 'string' || columns === undefined) return '';
  const names = columns.split(', ').map((column) => column.replace(/^"|"$/g, '').replace(/_folded$/, ''));
  return ` in ${table}: ${names.join(', ')}`;
}

function ownOf(error: unknown): Error | undefined {
  const own = error instanceof StoreError ? error.cause : error;
  return own instanceof Error ? own : undefined;
}
