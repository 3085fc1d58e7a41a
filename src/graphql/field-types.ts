import type { EntityModel, FieldModel } from '../definition/index.ts';
import { enumName, pascalCase } from '../definition/index.ts';
import type { Builder } from './builder.ts';
import { type AnyEnumRef, type AnyValue, addEnum } from './dynamic.ts';
import type { TypeNames } from './type-names.ts';

/** How a field shows in GraphQL. */
export interface FieldType {
  readonly type: AnyValue;
  readonly list: boolean;
}

/** GraphQL types of fields; makes the enumerations on the way. */
export class FieldTypes {
  readonly #builder: Builder;
  readonly #names: TypeNames;
  readonly #enums = new Map<FieldModel, AnyEnumRef>();

  constructor(builder: Builder, names: TypeNames) {
    this.#builder = builder;
    this.#names = names;
  }

  /** The type of a field's value. */
  of(entity: EntityModel, model: FieldModel): FieldType {
    const { kind, items } = model.field;
    switch (kind) {
      case 'key':
      case 'reference':
        return { type: 'ID', list: false };
      case 'enumeration':
        return { type: this.enumOf(entity, model), list: false };
      case 'list':
        return { type: items === 'integer' ? 'Int' : 'String', list: true };
      default:
        return { type: scalars[kind], list: false };
    }
  }

  /** The enumeration of a field: `StudentStatus`. */
  enumOf(entity: EntityModel, model: FieldModel): AnyEnumRef {
    const known = this.#enums.get(model);
    if (known) return known;
    const name = this.#names.claim(entity.typeName + pascalCase(model.name), 'Value', entity.domain);
    const values = Object.fromEntries(model.field.values.map((value) => [enumName(value), { value }]));
    const made = addEnum(this.#builder, name, { description: model.field.description, values });
    this.#enums.set(model, made);
    return made;
  }
}

const scalars = {
  string: 'String',
  integer: 'Int',
  float: 'Float',
  boolean: 'Boolean',
  date: 'Date',
  time: 'Time',
  datetime: 'DateTime',
  money: 'Money',
  json: 'JSON',
} as const;
