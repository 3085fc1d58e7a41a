import { type CellRow, type EntityModel, type FieldModel, mismatch, toCell } from '../definition/index.ts';
import { sectionOf } from './format.ts';
import { isObject, type JsonObject } from './json-object.ts';
import { keyOfContent, keyText } from './key-text.ts';
import type { MadeValues } from './made-values.ts';
import type { Mistake } from './mistakes.ts';
import { plainValue } from './plain-value.ts';
import type { Warnings } from './warnings.ts';

/** What a row reader tells beside the row. */
export interface Findings {
  readonly mistake: (mistake: Mistake) => void;
  /** A value that the file does not have and that was made: a mistake in a file that should have had it. */
  readonly made: (mistake: Mistake) => void;
  readonly warnings: Warnings;
}

/** A row as a file has it: by names, or by places. */
export interface GivenRow {
  readonly key: string | undefined;
  readonly value: unknown;
  readonly line: number;
}

/** Turns the rows of an entity's section into cells, checking each value. */
export class RowReader {
  readonly entity: EntityModel;
  readonly #section: string;
  readonly #made: MadeValues;
  readonly #findings: Findings;
  /** The key of the only row of an entity; undefined where there are none or several. */
  readonly #onlyRow: (entity: EntityModel) => string | undefined;
  readonly #byName: ReadonlyMap<string, FieldModel>;
  readonly #places: readonly string[];

  constructor(entity: EntityModel, made: MadeValues, findings: Findings, onlyRow: (entity: EntityModel) => string | undefined) {
    this.entity = entity;
    this.#section = sectionOf(entity);
    this.#made = made;
    this.#findings = findings;
    this.#onlyRow = onlyRow;
    this.#byName = new Map(entity.fields.flatMap((field) => [[field.name, field] as const, [field.column, field] as const]));
    this.#places = placesOf(entity);
  }

  /** The row's cells; undefined when something is wrong with it, which has been told then. */
  read(given: GivenRow): CellRow | undefined {
    const object = Array.isArray(given.value) ? this.#named(given, given.value, this.#places) : given.value;
    if (isObject(object)) return this.#row(given, object);
    if (!Array.isArray(given.value)) this.#tell(given, undefined, `an object is expected; given ${shown(given.value)}`);
    return undefined;
  }

  /** The same for values in the order of `fields`. */
  readValues(values: readonly unknown[], fields: readonly string[], line: number): CellRow | undefined {
    const given = { key: undefined, value: values, line };
    const object = this.#named(given, values, fields);
    return object && this.#row(given, object);
  }

  #named(given: GivenRow, values: readonly unknown[], places: readonly string[]): JsonObject | undefined {
    if (values.length <= places.length && places.length > 0)
      return Object.fromEntries(values.map((value, index) => [places[index], value]));
    const expected = places.length === 0 ? 'an object' : `a list of at most ${places.length} values (${places.join(', ')})`;
    this.#tell(given, undefined, `${expected} is expected; given ${shown(values)}`);
    return undefined;
  }

  #row(given: GivenRow, object: JsonObject): CellRow | undefined {
    const values = this.#known(object);
    const key = this.#keyOf(given, values);
    if (key === undefined) return undefined;
    const place = { key, line: given.line };
    const by = this.entity.definition.rows.by;
    const branch = by === undefined ? undefined : values.get(this.entity.fieldNamed(by));
    const row: CellRow = [];
    let isRight = true;
    for (const model of this.entity.fields) {
      const value = model === this.entity.key ? key : this.#valueOf(model, values.get(model), branch, place);
      const wrong = mismatch(model.field, value) ?? this.#wrongKey(model, value);
      if (wrong !== undefined) {
        this.#tell(place, model.column, wrong);
        isRight = false;
      } else row.push(toCell(model.field, value));
    }
    return isRight ? row : undefined;
  }

  #known(object: JsonObject): Map<FieldModel, unknown> {
    const values = new Map<FieldModel, unknown>();
    for (const [name, value] of Object.entries(object)) {
      const model = this.#byName.get(name);
      if (model) values.set(model, plainValue(model.field, value));
      else this.#findings.warnings.add(`${this.#section}: "${name}" is not a field and was passed over`);
    }
    return values;
  }

  /** The key that the row stands by, or has within; or one made of what is in it, for rows that link others. */
  #keyOf(given: GivenRow, values: ReadonlyMap<FieldModel, unknown>): string | undefined {
    const own = values.get(this.entity.key) ?? given.key;
    const key = keyText(own);
    if (own !== undefined && key === undefined) {
      this.#tell(given, this.entity.key.column, `a UUID is expected; given ${shown(own)}`);
      return undefined;
    }
    if (key !== undefined && given.key !== undefined && key !== keyText(given.key)) {
      this.#tell(given, this.entity.key.column, `the key that the row stands by is expected; given ${shown(own)}`);
      return undefined;
    }
    if (key !== undefined) return key;
    const content = keyOfContent(
      this.entity,
      [...values].map(([{ name }, value]) => [name, value]),
    );
    const message = 'a UUID is required';
    if (this.entity.definition.joins) this.#findings.made({ ...this.#at(given, this.entity.key.column), message });
    else this.#tell(given, this.entity.key.column, message);
    return this.entity.definition.joins && content;
  }

  /** The value that is given, or one in its place where there has to be one. */
  #valueOf(model: FieldModel, value: unknown, branch: unknown, given: { readonly key: string; readonly line: number }): unknown {
    if ((value !== undefined && value !== null) || model.field.optional) return value;
    const made = this.#inPlaceOf(model, branch);
    if (made === undefined) return undefined;
    this.#findings.made({ ...this.#at(given, model.column), message: 'a value is required' });
    return made;
  }

  #inPlaceOf(model: FieldModel, branch: unknown): unknown {
    if (model.name === this.entity.definition.rows.by) return undefined;
    if (model.field.kind !== 'reference') return this.#made.take(this.entity, model, branch);
    return this.#onlyRow(this.entity.domain.entity(model.field.target));
  }

  #wrongKey({ field }: FieldModel, value: unknown): string | undefined {
    if (field.kind !== 'reference' || value === null || value === undefined || keyText(value) !== undefined) return undefined;
    return `a UUID is expected; given ${shown(value)}`;
  }

  #tell(given: { readonly key: string | undefined; readonly line: number }, field: string | undefined, message: string): void {
    this.#findings.mistake({ ...this.#at(given, field), message });
  }

  #at(
    { key, line }: { readonly key: string | undefined; readonly line: number },
    field: string | undefined,
  ): Omit<Mistake, 'message'> {
    return { line, entity: this.#section, key, field };
  }
}

/**
 * What the places of a plain list stand for: the two references that the entity joins, then its values in their order. So
 * `[parent, student, relationship_type]`; the list may end early.
 */
function placesOf({ definition, fields }: EntityModel): string[] {
  if (!definition.joins) return [];
  const values = fields.filter(({ field }) => field.kind !== 'key' && field.kind !== 'reference');
  return [...definition.joins, ...values.map(({ name }) => name)];
}

/** A value for a message, cut where it is long. */
function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
