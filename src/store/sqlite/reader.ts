import type { Cell } from '../../definition/index.ts';
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

/** Runs the statements of one read so that none blocks the event loop for long, and none begins once it is aborted. */
export class Reader {
  readonly #connect: () => Connection;
  readonly #signal: AbortSignal | undefined;

  /** @param connect Gives the open database; asked anew for every statement, as it may be closed between them. */
  constructor(connect: () => Connection, signal: AbortSignal | undefined) {
    this.#connect = connect;
    this.#signal = signal;
  }

  /** The rows found; undefined when the statement would have to look at more rows than `maxRows`. */
  async attempt(statement: CompiledSql, maxRows: number): Promise<Cell[][] | undefined> {
    await turn(this.#signal);
    return timed(() => this.#connect().allWithin(maxRows, statement.sql, statement.parameters));
  }

  /** The rows found, however many have to be looked at. */
  async all({ sql, parameters }: CompiledSql): Promise<Cell[][]> {
    await turn(this.#signal);
    return timed(() => this.#connect().all(sql, parameters));
  }

  /** What `EXPLAIN QUERY PLAN` says, a text a step. */
  plan({ sql, parameters }: CompiledSql): string[] {
    return this.#connect()
      .all(`EXPLAIN QUERY PLAN ${sql}`, parameters)
      .map((step) => String(step[3]));
  }
}
