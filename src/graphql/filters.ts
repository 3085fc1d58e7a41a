import type { EntityModel, FieldModel } from '../definition/index.ts';
import type { Builder } from './builder.ts';
import { type AnyInput, type AnyInputRef, addInput, type InputSpecs, inputRef } from './dynamic.ts';
import type { FieldTypes } from './field-types.ts';
import { nouns } from './nouns.ts';
import type { TypeNames } from './type-names.ts';

/** The shared filters of values, by the name of the type they compare. */
const SHARED: Readonly<Record<string, { operators: 'none' | 'text' | 'order'; what: string }>> = {
  ID: { operators: 'none', what: 'an ID' },
  Boolean: { operators: 'none', what: 'a yes or no' },
  String: { operators: 'text', what: 'a text. Case does not count; every character stands for itself' },
  Int: { operators: 'order', what: 'a whole number' },
  Float: { operators: 'order', what: 'a number' },
  Money: { operators: 'order', what: 'an amount' },
  Date: { operators: 'order', what: 'a day' },
  Time: { operators: 'order', what: 'a time of day' },
  DateTime: { operators: 'order', what: 'a moment' },
};

/** The filter inputs: one for each entity, and for each kind of value. */
export class Filters {
  readonly #builder: Builder;
  readonly #names: TypeNames;
  readonly #types: FieldTypes;
  readonly #byName = new Map<string, AnyInputRef>();
  readonly #byEntity = new Map<EntityModel, AnyInputRef>();
  readonly #lists = new Map<EntityModel, AnyInputRef>();

  constructor(builder: Builder, names: TypeNames, types: FieldTypes) {
    this.#builder = builder;
    this.#names = names;
    this.#types = types;
  }

  /** `StudentFilter`; to be added with `add` once every entity has been declared. */
  of(entity: EntityModel): AnyInputRef {
    const known = this.#byEntity.get(entity);
    if (known) return known;
    const made = inputRef(this.#builder, this.#names.claim(`${entity.typeName}Filter`, 'Input', entity.domain));
    this.#byEntity.set(entity, made);
    return made;
  }

  /** Implements an entity's filter. */
  add(entity: EntityModel): void {
    const self = this.of(entity);
    addInput(this.#builder, self, {
      description: `Which ${nouns(entity)} to take: those that fulfil every condition given.`,
      fields: () => ({
        ...this.#person(entity),
        ...this.#values(entity),
        ...this.#references(entity),
        ...this.#inverses(entity),
        and: { type: self, list: true, description: 'All of these hold.' },
        or: { type: self, list: true, description: 'At least one of these holds; none does when the list is empty.' },
        not: { type: self, description: 'This does not hold.' },
      }),
    });
  }

  #person(entity: EntityModel): InputSpecs {
    if (!entity.person) return {};
    const description = "A person's first name, last name, or first and last name. Case and extra spaces do not count.";
    return { name: { type: 'String', description } };
  }

  #values(entity: EntityModel): InputSpecs {
    const filterable = entity.fields.filter(({ field }) => field.filter && field.kind !== 'list' && field.kind !== 'json');
    return Object.fromEntries(
      filterable.map((model) => [model.name, { type: this.#valueFilter(entity, model), description: model.field.description }]),
    );
  }

  #references(entity: EntityModel): InputSpecs {
    return Object.fromEntries(
      entity.references.map(({ name, to }) => [name, { type: this.of(to), description: `The ${name} exists and fulfils this.` }]),
    );
  }

  #inverses(entity: EntityModel): InputSpecs {
    const singles = entity.inverses.filter(({ single }) => single);
    const lists = [
      ...entity.inverses.filter(({ single }) => !single).map(({ name, from }) => ({ name, to: from })),
      ...entity.throughs,
    ];
    return {
      ...Object.fromEntries(
        singles.map(({ name, from }) => [name, { type: this.of(from), description: `The ${name} exists and fulfils this.` }]),
      ),
      ...Object.fromEntries(
        lists.map(({ name, to }) => [name, { type: this.#listOf(to), description: `Of the ${nouns(to)}: some, none, every.` }]),
      ),
    };
  }

  /** `AssessmentListFilter`: one for all lists of the entity's rows. */
  #listOf(entity: EntityModel): AnyInputRef {
    const known = this.#lists.get(entity);
    if (known) return known;
    const type = this.of(entity);
    const made = addInput(this.#builder, this.#names.claim(`${entity.typeName}ListFilter`, 'Input', entity.domain), {
      description: `How many of a list of ${nouns(entity)} fulfil a condition. What is given must hold, all of it.`,
      fields: () => ({
        some: { type, description: 'At least one fulfils this; `{}`: there is one.' },
        none: { type, description: 'Not one fulfils this; `{}`: there is none.' },
        every: { type, description: 'All fulfil this; true when there is none.' },
      }),
    });
    this.#lists.set(entity, made);
    return made;
  }

  #valueFilter(entity: EntityModel, model: FieldModel): AnyInputRef {
    const { type } = this.#types.of(entity, model);
    const name = typeof type === 'string' ? type : type.name;
    const known = this.#byName.get(name);
    if (known) return known;
    const shared = SHARED[name];
    const claimed = this.#names.claim(`${name}Filter`, 'Input', shared ? undefined : entity.domain);
    const made = addInput(this.#builder, claimed, {
      description: `Compares ${shared?.what ?? 'a value'}. What is given must hold, all of it.`,
      fields: () => operators(type, shared?.operators ?? 'none'),
    });
    this.#byName.set(name, made);
    return made;
  }
}

function operators(type: AnyInput, more: 'none' | 'text' | 'order'): InputSpecs {
  return {
    eq: { type, description: 'Equal to; `null`: has no value.' },
    ne: { type, description: 'Not equal to; true for rows that have no value. `null`: has a value.' },
    in: { type, list: true, description: 'Equal to one of these.' },
    notIn: { type, list: true, description: 'Equal to none of these.' },
    ...(more === 'order' && {
      gt: { type, description: 'Greater than, or later.' },
      gte: { type, description: 'Greater than, later, or equal.' },
      lt: { type, description: 'Less than, or earlier.' },
      lte: { type, description: 'Less than, earlier, or equal.' },
    }),
    ...(more === 'text' && {
      startsWith: { type, description: 'Begins with.' },
      endsWith: { type, description: 'Ends with.' },
      contains: { type, description: 'Has in it.' },
    }),
    isNull: { type: 'Boolean', description: '`true`: has no value; `false`: has one.' },
  };
}
