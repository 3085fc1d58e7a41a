import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { LRUCache } from 'lru-cache';
import type { Cell } from '../../definition/index.ts';
import { storeErrorOf } from './failure.ts';

// What a reader keeps prepared: queries are compiled to text each time, and one text is prepared once.
const maxStatements = 256;

// WAL: readers and the writer do not wait for each other. NORMAL: a power cut may undo the latest batches, never half
// of one. A checkpoint every 32 MB instead of 4 MB: loads 1.15-1.2 times as fast. mmap: scans take 0.7 of the time, and
// its pages belong to the system. With it a cache of 4 MB is as fast as one of 32 MB, over a database of 200 MB; 64
// connections then hold no more than 256 MB.
const pragmas = [
  'journal_mode = wal',
  'synchronous = normal',
  'cache_size = -4000',
  'mmap_size = 67108864',
  'wal_autocheckpoint = 8000',
];

/**
 * The SQL function that every statement which may take long calls for each row it looks at. A call takes 0.05 µs; the row
 * itself takes 0.1 µs in a scan and 0.4 µs by way of an index.
 */
export const watchFunction = 'seedgraph_watch';

/** Thrown through SQLite, which has no other way to end a statement from within. */
const tooManyRows = new Error('The statement has looked at as many rows as it may.');

// Each connection counts its revisions in a range of its own, so that one reopened never repeats a number.
const revisionsEach = 2 ** 30;
let connections = 0;

/** One open database, with its prepared statements. Every failure is a StoreError that names the file. */
export class Connection {
  readonly file: string;
  readonly #database: DatabaseSync;
  readonly #statements = new LRUCache<string, StatementSync>({ max: maxStatements });
  readonly #firstRevision = revisionsEach * ++connections;
  #ownWrites = 0;
  #dataVersion: number | undefined;
  /** Rows that the running statement may still look at. */
  #rowsLeft = Number.POSITIVE_INFINITY;
  /** Whether a transaction goes on over several turns of the event loop, and whether the database is to be closed behind it. */
  #inTurns = false;
  #closing = false;

  /** @throws StoreError STORE_UNAVAILABLE when the file cannot be opened or is not a database. */
  constructor(file: string) {
    this.file = file;
    this.#database = this.#guard(() => {
      const database = new DatabaseSync(file, { timeout: 5000, enableForeignKeyConstraints: false });
      try {
        for (const pragma of pragmas) database.exec(`PRAGMA ${pragma}`);
        database.function(watchFunction, { directOnly: true }, (_key) => this.#watch());
      } catch (error) {
        database.close();
        throw error;
      }
      return database;
    });
  }

  /** All rows, as arrays of cells. The statements of a store return nothing but cells, hence the cast. */
  all(sql: string, parameters: readonly Cell[] = []): Cell[][] {
    return this.#guard(() => this.#prepare(sql).all(...parameters) as unknown as Cell[][]);
  }

  /** All rows; undefined when the statement was ended, since it would have looked at more than `maxRows`. */
  allWithin(maxRows: number, sql: string, parameters: readonly Cell[]): Cell[][] | undefined {
    this.#rowsLeft = maxRows;
    try {
      return this.all(sql, parameters);
    } catch (error) {
      if (error === tooManyRows) return undefined;
      throw error;
    } finally {
      this.#rowsLeft = Number.POSITIVE_INFINITY;
    }
  }

  /** The first row. */
  get(sql: string, parameters: readonly Cell[] = []): Cell[] | undefined {
    return this.#guard(() => this.#prepare(sql).get(...parameters) as unknown as Cell[] | undefined);
  }

  /** How many rows it changed. */
  run(sql: string, parameters: readonly Cell[] = []): number {
    return this.#guard(() => Number(this.#prepare(sql).run(...parameters).changes));
  }

  exec(sql: string): void {
    this.#guard(() => this.#database.exec(sql));
  }

  /** Commits what `work` writes, or nothing when it throws. Takes the write lock at once, so that it cannot deadlock. */
  write<Result>(work: () => Result): Result {
    this.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.exec('COMMIT');
      this.#ownWrites++;
      return result;
    } catch (error) {
      this.#rollback();
      throw error;
    }
  }

  /**
   * Like `write`, for work that takes several turns of the event loop. What is read here in between sees it half done, so nobody else may
   * need this connection; closing it waits for the end.
   */
  async writeInTurns<Result>(work: () => Promise<Result>): Promise<Result> {
    this.exec('BEGIN IMMEDIATE');
    this.#inTurns = true;
    try {
      const result = await work();
      this.exec('COMMIT');
      this.#ownWrites++;
      return result;
    } catch (error) {
      this.#rollback();
      throw error;
    } finally {
      this.#inTurns = false;
      if (this.#closing) this.close();
    }
  }

  /** All that `work` reads is of one moment. */
  read<Result>(work: () => Result): Result {
    if (this.#inTurns) return work();
    this.exec('BEGIN');
    try {
      return work();
    } finally {
      this.#rollback();
    }
  }

  /**
   * Changes with every commit, of this connection or another. Commits of others are looked for once a turn of the event
   * loop, so that it may be asked for every single row.
   */
  revision(): number {
    if (this.#dataVersion === undefined) {
      this.#dataVersion = Number(this.get('PRAGMA data_version')?.[0]);
      setImmediate(() => {
        this.#dataVersion = undefined;
      });
    }
    return this.#firstRevision + this.#dataVersion + this.#ownWrites;
  }

  /** Lets the prepared statements go; they are prepared anew when they are needed again. */
  forgetStatements(): void {
    this.#statements.clear();
  }

  /** Idempotent. */
  close(): void {
    this.#closing = true;
    if (this.#inTurns) return;
    this.#statements.clear();
    if (this.#database.isOpen) this.#database.close();
  }

  #prepare(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = this.#database.prepare(sql);
    statement.setReturnArrays(true);
    this.#statements.set(sql, statement);
    return statement;
  }

  #watch(): number {
    if (--this.#rowsLeft < 0) throw tooManyRows;
    return 1;
  }

  #rollback(): void {
    // SQLite has rolled back by itself after some errors (a full disk); then there is nothing left to end.
    if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
  }

  #guard<Result>(work: () => Result): Result {
    try {
      return work();
    } catch (error) {
      throw storeErrorOf(error, this.file);
    }
  }
}
