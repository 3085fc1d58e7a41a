import type { InterfaceRef, ObjectRef } from '@pothos/core';
import { type EntityModel, type FieldModel, shownAs } from '../definition/index.ts';
import { type AggregateRefs, aggregateArgs } from './aggregate-types.ts';
import { aggregateMany } from './aggregates.ts';
import type { Builder, SchemaTypes } from './builder.ts';
import type { Connection } from './connection.ts';
import { connectionArgs } from './connection-type.ts';
import { type AnyInputRef, implementObject, type OutputSpec, type OutputSpecs } from './dynamic.ts';
import type { FieldTypes } from './field-types.ts';
import { isProperty, type Loaded, outputName } from './loaded.ts';
import { noun, nouns } from './nouns.ts';
import { type ManyModel, targetOf } from './related-list.ts';
import { resolveMany, resolveReference, resolveSingle } from './relations.ts';

/** The types of one entity. */
export interface EntityRefs extends AggregateRefs {
  readonly node: ObjectRef<SchemaTypes, Loaded>;
  readonly connection: ObjectRef<SchemaTypes, Connection>;
  readonly filter: AnyInputRef;
  readonly order: AnyInputRef;
}

/** The types of every entity of the schema. */
export type Refs = ReadonlyMap<EntityModel, EntityRefs>;

/** The types of an entity that is known to be in the schema. */
export function refsOf(refs: Refs, entity: EntityModel): EntityRefs {
  const found = refs.get(entity);
  if (!found) throw new TypeError(`${entity.typeName} is not in this schema.`);
  return found;
}

/** Implements an entity's object type: its fields, and its relations in both directions. */
export function implementEntity(
  builder: Builder,
  entity: EntityModel,
  shared: { refs: Refs; types: FieldTypes; node: InterfaceRef<SchemaTypes, unknown> },
): void {
  const { refs, types, node } = shared;
  implementObject(builder, refsOf(refs, entity).node, {
    description: entity.definition.description,
    interfaces: [node],
    fields: () => ({
      ...Object.fromEntries(entity.fields.flatMap((field) => fieldSpecs(entity, field, types, refs))),
      ...singles(entity, refs),
      ...lists(entity, refs),
    }),
  });
}

/** A field; a reference gives two: the key it holds, and the row it points at. */
function fieldSpecs(entity: EntityModel, model: FieldModel, types: FieldTypes, refs: Refs): [string, OutputSpec<Loaded>][] {
  const { description, optional } = model.field;
  const show = shownAs(model);
  const resolve = isProperty(model) ? undefined : (parent: Loaded) => show(parent.cell(model));
  const own: [string, OutputSpec<Loaded>] = [
    outputName(model),
    { ...types.of(entity, model), nullable: optional, description, ...(resolve && { resolve }) },
  ];
  const reference = entity.references.find(({ field }) => field === model);
  if (!reference) return [own];
  const relation: OutputSpec<Loaded> = {
    type: refsOf(refs, reference.to).node,
    nullable: optional,
    description,
    resolve: (parent, _args, context) => resolveReference(parent, reference, context),
  };
  return [own, [reference.name, relation]];
}

function singles(entity: EntityModel, refs: Refs): OutputSpecs<Loaded> {
  const inverses = entity.inverses.filter(({ single }) => single);
  return Object.fromEntries(
    inverses.map((inverse) => [
      inverse.name,
      {
        type: refsOf(refs, inverse.from).node,
        nullable: true,
        description: `The ${noun(inverse.from)} that refers to this ${noun(entity)}, if there is one.`,
        resolve: (parent, _args, context) => resolveSingle(parent, inverse, context),
      } satisfies OutputSpec<Loaded>,
    ]),
  );
}

function lists(entity: EntityModel, refs: Refs): OutputSpecs<Loaded> {
  const inverses = entity.inverses.filter(({ single }) => !single);
  return Object.fromEntries([...inverses, ...entity.throughs].flatMap((many) => listSpecs(entity, many, refs)));
}

/** A to-many relation gives two fields: the rows, and figures over them. */
function listSpecs(entity: EntityModel, many: ManyModel, refs: Refs): [string, OutputSpec<Loaded>][] {
  const target = targetOf(many);
  const { connection, filter, order, aggregate, groupField } = refsOf(refs, target);
  const list: OutputSpec<Loaded> = {
    type: connection,
    description:
      'through' in many
        ? `The ${nouns(target)} that ${nouns(many.through)} tie to this ${noun(entity)}.`
        : `The ${nouns(target)} whose ${many.by.name} is this ${noun(entity)}.`,
    args: connectionArgs(filter, order),
    resolve: (parent, args, context) => resolveMany(parent, many, args, context),
  };
  const figures: OutputSpec<Loaded> = {
    type: aggregate,
    list: true,
    description: `Figures over \`${many.name}\`, in groups.`,
    args: aggregateArgs(filter, groupField),
    resolve: (parent, args, context, info) => aggregateMany(parent, many, args, context, info),
  };
  return [
    [many.name, list],
    [`${many.name}Aggregate`, figures],
  ];
}
