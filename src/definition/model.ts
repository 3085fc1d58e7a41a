import type { AnyEntity, DomainDefinition } from './domain.ts';
import type { Field } from './field.ts';
import { namesOf, relationName, snakeCase } from './names.ts';
import { validateDomain } from './validate.ts';

/** A field with the names and the place that derive from its declaration. */
export interface FieldModel {
  readonly name: string;
  readonly column: string;
  /** The column of the folded text, for strings that can be filtered or ordered by. */
  readonly foldedColumn: string | undefined;
  /** Its place in a row of cells. */
  readonly index: number;
  readonly field: Field;
}

/** A reference from `from` to `to`. */
export interface ReferenceModel {
  /** The field that holds the key: `userId`. */
  readonly field: FieldModel;
  /** The relation's name: `user`. */
  readonly name: string;
  readonly to: EntityModel;
}

/** The other direction of a reference: the rows of `from` that refer to a row. */
export interface InverseModel {
  readonly name: string;
  readonly from: EntityModel;
  readonly by: FieldModel;
  /** At most one row refers: the reference is unique. */
  readonly single: boolean;
}

/** A to-many relation through an entity that joins two others: `student.parents`. */
export interface ThroughModel {
  readonly name: string;
  readonly to: EntityModel;
  readonly through: EntityModel;
  /** The joining entity's reference to this side, and to the other. */
  readonly near: FieldModel;
  readonly far: FieldModel;
}

/** A unique look-up: the field itself, or a field of the row that `via` points at. */
export interface LookupModel {
  readonly name: string;
  readonly via: ReferenceModel | undefined;
  readonly field: FieldModel;
}

/** Where a person's name is found. */
export interface PersonModel {
  /** The references that lead to the row that has the name; none where it is the row itself. */
  readonly via: readonly ReferenceModel[];
  readonly first: FieldModel;
  readonly last: FieldModel;
}

/** An entity with everything that derives from its definition. Relations point at models, so the graph can be walked. */
export interface EntityModel {
  readonly definition: AnyEntity;
  readonly domain: DomainModel;
  readonly name: string;
  /** The GraphQL type: prefix and name. */
  readonly typeName: string;
  /** `student`, `students`, with the domain's prefix where it has one. */
  readonly single: string;
  readonly plural: string;
  readonly table: string;
  readonly fields: readonly FieldModel[];
  readonly key: FieldModel;
  readonly references: readonly ReferenceModel[];
  readonly inverses: readonly InverseModel[];
  readonly throughs: readonly ThroughModel[];
  readonly lookups: readonly LookupModel[];
  readonly person: PersonModel | undefined;
  /** The model of a field that is known to exist; throws a TypeError otherwise. */
  fieldNamed(name: string): FieldModel;
}

/** A domain whose definition has been validated and resolved. */
export interface DomainModel {
  readonly definition: DomainDefinition;
  readonly name: string;
  readonly entities: readonly EntityModel[];
  /** By the definition's name; throws a TypeError for an unknown one. */
  entity(name: string): EntityModel;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer I)[] ? I[] : T[K] };

/**
 * Validates a domain and resolves it: names, columns, relations in both directions.
 *
 * @throws DefinitionError listing every mistake with its path.
 */
export function modelOf(definition: DomainDefinition): DomainModel {
  validateDomain(definition);
  const byName = new Map<string, Mutable<EntityModel>>();
  const entities: EntityModel[] = [];
  const domain: DomainModel = {
    definition,
    name: definition.name,
    entities,
    entity: (name) => known(byName.get(name), `entity "${name}"`),
  };
  for (const entity of definition.entities) byName.set(entity.name, shell(entity, domain));
  for (const model of byName.values()) model.references = referencesOf(model);
  for (const model of byName.values()) {
    addInverses(model);
    addThroughs(model);
    model.lookups = lookupsOf(model);
    model.person = personOf(model);
  }
  entities.push(...byName.values());
  return domain;
}

function shell(entity: AnyEntity, domain: DomainModel): Mutable<EntityModel> {
  const fields = Object.entries(entity.fields).map(([name, field], index) => fieldModel(name, field, index));
  const names = namesOf(entity, domain.definition.prefix);
  return {
    definition: entity,
    domain,
    name: entity.name,
    typeName: names.typeName,
    single: names.single,
    plural: names.plural,
    table: snakeCase(names.local),
    fields,
    key: known(
      fields.find(({ field }) => field.kind === 'key'),
      `key of ${entity.name}`,
    ),
    references: [],
    inverses: [],
    throughs: [],
    lookups: [],
    person: undefined,
    fieldNamed: (name) =>
      known(
        fields.find((field) => field.name === name),
        `field "${entity.name}.${name}"`,
      ),
  };
}

function fieldModel(name: string, field: Field, index: number): FieldModel {
  const column = snakeCase(name);
  const folded = field.kind === 'string' && (field.filter || field.order || field.unique);
  return { name, column, foldedColumn: folded ? `${column}_folded` : undefined, index, field };
}

function referencesOf(model: EntityModel): ReferenceModel[] {
  return model.fields
    .filter(({ field }) => field.kind === 'reference')
    .map((field) => ({ field, name: relationName(field.name), to: model.domain.entity(field.field.target) }));
}

function addInverses(from: EntityModel): void {
  for (const { field, to } of from.references) {
    if (field.field.inverse === false) continue;
    const single = field.field.unique;
    const { single: one, local: many } = namesOf(from.definition, '');
    const name = field.field.inverse ?? (single ? one : many);
    (to.inverses as InverseModel[]).push({ name, from, by: field, single });
  }
}

function addThroughs(through: EntityModel): void {
  const joined = through.definition.joins;
  if (!joined) return;
  const [left, right] = joined.map((name) =>
    known(
      through.references.find((reference) => reference.field.name === name),
      name,
    ),
  );
  if (!left || !right) return;
  const add = (near: ReferenceModel, far: ReferenceModel) =>
    (near.to.throughs as ThroughModel[]).push({
      name: namesOf(far.to.definition, '').local,
      to: far.to,
      through,
      near: near.field,
      far: far.field,
    });
  add(left, right);
  add(right, left);
}

function lookupsOf(model: EntityModel): LookupModel[] {
  return Object.entries(model.definition.lookups ?? {}).map(([name, lookup]) => {
    if (typeof lookup === 'string') return { name, via: undefined, field: model.fieldNamed(lookup) };
    const via = referenceNamed(model, lookup.via);
    return { name, via, field: via.to.fieldNamed(lookup.field) };
  });
}

function personOf(model: EntityModel): PersonModel | undefined {
  const source = model.definition.person;
  if (!source) return undefined;
  if ('first' in source) {
    return { via: [], first: model.fieldNamed(source.first), last: model.fieldNamed(source.last) };
  }
  const via = referenceNamed(model, source.via);
  const person = personOf(via.to);
  return person && { ...person, via: [via, ...person.via] };
}

function referenceNamed(model: EntityModel, field: string): ReferenceModel {
  return known(
    model.references.find((reference) => reference.field.name === field),
    `reference "${model.name}.${field}"`,
  );
}

function known<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new TypeError(`There is no ${what}.`);
  return value;
}
