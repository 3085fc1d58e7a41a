import { type DomainModel, type EntityModel, keyOf } from '../definition/index.ts';
import type { Mark } from '../store/store.ts';
import type { Entry } from './entry.ts';
import { FileHeader } from './file-header.ts';
import { MARKED_ROWS } from './format.ts';
import { isObject } from './json-object.ts';
import { keyText } from './key-text.ts';
import type { Loader } from './loader.ts';
import { MadeValues } from './made-values.ts';
import { type Mistake, Mistakes, placeOf } from './mistakes.ts';
import { RowReader } from './row-reader.ts';
import { Sections } from './sections.ts';
import { Warnings } from './warnings.ts';

/** So many rows that were left out are remembered, so that what refers to them is not told as a mistake of its own. */
const REJECTED_KEPT = 10_000;

const marks: readonly Mark[] = ['edited', 'imported', 'kept', 'deleted'];

type RowEntry = Extract<Entry, { kind: 'row' | 'values' }>;

/** Takes the pieces of a cache file in, one after the other: checks them, and hands rows and marks to the loader. */
export class Intake {
  readonly header: FileHeader;
  readonly mistakes: Mistakes;
  /** What would be a mistake in a file that this version has written. */
  readonly made = new Mistakes();
  readonly warnings = new Warnings();
  readonly #loader: Loader;
  readonly #sections: Sections;
  readonly #made: MadeValues;
  readonly #readers = new Map<EntityModel, RowReader>();
  readonly #rejected = new Set<string>();
  /** The key of the only row of an entity so far; null where there are several. */
  readonly #onlyRows = new Map<EntityModel, string | null>();
  readonly #counts = new Map<EntityModel, number>();
  /** How many rows the closing line tells, by section; undefined where there is none. */
  #closing: { readonly counts: unknown; readonly line: number } | undefined;

  constructor(file: string, domain: DomainModel, loader: Loader, mistakes: Mistakes) {
    this.mistakes = mistakes;
    this.header = new FileHeader(file, domain, this.warnings);
    this.#loader = loader;
    this.#sections = new Sections(domain);
    this.#made = new MadeValues(domain);
  }

  readonly tell = (mistake: Mistake): void => this.mistakes.add(mistake);

  isRejected(entity: EntityModel, key: string): boolean {
    return this.#rejected.has(placeOf({ entity: entity.name, key }));
  }

  take(entry: Entry): void {
    if (entry.kind === 'header') this.#takeTop(entry);
    else if (entry.kind === 'end') this.#closing = entry;
    else if (entry.section === MARKED_ROWS) this.#takeMark(entry);
    else this.#takeRow(entry);
  }

  /** The sections that have fewer or more rows than the closing line tells, in words. */
  miscounted(): string[] {
    const counts = this.#closing?.counts;
    if (typeof counts !== 'object' || counts === null) return [];
    return Object.entries(counts).flatMap(([section, told]) => {
      const entity = this.#sections.entity(section);
      const found = entity ? (this.#counts.get(entity) ?? 0) : 0;
      return found === told ? [] : [`${found} of ${told} rows of "${section}" are there`];
    });
  }

  #takeTop({ name, value, line }: Extract<Entry, { kind: 'header' }>): void {
    // A section that stands there empty, as null or as a text.
    if (!this.#sections.entity(name)) this.header.add(name, value, line);
    else if (value !== null) this.tell({ line, entity: name, message: 'an object or a list of rows is expected' });
  }

  #takeRow(entry: RowEntry): void {
    const entity = this.#sections.entity(entry.section);
    if (!entity) {
      this.warnings.add(`"${entry.section}" is no entity of the domain; its rows were passed over`);
      return;
    }
    this.#counts.set(entity, (this.#counts.get(entity) ?? 0) + 1);
    const reader = this.#readerOf(entity);
    const row = entry.kind === 'row' ? reader.read(entry) : this.#readValues(reader, entry);
    const key = row ? keyOf(entity, row) : keyText(this.#sections.givenKey(entity, entry));
    if (key !== undefined) this.#onlyRows.set(entity, this.#onlyRows.has(entity) ? null : key);
    if (row) this.#loader.add(entity, row, entry.line);
    else if (key !== undefined && this.#rejected.size < REJECTED_KEPT) this.#rejected.add(placeOf({ entity: entity.name, key }));
  }

  #readValues(reader: RowReader, { section, fields, values, line }: Extract<Entry, { kind: 'values' }>) {
    if (fields) return reader.readValues(values, fields, line);
    this.tell({ line, entity: section, message: 'the first line does not tell the "fields" of these rows' });
    return undefined;
  }

  #takeMark(entry: RowEntry): void {
    const value = entry.kind === 'row' ? entry.value : entry.values;
    const { entity: section, key, mark } = isObject(value) ? value : {};
    const entity = this.#sections.entity(section);
    const text = keyText(key);
    if (entity && text !== undefined && isMark(mark)) {
      this.#loader.mark(entity, text, mark);
      return;
    }
    const expected = `{"entity": ..., "key": ..., "mark": one of ${marks.join(', ')}}`;
    const message = `${expected} is expected; given ${JSON.stringify(value)}`;
    this.tell({ line: entry.line, entity: MARKED_ROWS, message });
  }

  #readerOf(entity: EntityModel): RowReader {
    const known = this.#readers.get(entity);
    if (known) return known;
    const findings = { mistake: this.tell, made: (mistake: Mistake) => this.made.add(mistake), warnings: this.warnings };
    const reader = new RowReader(entity, this.#made, findings, (target) => this.#onlyRows.get(target) ?? undefined);
    this.#readers.set(entity, reader);
    return reader;
  }
}

function isMark(value: unknown): value is Mark {
  return marks.some((mark) => mark === value);
}
