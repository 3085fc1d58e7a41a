import { Tokenizer, TokenizerError, TokenParser, TokenParserError, TokenType } from '@streamparser/json';
import { DEEPEST, type Entry, LONGEST_ROW, MalformedFile, TruncatedFile } from './entry.ts';

const NEWLINE = 10;

const opening: ReadonlySet<TokenType> = new Set([TokenType.LEFT_BRACE, TokenType.LEFT_BRACKET]);
const closing: ReadonlySet<TokenType> = new Set([TokenType.RIGHT_BRACE, TokenType.RIGHT_BRACKET]);
const punctuation: ReadonlySet<TokenType> = new Set([TokenType.COLON, TokenType.COMMA, TokenType.SEPARATOR]);

/**
 * Reads a JSON cache file piece by piece: an object of sections, each an object or a list of rows. Memory holds one piece and one
 * row.
 *
 * @throws MalformedFile where it is not such JSON, TruncatedFile when it ends too early.
 */
export async function* readJson(chunks: AsyncIterable<Buffer>): AsyncGenerator<readonly Entry[]> {
  const reader = new JsonReader();
  for await (const chunk of chunks) yield reader.read(chunk);
  reader.end();
}

/** Feeds a tokenizer, and watches its tokens go by: only they know where they stand in the file. */
class JsonReader {
  readonly #tokenizer = new Tokenizer();
  // Rows are put together by the library and then forgotten; the recipe is taken whole.
  readonly #parser = new TokenParser({ paths: ['$.recipe', '$.*.*'], keepStack: false });
  readonly #lines = new LineCounter();
  #entries: Entry[] = [];
  #depth = 0;
  /** At the top: the name that was read last, and whether its value comes next. */
  #name = '';
  #isNamed = false;
  #rowLine = 1;
  /** Where the last token began: the parser does not tell what it stumbled over. */
  #offset = 0;
  /** Bytes that have been read, and where what is kept of them begins: a row, a recipe, or a text of which more is to come. */
  #read = 0;
  #kept = 0;

  constructor() {
    this.#tokenizer.onToken = (token) => {
      this.#offset = token.offset;
      this.#watch(token);
      if (!this.#isKept) this.#kept = token.offset;
      this.#parser.write(token);
    };
    this.#parser.onValue = ({ value, key, stack }) => this.#keep(value, key, stack.length);
  }

  /** Whether a token belongs to what is put together, and is not the first of it. */
  get #isKept(): boolean {
    return this.#depth > (this.#name === 'recipe' ? 1 : 2);
  }

  read(chunk: Buffer): readonly Entry[] {
    this.#entries = [];
    this.#lines.begin(chunk);
    try {
      this.#tokenizer.write(chunk);
    } catch (error) {
      throw this.#malformed(error);
    }
    this.#lines.end();
    this.#read += chunk.length;
    if (this.#read - this.#kept > LONGEST_ROW) throw new MalformedFile(this.#lines.at(this.#kept), 'this is too long for a row');
    return this.#entries;
  }

  end(): void {
    if (this.#parser.isEnded) return;
    try {
      // A number alone ends with the file.
      this.#tokenizer.end();
    } catch (error) {
      if (error instanceof MalformedFile) throw error;
    }
    throw new TruncatedFile('its closing brace is missing');
  }

  #watch({ token, value, offset }: { readonly token: TokenType; readonly value?: unknown; readonly offset: number }): void {
    if (opening.has(token)) {
      if (this.#depth === 0 && token !== TokenType.LEFT_BRACE) throw new MalformedFile(1, 'an object {...} is expected');
      if (this.#depth === 2) this.#rowLine = this.#lines.at(offset);
      if (this.#depth === DEEPEST) throw new MalformedFile(this.#lines.at(offset), 'this is nested too deeply');
      this.#depth++;
      this.#isNamed = false;
    } else if (closing.has(token)) this.#depth--;
    else if (this.#depth === 0) throw new MalformedFile(1, 'an object {...} is expected');
    else if (this.#depth === 1 && !punctuation.has(token)) this.#atTop(token, value, offset);
  }

  #atTop(token: TokenType, value: unknown, offset: number): void {
    const isName = token === TokenType.STRING && !this.#isNamed;
    if (isName) this.#name = String(value);
    else this.#entries.push({ kind: 'header', name: this.#name, value, line: this.#lines.at(offset) });
    this.#isNamed = isName;
  }

  #keep(value: unknown, key: string | number | undefined, depth: number): void {
    if (depth === 1) this.#entries.push({ kind: 'header', name: this.#name, value, line: this.#rowLine });
    else if (this.#name !== 'recipe') {
      const named = typeof key === 'string' ? key : undefined;
      this.#entries.push({ kind: 'row', section: this.#name, key: named, value, line: this.#rowLine });
    }
  }

  #malformed(error: unknown): unknown {
    if (!(error instanceof TokenizerError || error instanceof TokenParserError)) return error;
    const [, position] = /absolute position "(\d+)"/.exec(error.message) ?? [];
    const line = this.#lines.at(Number(position ?? this.#offset));
    const what = error.message.replace(/ (at chunk position|in state) .*$/s, '');
    return new MalformedFile(line, `this is not JSON: ${what}`);
  }
}

/** Tells the line of a byte, asked for in ascending order. */
class LineCounter {
  #chunk: Buffer = Buffer.alloc(0);
  /** Where the chunk begins in the file, and how far in it lines have been counted. */
  #start = 0;
  #counted = 0;
  #line = 1;

  begin(chunk: Buffer): void {
    this.#chunk = chunk;
    this.#counted = 0;
  }

  /** The line of a byte of the file; of one in an earlier chunk, the line that has been reached. */
  at(offset: number): number {
    const to = Math.min(offset - this.#start, this.#chunk.length);
    while (this.#counted < to) if (this.#chunk[this.#counted++] === NEWLINE) this.#line++;
    return this.#line;
  }

  end(): void {
    this.at(this.#start + this.#chunk.length);
    this.#start += this.#chunk.length;
  }
}
