import type { EntityModel, FieldModel } from '../definition/index.ts';
import { screamingCase } from '../definition/index.ts';
import type { Order } from '../store/query.ts';
import type { Builder } from './builder.ts';
import { type AnyEnumRef, type AnyInputRef, addEnum, addInput } from './dynamic.ts';
import { type Input, objectsAt, textAt } from './input.ts';
import { nouns } from './nouns.ts';
import type { TypeNames } from './type-names.ts';

/** The fields that rows can be ordered by: those declared so, and the key. */
export function orderFields(entity: EntityModel): readonly FieldModel[] {
  return entity.fields.filter(({ field }) => field.order || field.kind === 'key');
}

/** Adds `enum OrderDirection`. */
export function addOrderDirection(builder: Builder): AnyEnumRef {
  return addEnum(builder, 'OrderDirection', {
    description: 'Which way a list is ordered. Rows without a value come last either way.',
    values: {
      ASC: { value: 'asc', description: 'Smallest, earliest or first in the alphabet first.' },
      DESC: { value: 'desc', description: 'Largest, latest or last in the alphabet first.' },
    },
  });
}

/** Adds `StudentOrder` and the enumeration of its fields. */
export function addOrder(builder: Builder, names: TypeNames, entity: EntityModel, direction: AnyEnumRef): AnyInputRef {
  const fields = addEnum(builder, names.claim(`${entity.typeName}OrderField`, 'Value', entity.domain), {
    description: `What ${nouns(entity)} can be ordered by.`,
    values: Object.fromEntries(
      orderFields(entity).map(({ name, field }) => [screamingCase(name), { value: name, description: field.description }]),
    ),
  });
  return addInput(builder, names.claim(`${entity.typeName}Order`, 'Input', entity.domain), {
    description: `One term of an ordering of ${nouns(entity)}. Ties are broken by the next term, and at last by ID.`,
    fields: () => ({
      field: { type: fields, required: true },
      direction: { type: direction, required: true, defaultValue: 'asc' },
    }),
  });
}

/** The ordering that an `orderBy` argument asks for. A field that comes again adds nothing and is left out. */
export function orderOf(entity: EntityModel, args: Input): Order[] {
  const order = new Map<FieldModel, Order>();
  for (const term of objectsAt(args, 'orderBy') ?? []) {
    const field = entity.fieldNamed(textAt(term, 'field') ?? '');
    if (!order.has(field)) order.set(field, { field, direction: term.direction === 'desc' ? 'desc' : 'asc' });
  }
  return [...order.values()];
}
