import type { Cell } from '../definition/index.ts';
import type { Page } from '../store/query.ts';
import type { Generation } from '../store/store.ts';
import { encodeCursor } from './cursor.ts';
import { type Loaded, loaded } from './loaded.ts';
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

/** The items of a page with their places in the list. */
interface Items {
  readonly nodes: readonly Loaded[];
  readonly positions: Page['positions'];
  readonly more: boolean;
}

const nothing: Reader = { page: async () => ({ rows: [], positions: [], more: false }), total: async () => 0 };

/** A list of rows, a page at a time (https://relay.dev/graphql/connections.htm). Whoever asks again gets the same items. */
export class Connection {
  readonly #source: Generation | undefined;
  readonly #request: PageRequest;
  readonly #reader: Reader;
  #items: Promise<Items> | undefined;

  /** Without a source nothing is there, and nothing is read. */
  constructor(request: PageRequest, source: Generation | undefined, reader: Reader = nothing) {
    this.#source = source;
    this.#request = request;
    this.#reader = reader;
  }

  totalCount(): Promise<number> {
    return this.#reader.total();
  }

  async nodes(): Promise<readonly Loaded[]> {
    const { nodes } = await this.#read();
    return nodes;
  }

  async edges(): Promise<Edge[]> {
    const { nodes, positions } = await this.#read();
    return nodes.map((node, index) => ({ node, cursor: this.#cursor(positions[index]) }));
  }

  async pageInfo(): Promise<PageInfo> {
    const { positions, more } = await this.#read();
    const { fromEnd, after, before } = this.#request.query;
    const [start, end] = [positions.at(0), positions.at(-1)];
    return {
      hasNextPage: fromEnd ? before !== undefined : more,
      hasPreviousPage: fromEnd ? more : after !== undefined,
      startCursor: start ? this.#cursor(start) : null,
      endCursor: end ? this.#cursor(end) : null,
    };
  }

  #cursor(position: readonly Cell[] = []): string {
    const { entity, order } = this.#request.query;
    return encodeCursor(entity, order, position);
  }

  #read(): Promise<Items> {
    this.#items ??= this.#reader.page().then((page) => this.#itemsOf(page));
    return this.#items;
  }

  /** A page of size 0 is read as one of size 1, which tells whether there is more. */
  #itemsOf({ rows, positions, more }: Page): Items {
    const source = this.#source;
    if (!source) return { nodes: [], positions: [], more };
    if (this.#request.size === 0) return { nodes: [], positions: [], more: rows.length > 0 };
    const { entity } = this.#request.query;
    return { nodes: rows.map((row) => loaded(entity, row, source)), positions, more };
  }
}
