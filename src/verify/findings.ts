import type { EntityModel } from '../definition/index.ts';
import type { CheckResult, CheckStatus, Finding } from './integrity.ts';

/** Examples kept of each check. */
const EXAMPLES = 10;

/** Gathers what one check finds. Its examples are of as many entities and fields as there are. */
export class Findings {
  readonly name: string;
  readonly description: string;
  readonly #status: CheckStatus;
  readonly #examples = new Map<string, Finding[]>();
  readonly #notes: string[] = [];
  #checked = 0;
  #wrong = 0;

  /** @param status what it is when something is wrong. */
  constructor(name: string, description: string, status: CheckStatus = 'WRONG') {
    this.name = name;
    this.description = description;
    this.#status = status;
  }

  /** So many more were looked at. */
  checked(count = 1): void {
    this.#checked += count;
  }

  /** One of them is wrong. */
  wrong(entity: EntityModel, key: unknown, field: string | null, message: string): void {
    this.#wrong++;
    const place = `${entity.name} ${field}`;
    const alike = this.#examples.get(place) ?? [];
    this.#examples.set(place, alike);
    if (alike.length < EXAMPLES) alike.push({ entity: entity.name, key: typeof key === 'string' ? key : null, field, message });
  }

  note(text: string): void {
    this.#notes.push(text);
  }

  result(): CheckResult {
    const { name, description } = this;
    const status = this.#wrong > 0 ? this.#status : 'OK';
    const note = this.#notes.join('; ');
    const found = { name, description, status, checked: this.#checked, wrong: this.#wrong, examples: this.#chosen() };
    return note ? { ...found, note } : found;
  }

  /** The first of each entity and field, then the second of each, and so on. */
  #chosen(): Finding[] {
    const places = [...this.#examples.values()];
    const rounds = Array.from({ length: EXAMPLES }, (_, round) => places.flatMap((alike) => alike[round] ?? []));
    return rounds.flat().slice(0, EXAMPLES);
  }
}
