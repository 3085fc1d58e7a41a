import type { ObjectRef } from '@pothos/core';
import { type EntityModel, type FieldModel, screamingCase } from '../definition/index.ts';
import { groupFields, MAX_GROUPS, numberFields, rangeFields } from './aggregate-request.ts';
import type { Builder, SchemaTypes } from './builder.ts';
import { type AnyEnumRef, type AnyInputRef, addEnum, type InputSpecs, implementObject, type OutputSpecs } from './dynamic.ts';
import type { FieldTypes } from './field-types.ts';
import { type Figures, type GroupKey, keyText } from './figures.ts';
import { nouns } from './nouns.ts';
import type { TypeNames } from './type-names.ts';

export type GroupKeyRef = ObjectRef<SchemaTypes, GroupKey>;

/** The types of an entity's aggregates. `groupField` is missing where nothing can be grouped by. */
export interface AggregateRefs {
  readonly aggregate: ObjectRef<SchemaTypes, Figures>;
  readonly groupField: AnyEnumRef | undefined;
}

/** Least or greatest values. */
interface Extremes {
  readonly figures: Figures;
  readonly which: 'min' | 'max';
}

/** Adds `type GroupKey`, which all entities share, so that one fragment serves every chart. */
export function addGroupKey(builder: Builder): GroupKeyRef {
  return builder.objectRef<GroupKey>('GroupKey').implement({
    description: 'A value that the rows of a group agree in.',
    fields: (t) => ({
      field: t.string({ description: 'As in `groupBy`.', resolve: ({ field }) => screamingCase(field.name) }),
      value: t.string({ nullable: true, description: 'As GraphQL prints it; null: no value.', resolve: keyText }),
    }),
  });
}

/** Adds `AssessmentAggregate` and what it consists of. */
export function addAggregate(
  builder: Builder,
  entity: EntityModel,
  { names, types, groupKey }: { names: TypeNames; types: FieldTypes; groupKey: GroupKeyRef },
): AggregateRefs {
  const add = <Shape>(part: string, description: string, fields: () => OutputSpecs<Shape>): ObjectRef<SchemaTypes, Shape> => {
    const ref = builder.objectRef<Shape>(names.claim(entity.typeName + part, 'Figures', entity.domain));
    implementObject(builder, ref, { description, fields });
    return ref;
  };
  const numbers = numberFields(entity);
  const ranges = rangeFields(entity);
  const averages = () => add<Figures>('Averages', `Means over ${nouns(entity)}.`, () => averageSpecs(numbers));
  const sums = () => add<Figures>('Sums', `Sums over ${nouns(entity)}.`, () => sumSpecs(numbers));
  const extremes = () => add<Extremes>('Extremes', `Least or greatest values.`, () => extremeSpecs(entity, ranges, types));
  const measures = { ...(numbers.length > 0 && totals(averages(), sums())), ...(ranges.length > 0 && ends(extremes())) };
  const aggregate = add<Figures>('Aggregate', `Figures over a group of ${nouns(entity)}.`, () => ({
    keys: {
      type: groupKey,
      list: true,
      description: 'What they agree in, in the order of `groupBy`.',
      resolve: (of) => of.keys(),
    },
    count: { type: 'BigInt', description: 'How many there are.', resolve: ({ count }) => count },
    ...measures,
  }));
  return { aggregate, groupField: addGroupField(builder, names, entity) };
}

/** The arguments of an aggregate. */
export function aggregateArgs(filter: AnyInputRef, groupField: AnyEnumRef | undefined): InputSpecs {
  const description = `One group for each combination of their values, in their order, at most ${MAX_GROUPS}. Default: a single group.`;
  return {
    filter: { type: filter, description: 'Which items to take. Default: all.' },
    ...(groupField && { groupBy: { type: groupField, list: true, description } }),
  };
}

function addGroupField(builder: Builder, names: TypeNames, entity: EntityModel): AnyEnumRef | undefined {
  const fields = groupFields(entity);
  if (fields.length === 0) return undefined;
  return addEnum(builder, names.claim(`${entity.typeName}GroupField`, 'Value', entity.domain), {
    description: `What ${nouns(entity)} can be grouped by.`,
    values: Object.fromEntries(
      fields.map(({ name, field }) => [screamingCase(name), { value: name, description: field.description }]),
    ),
  });
}

function totals(averages: ObjectRef<SchemaTypes, Figures>, sums: ObjectRef<SchemaTypes, Figures>): OutputSpecs<Figures> {
  return {
    avg: { type: averages, description: 'Means of the values there are.', resolve: (figures) => figures },
    sum: { type: sums, description: 'Sums of the values there are.', resolve: (figures) => figures },
  };
}

function ends(extremes: ObjectRef<SchemaTypes, Extremes>): OutputSpecs<Figures> {
  return {
    min: { type: extremes, description: 'Least values.', resolve: (figures): Extremes => ({ figures, which: 'min' }) },
    max: { type: extremes, description: 'Greatest values.', resolve: (figures): Extremes => ({ figures, which: 'max' }) },
  };
}

function averageSpecs(fields: readonly FieldModel[]): OutputSpecs<Figures> {
  return specs(fields, (model) => ({
    type: model.field.kind === 'money' ? 'Money' : 'Float',
    nullable: true,
    description: described(model, model.field.kind === 'money' ? 'Null: no values. Rounded half to even.' : 'Null: no values.'),
    resolve: (figures) => figures.average(model),
  }));
}

function sumSpecs(fields: readonly FieldModel[]): OutputSpecs<Figures> {
  const type = { integer: 'BigInt', float: 'Float', money: 'Money' } as const;
  return specs(fields, (model) => ({
    type: type[model.field.kind as keyof typeof type],
    description: described(model, '0: no values.'),
    resolve: (figures) => figures.sum(model),
  }));
}

function extremeSpecs(entity: EntityModel, fields: readonly FieldModel[], types: FieldTypes): OutputSpecs<Extremes> {
  return specs(fields, (model) => ({
    type: types.of(entity, model).type,
    nullable: true,
    description: described(model, 'Null: no values.'),
    resolve: ({ figures, which }) => figures.extreme(which, model),
  }));
}

function specs<Shape>(
  fields: readonly FieldModel[],
  spec: (model: FieldModel) => OutputSpecs<Shape>[string],
): OutputSpecs<Shape> {
  return Object.fromEntries(fields.map((model) => [model.name, spec(model)]));
}

function described({ field }: FieldModel, more: string): string {
  return `${field.description} ${more}`;
}
