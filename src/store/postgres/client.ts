import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import type { ClientBase, QueryArrayConfig } from 'pg';
import { from as copyStream } from 'pg-copy-streams';

/** What may be bound to a `$1`. Lists become arrays. */
export type Parameter = string | number | bigint | boolean | null | Buffer | readonly (string | number | boolean | null)[];

/** A row as PostgreSQL writes it: a text for each column. */
export type TextRow = (string | null)[];

/** One session, for as long as it is lent. Statements are asked one after another. */
export interface Client {
  /** All rows of a statement. */
  rows(sql: string, parameters?: readonly Parameter[]): Promise<TextRow[]>;
  /** Several statements with semicolons between them, in one round trip. */
  script(sql: string): Promise<void>;
  /** How many rows a statement changed. */
  run(sql: string, parameters?: readonly Parameter[]): Promise<number>;
  /**
   * `COPY ... FROM STDIN` of the chunks, which are asked for no faster than the server takes them; how many rows there were. An error
   * of the chunks ends the COPY, and is raised.
   */
  copyFrom(sql: string, chunks: AsyncIterable<Buffer | string> | Iterable<Buffer | string>): Promise<number>;
}

/** So many statements a session prepares; it is given up for a new one when there are more. */
const MAX_PREPARED = 256;

/** A `Client` over a session of `pg`. */
export class SessionClient implements Client {
  readonly #session: ClientBase;
  readonly #names: StatementNames;

  constructor(session: ClientBase, names: StatementNames) {
    this.#session = session;
    this.#names = names;
  }

  async rows(sql: string, parameters: readonly Parameter[] = []): Promise<TextRow[]> {
    return (await this.#query(sql, parameters)).rows;
  }

  async script(sql: string): Promise<void> {
    await this.#session.query(sql);
  }

  async run(sql: string, parameters: readonly Parameter[] = []): Promise<number> {
    return (await this.#query(sql, parameters)).rowCount ?? 0;
  }

  async copyFrom(sql: string, chunks: AsyncIterable<Buffer | string> | Iterable<Buffer | string>): Promise<number> {
    const stream = this.#session.query(copyStream(sql));
    await pipeline(chunks, stream);
    return stream.rowCount;
  }

  #query(sql: string, parameters: readonly Parameter[]) {
    const query: QueryArrayConfig<Parameter[]> = { text: sql, values: [...parameters], rowMode: 'array' };
    const name = parameters.length === 0 ? undefined : this.#names.nameOf(this.#session, sql);
    return this.#session.query<TextRow>(name === undefined ? query : { ...query, name });
  }
}

/** Which statements are prepared: those that are asked for again, so that a filter somebody typed once costs the server nothing. */
export class StatementNames {
  /** By text: null for those that were seen once. The least recently used go first. */
  readonly #known = new Map<string, string | null>();
  readonly #prepared = new WeakMap<ClientBase, Set<string>>();

  /** The name to prepare a statement by; undefined for one that is new. */
  nameOf(session: ClientBase, sql: string): string | undefined {
    const known = this.#known.get(sql);
    this.#known.delete(sql);
    const name = known === undefined ? null : (known ?? createHash('sha1').update(sql).digest('base64url'));
    this.#known.set(sql, name);
    if (this.#known.size > 2 * MAX_PREPARED) this.#forgetOldest();
    if (name === null) return undefined;
    const prepared = this.#prepared.get(session) ?? new Set();
    this.#prepared.set(session, prepared.add(name));
    return name;
  }

  /** Whether a session has prepared so much that it had better end. */
  isFull(session: ClientBase): boolean {
    return (this.#prepared.get(session)?.size ?? 0) >= MAX_PREPARED;
  }

  #forgetOldest(): void {
    const [oldest] = this.#known.keys();
    if (oldest !== undefined) this.#known.delete(oldest);
  }
}
