import type { EntityModel } from '../definition/index.ts';
import { screamingCase } from '../definition/index.ts';
import type { Builder } from './builder.ts';
import { type AnyEnumRef, type AnyInputRef, addEnum, addInput, type InputSpecs, inputRef } from './dynamic.ts';
import { nouns } from './nouns.ts';
import type { TypeNames } from './type-names.ts';

/** The inputs that lists are ordered by: `StudentOrder`, and the enumeration of its fields. */
export class Orders {
  readonly #builder: Builder;
  readonly #names: TypeNames;
  readonly #direction: AnyEnumRef;
  readonly #byEntity = new Map<EntityModel, AnyInputRef>();

  constructor(builder: Builder, names: TypeNames) {
    this.#builder = builder;
    this.#names = names;
    this.#direction = addEnum(builder, 'OrderDirection', {
      description: 'Which way a list is ordered. Rows without a value come last either way.',
      values: {
        ASC: { value: 'asc', description: 'Smallest, earliest or first in the alphabet first.' },
        DESC: { value: 'desc', description: 'Largest, latest or last in the alphabet first.' },
      },
    });
  }

  /** `StudentOrder`; to be added with `add` once every entity has been declared. */
  of(entity: EntityModel): AnyInputRef {
    const known = this.#byEntity.get(entity);
    if (known) return known;
    const made = inputRef(this.#builder, this.#names.claim(`${entity.typeName}Order`, 'Input', entity.domain));
    this.#byEntity.set(entity, made);
    return made;
  }

  /** Implements an entity's order. */
  add(entity: EntityModel): void {
    const own: InputSpecs = {
      field: { type: this.#fieldsOf(entity), description: 'By this field.' },
      direction: { type: this.#direction, description: 'Which way; goes with `field`. Default: ASC.' },
    };
    addInput(this.#builder, this.of(entity), {
      description: `One term of an ordering of ${nouns(entity)}: a \`field\`, or one relation that leads to it. Ties are broken by the next term, and at last by ID.`,
      fields: () => ({
        // Twice, so that they come first and win over a relation of the same name.
        ...own,
        ...this.#references(entity),
        ...own,
      }),
    });
  }

  #references(entity: EntityModel): InputSpecs {
    return Object.fromEntries(
      entity.references.map(({ name, to, field }) => [
        name,
        {
          type: this.of(to),
          description: `By a field of the ${name} instead${field.field.optional ? '; rows without one come last' : ''}.`,
        },
      ]),
    );
  }

  #fieldsOf(entity: EntityModel): AnyEnumRef {
    // The fields declared so, and the key.
    const ordered = entity.fields.filter(({ field }) => field.order || field.kind === 'key');
    return addEnum(this.#builder, this.#names.claim(`${entity.typeName}OrderField`, 'Value', entity.domain), {
      description: `What ${nouns(entity)} can be ordered by.`,
      values: Object.fromEntries(
        ordered.map(({ name, field }) => [screamingCase(name), { value: name, description: field.description }]),
      ),
    });
  }
}
