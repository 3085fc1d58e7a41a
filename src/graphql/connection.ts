import type { EntityModel } from '../definition/index.ts';
import type { Page } from '../store/query.ts';
import type { Generation } from '../store/store.ts';
import { encodeCursor } from './cursor.ts';
import { Loaded } from './loaded.ts';
import type { PageRequest } from './page-request.ts';

/** A row and its place in a list. */
export interface Edge {
  readonly cursor: string;
  readonly node: Loaded;
}

/** Which part of a list a page is. */
export interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

/** How a connection is answered: rows and number are read when a selection asks for them, and not before. */
export interface Reader {
  readonly page: () => Promise<Page>;
  readonly total: () => Promise<number>;
}

const nothing: Reader = { page: async () => ({ rows: [], positions: [], more: false }), total: async () => 0 };

/** A list of rows, a page at a time (https://relay.dev/graphql/connections.htm). */
export class Connection {
  readonly #entity: EntityModel;
  readonly #source: Generation | undefined;
  readonly #request: PageRequest;
  readonly #reader: Reader;
  #page: Promise<Page> | undefined;

  /** Without a source nothing is there. */
  constructor(request: PageRequest, source: Generation | undefined, read: (source: Generation) => Reader) {
    this.#entity = request.query.entity;
    this.#source = source;
    this.#request = request;
    this.#reader = source ? read(source) : nothing;
  }

  totalCount(): Promise<number> {
    return this.#reader.total();
  }

  async nodes(): Promise<Loaded[]> {
    const { rows } = await this.#read();
    const source = this.#source;
    return source ? rows.map((row) => new Loaded(this.#entity, row, source)) : [];
  }

  async edges(): Promise<Edge[]> {
    const nodes = await this.nodes();
    return nodes.map((node) => ({ node, cursor: this.#cursor(node) }));
  }

  async pageInfo(): Promise<PageInfo> {
    const { more } = await this.#read();
    const nodes = await this.nodes();
    const { fromEnd, after, before } = this.#request.query;
    const [start, end] = [nodes.at(0), nodes.at(-1)];
    return {
      hasNextPage: fromEnd ? before !== undefined : more,
      hasPreviousPage: fromEnd ? more : after !== undefined,
      startCursor: start ? this.#cursor(start) : null,
      endCursor: end ? this.#cursor(end) : null,
    };
  }

  #cursor(node: Loaded): string {
    return encodeCursor(this.#entity, this.#request.query.order, node.row);
  }

  /** A page of size 0 is read as one of size 1, which tells whether there is more. */
  #read(): Promise<Page> {
    this.#page ??= this.#reader
      .page()
      .then((page) => (this.#request.size === 0 ? { rows: [], positions: [], more: page.rows.length > 0 } : page));
    return this.#page;
  }
}
