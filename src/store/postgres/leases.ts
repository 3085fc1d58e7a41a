import type pg from 'pg';
import type { Lease } from '../control.ts';
import type { Database } from './database.ts';
import { storeErrorOf } from './failure.ts';
import { halvesOf, lockKey } from './lock-key.ts';
import { poolOf } from './pool.ts';
import { sessionSettings } from './settings.ts';

/** As many as the server gives. */
const MAX_LEASES = 10_000;

/** How long an answer may be waited for, in milliseconds, before a lease counts as lost. */
const RENEWAL = 10_000;

/**
 * Who may write to which dataset. A lease is an advisory lock of a session that does nothing else: it ends with the process, at once,
 * and by `idle_session_timeout` when the process stands still and does not renew it.
 */
export class Leases {
  readonly #database: Database;
  readonly #pool: pg.Pool;
  /** Those of this process, by dataset, for which the server need not be asked; undefined for one that is being taken. */
  readonly #held = new Map<string, SessionLease | undefined>();

  /** @param lifetime In milliseconds, without being renewed. */
  constructor(database: Database, lifetime: number) {
    this.#database = database;
    const config = { ...database.config, query_timeout: RENEWAL };
    this.#pool = poolOf(config, MAX_LEASES, `${sessionSettings}; SET idle_session_timeout TO ${Math.round(lifetime)}`);
  }

  async acquire(dataset: string): Promise<Lease | undefined> {
    if (this.#held.has(dataset)) return undefined;
    this.#held.set(dataset, undefined);
    try {
      return await this.#take(dataset);
    } catch (error) {
      this.#held.delete(dataset);
      throw storeErrorOf(error);
    }
  }

  async isHeld(dataset: string): Promise<boolean> {
    const [high, low] = halvesOf(lockKey('lease', dataset));
    const rows = await this.#database.rows(
      `SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND classid = $1 AND objid = $2 AND objsubid = 1 AND granted
         AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
      [high, low],
    );
    return rows.length > 0;
  }

  /** Ends every lease that is still held. */
  async close(): Promise<void> {
    await Promise.all([...this.#held.values()].map((lease) => lease?.release()));
    await this.#pool.end();
  }

  async #take(dataset: string): Promise<SessionLease | undefined> {
    const session = await this.#pool.connect();
    try {
      if (await ask(session, 'SELECT pg_try_advisory_lock($1)', dataset)) {
        const lease = new SessionLease(session, dataset, () => this.#held.delete(dataset));
        this.#held.set(dataset, lease);
        return lease;
      }
      this.#held.delete(dataset);
      session.release();
      return undefined;
    } catch (error) {
      session.release(true);
      throw error;
    }
  }
}

/** A lease for as long as its session lives. */
class SessionLease implements Lease {
  readonly #session: pg.PoolClient;
  readonly #dataset: string;
  readonly #onEnd: () => void;
  #isOver = false;
  #renewing: Promise<boolean> | undefined;

  constructor(session: pg.PoolClient, dataset: string, onEnd: () => void) {
    this.#session = session;
    this.#dataset = dataset;
    this.#onEnd = onEnd;
    session.once('end', this.#lose);
    session.once('error', this.#lose);
  }

  /** Those who ask at the same time share the answer. */
  async renew(): Promise<boolean> {
    this.#renewing ??= this.#ping().finally(() => {
      this.#renewing = undefined;
    });
    return this.#renewing;
  }

  async release(): Promise<void> {
    await this.#renewing;
    if (this.#isOver) return;
    this.#isOver = true;
    // Not before the lock is free: who takes the lease next in this process has another session.
    const isFree = await ask(this.#session, 'SELECT pg_advisory_unlock($1)', this.#dataset).catch(() => false);
    this.#giveBack(!isFree);
  }

  async #ping(): Promise<boolean> {
    if (this.#isOver) return false;
    try {
      await this.#session.query('SELECT 1');
      return !this.#isOver;
    } catch {
      this.#lose();
      return false;
    }
  }

  readonly #lose = () => {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#giveBack(true);
  };

  #giveBack(isLost: boolean): void {
    this.#session.off('end', this.#lose);
    this.#session.off('error', this.#lose);
    this.#onEnd();
    this.#session.release(isLost);
  }
}

async function ask(session: pg.PoolClient, sql: string, dataset: string): Promise<boolean> {
  const { rows } = await session.query<string[]>({ text: sql, values: [lockKey('lease', dataset)], rowMode: 'array' });
  return rows[0]?.[0] === 't';
}
