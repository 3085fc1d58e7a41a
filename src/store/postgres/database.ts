import pg from 'pg';
import { type Client, type Parameter, SessionClient, StatementNames, type TextRow } from './client.ts';
import { codeOf, isLostConnection, storeErrorOf } from './failure.ts';
import { whileLost } from './retry.ts';
import { configOf, type SessionLimits, sessionSettings } from './settings.ts';

export type { Client, Parameter, TextRow } from './client.ts';

/** How a database is talked to. */
export interface DatabaseOptions extends SessionLimits {
  /** How many sessions there are at most. Default 10. */
  readonly maxSessions?: number;
  /** For how long a lost connection is sought again, in milliseconds. Default 30,000. */
  readonly patience?: number;
}

/** How a statement is to be run. */
export interface ReadOptions {
  /** Aborting it cancels the statement; the call rejects with the signal's reason at once. */
  readonly signal?: AbortSignal | undefined;
  /** In milliseconds, instead of that of the session; 0 for none. Costs three round trips more. */
  readonly timeout?: number;
}

/** How a transaction is to be run. */
export interface TransactionOptions {
  /** How long each of its statements may take, in milliseconds; 0 for none. Default: that of the session. */
  readonly statementTimeout?: number;
  /** How long a statement waits for a lock, in milliseconds. Default: as long as it may take. */
  readonly lockTimeout?: number;
  /** False where the newest commits may be lost when the server's machine fails; never in part. Default true. */
  readonly synchronousCommit?: boolean;
}

/** A database, through a pool of sessions that is filled as they are needed. */
export class Database {
  readonly #pool: pg.Pool;
  /** For cancelling: the pool may be full of what is to be cancelled. */
  readonly #aside: pg.Pool;
  readonly #names = new StatementNames();
  readonly #patience: number;

  constructor(url: string, { maxSessions = 10, patience = 30_000, ...limits }: DatabaseOptions = {}) {
    const config = configOf(url, limits);
    this.#pool = poolOf(config, maxSessions);
    this.#aside = poolOf(config, 1);
    this.#patience = patience;
  }

  /**
   * The rows of one statement that only reads. It is asked again when its connection is lost, or it was the victim of a deadlock.
   *
   * @throws StoreError STORE_UNAVAILABLE when the connection stays lost; the signal's reason; PostgreSQL's own error where it is about
   *   the statement.
   */
  async rows(sql: string, parameters: readonly Parameter[] = [], { signal, timeout }: ReadOptions = {}): Promise<TextRow[]> {
    const read = (client: Client) => client.rows(sql, parameters);
    const attempt = () =>
      this.#lend(
        (client) => (timeout === undefined ? read(client) : within(client, { statementTimeout: timeout }, read)),
        signal,
      );
    return this.#coded(() => whileLost(attempt, this.#patience, signal, mayReadAgain));
  }

  /**
   * How many rows a statement changed. It is asked again when its connection is lost, hence has to be one that changes nothing more
   * the second time.
   */
  async run(sql: string, parameters: readonly Parameter[] = []): Promise<number> {
    const attempt = () => this.#lend((client) => client.run(sql, parameters));
    return this.#coded(() => whileLost(attempt, this.#patience));
  }

  /**
   * Does work in one transaction, which is rolled back when the work throws. It is never repeated: when the connection is lost, only the
   * caller knows whether it may be (`isLostConnection`); the transaction may have been committed when it was lost in the end.
   */
  async transaction<Result>(work: (client: Client) => Promise<Result>, options: TransactionOptions = {}): Promise<Result> {
    let begun = false;
    const once = (client: Client) =>
      within(client, options, (within) => {
        begun = true;
        return work(within);
      });
    // Until the work has begun nothing is lost: a session of the pool may have died since it was last used.
    const mayRepeat = (error: unknown) => !begun && isLostConnection(error);
    return this.#coded(() => whileLost(() => this.#lend(once), this.#patience, undefined, mayRepeat));
  }

  /** Lends a session once, as it is. Nothing is repeated. */
  async session<Result>(work: (client: Client) => Promise<Result>): Promise<Result> {
    return this.#coded(() => this.#lend(work));
  }

  /** Ends every session. */
  async close(): Promise<void> {
    await Promise.all([this.#pool.end(), this.#aside.end()]);
  }

  async #lend<Result>(work: (client: Client) => Promise<Result>, signal?: AbortSignal): Promise<Result> {
    signal?.throwIfAborted();
    const session = await this.#pool.connect();
    if (!signal) return this.#use(session, work);
    return new Promise<Result>((resolve, reject) => {
      let cancelled: Promise<void> | undefined;
      const cancel = () => {
        cancelled = this.#cancel(session);
        reject(signal.reason);
      };
      if (signal.aborted) reject(signal.reason);
      else signal.addEventListener('abort', cancel, { once: true });
      const used = signal.aborted ? Promise.resolve(session.release()) : this.#use(session, work, () => cancelled);
      used.then((result) => resolve(result as Result), reject).finally(() => signal.removeEventListener('abort', cancel));
    });
  }

  async #use<Result>(
    session: pg.PoolClient,
    work: (client: Client) => Promise<Result>,
    cancelled?: () => Promise<void> | undefined,
  ): Promise<Result> {
    let spent = false;
    try {
      return await work(new SessionClient(session, this.#names));
    } catch (error) {
      // A statement whose columns have changed since it was prepared never runs again in this session.
      spent = isLostConnection(error) || codeOf(error) === '0A000';
      throw error;
    } finally {
      const cancelling = cancelled?.();
      await cancelling;
      // A cancellation may come late, and would hit who has the session next.
      session.release(spent || cancelling !== undefined || this.#names.isFull(session) || session.getTransactionStatus() !== 'I');
    }
  }

  async #cancel(session: pg.PoolClient): Promise<void> {
    try {
      // `processID` is not in the types of `pg`; the server tells it to every client.
      const { processID } = session as pg.PoolClient & { readonly processID: number };
      await this.#aside.query('SELECT pg_cancel_backend($1)', [processID]);
    } catch {
      // Then it runs until its timeout.
    }
  }

  async #coded<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      throw storeErrorOf(error);
    }
  }
}

function poolOf(config: pg.ClientConfig, max: number): pg.Pool {
  const pool = new pg.Pool({
    ...config,
    max,
    idleTimeoutMillis: 30_000,
    onConnect: async (session) => {
      await session.query(sessionSettings);
    },
  });
  // The pool has let the session go by then; whoever uses it hears of it from the statement.
  pool.on('error', () => undefined);
  pool.on('connect', (session) => session.on('error', () => undefined));
  return pool;
}

async function within<Result>(
  client: Client,
  { statementTimeout, lockTimeout, synchronousCommit = true }: TransactionOptions,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const settings = [
    'BEGIN',
    ...(statementTimeout === undefined ? [] : [`SET LOCAL statement_timeout TO ${Math.round(statementTimeout)}`]),
    ...(lockTimeout === undefined ? [] : [`SET LOCAL lock_timeout TO ${Math.round(lockTimeout)}`]),
    ...(synchronousCommit ? [] : ['SET LOCAL synchronous_commit TO off']),
  ];
  // Without parameters: one round trip for all of them.
  await client.rows(settings.join('; '));
  let result: Result;
  try {
    result = await work(client);
  } catch (error) {
    if (!isLostConnection(error)) await client.rows('ROLLBACK').catch(() => undefined);
    throw error;
  }
  await client.rows('COMMIT');
  return result;
}

/** 40001, 40P01: the server chose this statement to end a conflict. 0A000: see `#use`. */
function mayReadAgain(error: unknown): boolean {
  const code = codeOf(error);
  return isLostConnection(error) || code === '40001' || code === '40P01' || (code === '0A000' && isStalePlan(error));
}

function isStalePlan(error: unknown): boolean {
  return error instanceof Error && error.message.includes('cached plan');
}
