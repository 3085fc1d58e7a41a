/** Above every key that a row has. */
export const LAST_KEY = '\u{10ffff}';

/** How many items are read at once: about a millisecond. */
const PAGE = 500;

/** Reads what is ordered by key from front to back, a page at a time. */
export class Cursor<Item> {
  readonly #read: (from: string, limit: number) => Promise<readonly Item[]>;
  readonly #keyOf: (item: Item) => string;
  #page: readonly Item[] = [];
  #next = 0;
  #from: string;
  #more = true;

  /** @param after Where to begin: behind this key, or with the first for the empty text. */
  constructor(after: string, keyOf: (item: Item) => string, read: (from: string, limit: number) => Promise<readonly Item[]>) {
    this.#from = behind(after);
    this.#keyOf = keyOf;
    this.#read = read;
  }

  /** The key of the next item; undefined at the end. */
  async peek(): Promise<string | undefined> {
    if (this.#next === this.#page.length) await this.#turn();
    const item = this.#page[this.#next];
    return item && this.#keyOf(item);
  }

  /** The next items, up to and including a key. */
  async takeTo(key: string): Promise<Item[]> {
    const taken: Item[] = [];
    for (let head = await this.peek(); head !== undefined && head <= key; head = await this.peek()) {
      const item = this.#page[this.#next++];
      if (item) taken.push(item);
    }
    return taken;
  }

  async #turn(): Promise<void> {
    if (!this.#more) return;
    this.#page = await this.#read(this.#from, PAGE);
    this.#next = 0;
    this.#more = this.#page.length === PAGE;
    const last = this.#page.at(-1);
    if (last) this.#from = behind(this.#keyOf(last));
  }
}

/** The smallest text behind a key that no key comes before. */
function behind(key: string): string {
  return key === '' ? '' : `${key}\u0001`;
}
