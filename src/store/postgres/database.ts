import type pg from 'pg';
import { type Client, type Parameter, SessionClient, StatementNames, type TextRow } from './client.ts';
import { codeOf, isLostConnection, storeErrorOf } from './failure.ts';
import { poolOf } from './pool.ts';
import { whileLost } from './retry.ts';
import { configOf, type SessionLimits } from './settings.ts';
import { type TransactionOptions, within } from './transaction.ts';

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
  /** In milliseconds, instead of that of the session; 0 for none. Costs two round trips more. */
  readonly timeout?: number | undefined;
}

/** A database, through a pool of sessions that is filled as they are needed. */
export class Database {
  /** For those who need sessions of their own. */
  readonly config: pg.ClientConfig;
  readonly #pool: pg.Pool;
  /** For cancelling: the pool may be full of what is to be cancelled. */
  readonly #aside: pg.Pool;
  readonly #names = new StatementNames();
  readonly #patience: number;

  constructor(url: string, { maxSessions = 10, patience = 30_000, ...limits }: DatabaseOptions = {}) {
    this.config = configOf(url, limits);
    this.#pool = poolOf(this.config, maxSessions);
    this.#aside = poolOf(this.config, 1);
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
      timeout === undefined
        ? this.#lend((session) => read(this.#client(session)), signal)
        : this.#lend((session) => within(session, { statementTimeout: timeout }, () => read(this.#client(session))), signal);
    return coded(() => whileLost(attempt, { patience: this.#patience, signal, mayRepeat: mayReadAgain }));
  }

  /**
   * How many rows a statement changed. It is asked again when its connection is lost, hence has to be one that changes nothing more
   * the second time.
   */
  async run(sql: string, parameters: readonly Parameter[] = []): Promise<number> {
    const attempt = () => this.#lend((session) => this.#client(session).run(sql, parameters));
    return coded(() => whileLost(attempt, { patience: this.#patience }));
  }

  /**
   * Does work in one transaction, which is rolled back when the work throws. It is not repeated once it has begun: when its connection
   * is lost, only the caller knows whether it may be (`isLostConnection`, or `repeatable` from the outset), for the transaction may have
   * been committed when it was lost in the end.
   */
  async transaction<Result>(
    work: (client: Client) => Promise<Result>,
    { repeatable = false, ...options }: TransactionOptions & { readonly repeatable?: boolean } = {},
  ): Promise<Result> {
    let begun = false;
    const attempt = () =>
      this.#lend((session) =>
        within(session, options, () => {
          begun = true;
          return work(this.#client(session));
        }),
      );
    // A session of the pool may have died since it was last used; until the work has begun nothing is lost by that.
    const mayRepeat = (error: unknown) => (repeatable || !begun) && isLostConnection(error);
    return coded(() => whileLost(attempt, { patience: this.#patience, mayRepeat }));
  }

  /** Lends a session once, as it is. Nothing is repeated, and no connection waited for. */
  async session<Result>(work: (client: Client) => Promise<Result>): Promise<Result> {
    return coded(() => this.#lend((session) => work(this.#client(session))));
  }

  /** Ends every session. */
  async close(): Promise<void> {
    await Promise.all([this.#pool.end(), this.#aside.end()]);
  }

  #client(session: pg.PoolClient): Client {
    return new SessionClient(session, this.#names);
  }

  async #lend<Result>(work: (session: pg.PoolClient) => Promise<Result>, signal?: AbortSignal): Promise<Result> {
    const session = await this.#pool.connect();
    let cancelling: Promise<void> | undefined;
    const working = signal?.aborted ? Promise.reject(signal.reason) : work(session);
    const aborted = Promise.withResolvers<never>();
    const cancel = () => {
      cancelling = this.#cancel(session);
      aborted.reject(signal?.reason);
    };
    signal?.addEventListener('abort', cancel, { once: true });
    const settled = working.then(
      () => false,
      // A statement whose columns have changed since it was prepared never runs again in this session.
      (error) => isLostConnection(error) || codeOf(error) === '0A000',
    );
    settled.then(async (spent) => {
      signal?.removeEventListener('abort', cancel);
      await cancelling;
      // A cancellation may come late, and would hit who has the session next.
      session.release(spent || cancelling !== undefined || this.#names.isFull(session) || session.getTransactionStatus() !== 'I');
    });
    return signal ? Promise.race([working, aborted.promise]) : working;
  }

  async #cancel(session: pg.PoolClient): Promise<void> {
    try {
      // `processID` is not in the types of `pg`; the server tells it to every client.
      const { processID } = session as pg.PoolClient & { readonly processID: number };
      await this.#aside.query('SELECT pg_cancel_backend($1)', [processID]);
    } catch {
      // Then the statement runs until its timeout.
    }
  }
}

async function coded<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw storeErrorOf(error);
  }
}

/** 40001, 40P01: the server chose this statement to end a conflict. */
function mayReadAgain(error: unknown): boolean {
  const code = codeOf(error);
  return isLostConnection(error) || code === '40001' || code === '40P01' || isStalePlan(error);
}

/** What a name stood for has other columns now; a new session knows nothing of the old ones. */
function isStalePlan(error: unknown): boolean {
  return codeOf(error) === '0A000' && error instanceof Error && error.message.includes('cached plan');
}
