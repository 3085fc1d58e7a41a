import type { DomainModel } from '../definition/index.ts';
import { createPlan, type Recipe, recipeOf } from '../plan/index.ts';
import { CacheFileError, nameOfFile } from './error.ts';
import { HEADER_FIELDS, JSON_FORMAT, LINES_FORMAT } from './format.ts';
import type { Mistake } from './mistakes.ts';
import { recipeForm } from './recipe-form.ts';
import type { Warnings } from './warnings.ts';

/** What a file says of itself, as far as it says anything: its order does not matter. */
export class FileHeader {
  readonly #values = new Map<string, { readonly value: unknown; readonly line: number }>();
  readonly #warnings: Warnings;
  readonly #file: string;
  readonly #domain: DomainModel;

  constructor(file: string, domain: DomainModel, warnings: Warnings) {
    this.#file = file;
    this.#domain = domain;
    this.#warnings = warnings;
  }

  /** @throws CacheFileError CACHE_FILE_MISMATCH for another domain, CACHE_FILE_UNREADABLE for another format. */
  add(name: string, value: unknown, line: number): void {
    if (!HEADER_FIELDS.has(name)) {
      this.#warnings.add(`"${name}" is nothing that cache files have and was passed over`);
      return;
    }
    this.#values.set(name, { value, line });
    if (name === 'domain' && value !== this.#domain.name) throw this.#mismatch(value);
    if (name === 'format' && value !== JSON_FORMAT && value !== LINES_FORMAT) throw this.#unknownFormat(value);
  }

  /** The version that wrote the file; undefined for another tool's. */
  get version(): unknown {
    return this.#values.get('version')?.value;
  }

  /** The digest that the rows have to have, with its line; undefined where the file tells none. */
  get digest(): { readonly value: unknown; readonly line: number } | undefined {
    return this.#values.get('digest');
  }

  get recipeLine(): number | undefined {
    return this.#values.get('recipe')?.line;
  }

  get hasRecipe(): boolean {
    return this.#values.has('recipe');
  }

  /**
   * The recipe that the dataset gets: the file's, or one that begins with no rows under the domain's defaults, so that others can be
   * added.
   */
  recipe(tell: (mistake: Mistake) => void): Recipe {
    const { value, line } = this.#values.get('recipe') ?? {};
    if (value === undefined) return [{ ...recipeOf(createPlan(this.#domain, { seed: this.#seed() })), entities: [] }];
    const form = recipeForm(this.#domain, value);
    if ('recipe' in form) return form.recipe;
    tell({ line, field: 'recipe', message: form.wrong });
    return [recipeOf(createPlan(this.#domain, {}))];
  }

  #seed(): number | undefined {
    const seed = this.#values.get('seed')?.value;
    return Number.isSafeInteger(seed) && Number(seed) >= 0 ? Number(seed) : undefined;
  }

  #mismatch(given: unknown): CacheFileError {
    const message = `The cache file ${nameOfFile(this.#file)} holds the domain "${given}"; the domain "${this.#domain.name}" is expected.`;
    const details = { file: this.#file, given, expected: this.#domain.name };
    return new CacheFileError('CACHE_FILE_MISMATCH', message, { path: ['input'], details });
  }

  #unknownFormat(given: unknown): CacheFileError {
    const message = `The cache file ${nameOfFile(this.#file)} is of the format "${given}"; "${JSON_FORMAT}" and "${LINES_FORMAT}" can be read.`;
    return new CacheFileError('CACHE_FILE_UNREADABLE', message, { path: ['input'], details: { file: this.#file, given } });
  }
}
