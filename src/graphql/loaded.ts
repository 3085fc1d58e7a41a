import { type Cell, type CellRow, type EntityModel, type FieldModel, shownAs } from '../definition/index.ts';
import type { Generation } from '../store/store.ts';

/**
 * A row on its way to a client, and where its relations are looked up: a payload's dataset may differ from the request's,
 * and a sample has no dataset. Made by `loaded`, it has its fields as properties, too.
 */
export class Loaded {
  readonly entity: EntityModel;
  readonly row: CellRow;
  readonly source: Generation;

  constructor(entity: EntityModel, row: CellRow, source: Generation) {
    this.entity = entity;
    this.row = row;
    this.source = source;
  }

  get key(): string {
    return String(this.row[this.entity.key.index]);
  }

  cell(field: FieldModel): Cell {
    return this.row[field.index] ?? null;
  }
}

const classes = new WeakMap<EntityModel, typeof Loaded>();

/** A row with its fields as properties, under the names and in the form that GraphQL shows them in. */
export function loaded(entity: EntityModel, row: CellRow, source: Generation): Loaded {
  return new (classOf(entity))(entity, row, source);
}

/** The name of a field in GraphQL. */
export function outputName({ name, field }: FieldModel): string {
  return field.kind === 'key' ? 'id' : name;
}

/** What a `Loaded` is beside its row. */
const taken: ReadonlySet<string> = new Set(['entity', 'row', 'source', 'key', 'cell', 'constructor']);

/** Whether a field is a property of its loaded rows, so that it needs no resolver. All are, but those whose names are taken. */
export function isProperty(field: FieldModel): boolean {
  return !taken.has(outputName(field));
}

function classOf(entity: EntityModel): typeof Loaded {
  const known = classes.get(entity);
  if (known) return known;
  const made = class extends Loaded {};
  for (const field of entity.fields.filter(isProperty)) {
    const show = shownAs(field);
    const read = function (this: Loaded) {
      return show(this.cell(field));
    };
    Object.defineProperty(made.prototype, outputName(field), { get: read });
  }
  classes.set(entity, made);
  return made;
}
