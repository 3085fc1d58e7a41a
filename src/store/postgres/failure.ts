import { StoreError } from '../error.ts';

/**
 * The SQLSTATE of what PostgreSQL raised, or Node's code of what the connection raised (`ECONNRESET`); also where a StoreError was
 * made of it. https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
export function codeOf(error: unknown): string | undefined {
  const own = error instanceof StoreError ? error.cause : error;
  return own instanceof Error && 'code' in own && typeof own.code === 'string' ? own.code : undefined;
}

// What Node says of a connection that did not come about, or broke.
const broken = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'EAI_AGAIN']);

// The server ends or refuses connections: on shutdown, after a crash, while it starts, when a session was idle for too long, and
// when there are too many.
const ending = new Set(['57P01', '57P02', '57P03', '57P05', '25P03', '53300']);

// `pg` has no codes for these.
const saidOfLost =
  /^(Connection terminated|Client has encountered a connection error|Client was closed|timeout e|Query read timeout|The server does not support SSL connections after)/;

/** Whether the connection was lost, or not to be had: the statement may have run, or not, and may be asked again later. */
export function isLostConnection(error: unknown): boolean {
  const own = error instanceof StoreError ? error.cause : error;
  const code = codeOf(own);
  if (code !== undefined) return broken.has(code) || ending.has(code) || code.startsWith('08');
  return own instanceof Error && saidOfLost.test(own.message);
}

/** The coded error for what PostgreSQL or the connection raised; what is about the statement itself is returned as it is. */
export function storeErrorOf(error: unknown): unknown {
  if (error instanceof StoreError || !(error instanceof Error)) return error;
  if (!isLostConnection(error)) return error;
  return new StoreError('STORE_UNAVAILABLE', `The database is not available (${error.message}).`, { cause: error });
}
