import type { Cell } from '../../definition/index.ts';
import { StoreError } from '../error.ts';
import type { CompiledSql } from '../sql/dialect.ts';
import type { Connection } from './connection.ts';
import { timed, turn } from './turns.ts';

/**
 * How many rows a statement may look at; node:sqlite cannot interrupt one. Of 648,000 rows 10,000 take 1-2 ms in the order
 * of keys. By way of an index each row is sought by itself, which takes 4 times as long for neighbours, and more for rows
 * that lie scattered.
 */
export const rowsInKeyOrder = 10_000;
export const rowsByIndex = 5_000;

/**
 * How many rows may be looked at to judge a single one, which no window can divide: a quarter to half a second, in which
 * nobody else has a turn. Lists that lead to one another multiply: three times through the 200 students of a school are
 * 8 million rows, which took 18 s.
 */
const rowsForOne = 250_000;

/** A statement with so many parameters takes a good deal longer for each row: 490 of `contains` take 25 µs a row. */
const manyParameters = 25;

/** Runs the statements of one read so that none blocks the event loop for long, and none begins once it is aborted. */
export class Reader {
  readonly #connect: () => Connection;
  readonly #signal: AbortSignal | undefined;

  /** @param connect Gives the open database; asked anew for every statement, as it may be closed between them. */
  constructor(connect: () => Connection, signal: AbortSignal | undefined) {
    this.#connect = connect;
    this.#signal = signal;
  }

  /**
   * The rows found; undefined when the statement would have to look at more rows than `maxRows`, or, where each row is compared
   * with many parameters, at more than the corresponding part of them.
   */
  async attempt(statement: CompiledSql, maxRows: number): Promise<Cell[][] | undefined> {
    const effort = Math.max(1, statement.parameters.length / manyParameters);
    return this.#within(statement, Math.ceil(maxRows / effort));
  }

  /**
   * The same for a statement that looks for a single row, and cannot be divided any more.
   * @throws StoreError FILTER_TOO_EXPENSIVE when too many other rows have to be looked at.
   */
  async attemptOne(statement: CompiledSql): Promise<Cell[][]> {
    const rows = await this.#within(statement, rowsForOne);
    if (rows) return rows;
    const message = `To tell whether a single row fulfils the filter, more than ${rowsForOne} others have to be looked at. Put fewer lists inside one another.`;
    throw new StoreError('FILTER_TOO_EXPENSIVE', message, { path: ['filter'], details: { limit: rowsForOne } });
  }

  /** The rows found, however many have to be looked at. For statements that are given their rows. */
  async all({ sql, parameters }: CompiledSql): Promise<Cell[][]> {
    await turn(this.#signal);
    return timed(() => this.#connect().all(sql, parameters));
  }

  async #within({ sql, parameters }: CompiledSql, maxRows: number): Promise<Cell[][] | undefined> {
    await turn(this.#signal);
    return timed(() => this.#connect().allWithin(maxRows, sql, parameters));
  }

  /** What `EXPLAIN QUERY PLAN` says, a text a step. */
  plan({ sql, parameters }: CompiledSql): string[] {
    return this.#connect()
      .all(`EXPLAIN QUERY PLAN ${sql}`, parameters)
      .map((step) => String(step[3]));
  }
}
