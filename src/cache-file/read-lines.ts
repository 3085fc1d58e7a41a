import { DEEPEST, type Entry, LONGEST_ROW, MalformedFile, TruncatedFile } from './entry.ts';
import { isObject, type JsonObject } from './json-object.ts';

/**
 * Reads an NDJSON cache file line by line: the header, a list for each row, an object for each mark, the closing line.
 *
 * @throws MalformedFile where it is not such a file, TruncatedFile when the closing line is missing.
 */
export async function* readLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<readonly Entry[]> {
  const reader = new LineReader();
  const decoder = new TextDecoder('utf-8');
  let rest = '';
  for await (const chunk of chunks) {
    // What is left of a long line is not looked through again with each piece.
    const lines = decoder.decode(chunk, { stream: true }).split('\n');
    lines[0] = rest + lines[0];
    rest = lines.pop() ?? '';
    yield lines.flatMap((line) => reader.read(line));
    if (rest.length > LONGEST_ROW) throw new MalformedFile(reader.line + 1, 'this line is too long for a row');
  }
  if (rest !== '') yield reader.last(rest);
  reader.end();
}

class LineReader {
  line = 0;
  #fields: JsonObject = {};
  #isEnded = false;

  read(text: string): Entry[] {
    this.line++;
    if (text.trim() === '') return [];
    if (this.#isEnded) throw new MalformedFile(this.line, 'nothing is expected behind the closing line');
    const value = this.#parse(text);
    if (isDeeper(value, DEEPEST)) throw new MalformedFile(this.line, 'this is nested too deeply');
    if (Array.isArray(value)) return [this.#row(value)];
    if (isObject(value)) return this.#object(value);
    throw new MalformedFile(this.line, 'a list or an object is expected');
  }

  /** A line that does not end: the file may have been cut there. */
  last(text: string): Entry[] {
    try {
      return this.read(text);
    } catch (error) {
      if (error instanceof MalformedFile && !this.#isEnded) throw new TruncatedFile('its last line is cut off');
      throw error;
    }
  }

  end(): void {
    if (!this.#isEnded) throw new TruncatedFile('its closing line is missing');
  }

  #parse(text: string): unknown {
    try {
      return JSON.parse(text);
    } catch (error) {
      throw new MalformedFile(this.line, `this is not JSON: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  #row([section, ...values]: readonly unknown[]): Entry {
    const name = String(section);
    const [only] = values;
    if (values.length === 1 && isObject(only))
      return { kind: 'row', section: name, key: undefined, value: only, line: this.line };
    const fields = this.#fields[name];
    return { kind: 'values', section: name, fields: isTexts(fields) ? fields : undefined, values, line: this.line };
  }

  #object(value: JsonObject): Entry[] {
    const { line } = this;
    if (value.end === true) {
      this.#isEnded = true;
      const digest: Entry = { kind: 'header', name: 'digest', value: value.digest, line };
      return [...('digest' in value ? [digest] : []), { kind: 'end', counts: value.counts, line }];
    }
    if ('mark' in value) return [{ kind: 'row', section: 'marked_rows', key: undefined, value, line }];
    const { fields, ...header } = value;
    if (isObject(fields)) this.#fields = fields;
    return Object.entries(header).map(([name, each]) => ({ kind: 'header', name, value: each, line }));
  }
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((each) => isDeeper(each, levels - 1));
}
