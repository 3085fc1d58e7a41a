import type { Cell } from '../../definition/index.ts';
import type { CompiledSql } from '../sql/dialect.ts';
import type { Connection } from './connection.ts';
import { rowsPerTurn, spend, turn } from './turns.ts';

/** Runs the statements of one read so that none blocks the event loop for long, and none begins once it is aborted. */
export class Reader {
  readonly #connect: () => Connection;
  readonly #signal: AbortSignal | undefined;

  /** @param connect Gives the open database; asked anew for every statement, as it may be closed between them. */
  constructor(connect: () => Connection, signal: AbortSignal | undefined) {
    this.#connect = connect;
    this.#signal = signal;
  }

  /** The rows found; undefined when the statement would have to look at more rows than one turn allows. */
  async attempt(statement: CompiledSql): Promise<Cell[][] | undefined> {
    return this.#run(rowsPerTurn, statement);
  }

  /** The rows found, however many have to be looked at. */
  async all(statement: CompiledSql): Promise<Cell[][]> {
    return (await this.#run(Number.POSITIVE_INFINITY, statement)) ?? [];
  }

  /** What `EXPLAIN QUERY PLAN` says, a text a step. */
  plan({ sql, parameters }: CompiledSql): string[] {
    return this.#connect()
      .all(`EXPLAIN QUERY PLAN ${sql}`, parameters)
      .map((step) => String(step[3]));
  }

  async #run(maxRows: number, { sql, parameters }: CompiledSql): Promise<Cell[][] | undefined> {
    await turn(this.#signal);
    const { rows, looked } = this.#connect().allWithin(maxRows, sql, parameters);
    spend(looked);
    return rows;
  }
}
