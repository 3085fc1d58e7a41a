import { CacheFileError, nameOfFile } from './error.ts';

/** So many are told; of the others there is a count. */
const TOLD = 100;

/** Something in a file that is wrong. */
export interface Mistake {
  /** Counts from 1; undefined where it is not known, or does not help. */
  readonly line?: number | undefined;
  /** As the file calls it: `students`. */
  readonly entity?: string | undefined;
  readonly key?: string | undefined;
  readonly field?: string | undefined;
  /** What was given, and what would be right. */
  readonly message: string;
}

/** A message repeats what was given, which may be a text of any length. */
const LONGEST_MESSAGE = 500;

/** Gathers mistakes, of which memory holds the first 100. */
export class Mistakes {
  readonly #told: Mistake[] = [];
  readonly #byField = new Map<string, number>();
  #count = 0;

  get count(): number {
    return this.#count;
  }

  get told(): readonly Mistake[] {
    return this.#told;
  }

  add(mistake: Mistake): void {
    this.#count++;
    if (this.#told.length < TOLD) this.#told.push({ ...mistake, message: cut(mistake.message) });
    const field = [mistake.entity, mistake.field].filter((part) => part !== undefined).join('.');
    this.#byField.set(field, (this.#byField.get(field) ?? 0) + 1);
  }

  /** How many there are of each field, as `students.grade_level`. */
  byField(): { readonly field: string; readonly count: number }[] {
    return [...this.#byField].map(([field, count]) => ({ field, count }));
  }

  /** All of them as one error, a line each. `lines` tells those that were not known when the mistake was found. */
  error(file: string, lines: ReadonlyMap<string, number>): CacheFileError {
    const told = this.#told.map((mistake) => ({ ...mistake, line: mistake.line ?? lines.get(placeOf(mistake)) }));
    const texts = told.map(({ line, entity, key, field, message }) => {
      const place = [file === '-' ? 'stdin' : file, line].filter((part) => part !== undefined).join(':');
      const row = [entity, key].filter((part) => part !== undefined).join(' ');
      return [place, row, field, message].filter((part) => part !== undefined && part !== '').join(': ');
    });
    const more = this.#count > told.length ? [`... and ${this.#count - told.length} more`] : [];
    const count = this.#count === 1 ? '1 mistake' : `${this.#count.toLocaleString('en-US')} mistakes`;
    const message = ['Nothing was imported.', ...texts, ...more, `${count} in ${nameOfFile(file)}.`].join('\n');
    return new CacheFileError('INVALID_CACHE_FILE', message, {
      path: ['input'],
      details: { file, count: this.#count, mistakes: told },
    });
  }
}

/** Tells the row that a mistake is about; empty for none. */
export function placeOf({ entity, key }: Pick<Mistake, 'entity' | 'key'>): string {
  return entity !== undefined && key !== undefined ? `${entity} ${key}` : '';
}

function cut(message: string): string {
  return message.length > LONGEST_MESSAGE ? `${message.slice(0, LONGEST_MESSAGE)}…` : message;
}
