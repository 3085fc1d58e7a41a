import type { EntityModel } from '../definition/index.ts';
import { canonicalKey, pascalCase } from '../definition/index.ts';
import { aggregateArgs } from './aggregate-types.ts';
import { aggregateAll } from './aggregates.ts';
import type { Builder } from './builder.ts';
import { Connection } from './connection.ts';
import { connectionArgs } from './connection-type.ts';
import type { RequestContext } from './context.ts';
import { type AnyInputRef, type Arguments, addInput, addQueries, type InputSpecs } from './dynamic.ts';
import { type Refs, refsOf } from './entity-type.ts';
import type { FieldTypes } from './field-types.ts';
import { cellOfInput, type Input, numberAt, objectAt } from './input.ts';
import { type Loaded, loaded } from './loaded.ts';
import { noun, nouns } from './nouns.ts';
import { pageRequest } from './page-request.ts';
import type { TypeNames } from './type-names.ts';

/** Adds an entity's root fields: `student(by:)`, `students(...)` and `sampleStudents(...)`. */
export function addEntityQueries(
  builder: Builder,
  entity: EntityModel,
  shared: { refs: Refs; types: FieldTypes; names: TypeNames },
): void {
  const { node, connection, filter, order, aggregate, groupField } = refsOf(shared.refs, entity);
  addQueries(
    builder,
    shared.names.fields('Query', entity.domain, {
      [entity.single]: {
        type: node,
        nullable: true,
        description: `The ${noun(entity)} that something unique tells; null when there is none.`,
        args: { by: { type: addBy(builder, entity, shared), required: true, description: 'Exactly one of the fields.' } },
        resolve: (_root, args, context) => lookUp(entity, objectAt(args, 'by') ?? {}, context),
      },
      [entity.plural]: {
        type: connection,
        description: `The dataset's ${nouns(entity)}.`,
        args: connectionArgs(filter, order),
        resolve: (_root, args, context) => list(entity, args, context),
      },
      [`${entity.plural}Aggregate`]: {
        type: aggregate,
        list: true,
        description: `Figures over the dataset's ${nouns(entity)}, in groups.`,
        args: aggregateArgs(filter, groupField),
        resolve: (_root, args, context, info) => aggregateAll(entity, args, context, info),
      },
      [`sample${pascalCase(entity.plural)}`]: {
        type: node,
        list: true,
        description: `Made-up ${nouns(entity)}, as a seeding would make them. Nothing is stored: references can be followed, lists cannot.`,
        args: {
          count: { type: 'Int', required: true, description: 'From 1 to 1000.' },
          seed: { type: 'Seed', description: 'The same seed gives the same rows. Default: 42.' },
        },
        resolve: (_root, args, context) => sample(entity, args, context),
      },
    }),
  );
}

/** `StudentBy`. */
function addBy(builder: Builder, entity: EntityModel, { types, names }: { types: FieldTypes; names: TypeNames }): AnyInputRef {
  const lookups = entity.lookups.map((lookup): [string, InputSpecs[string]] => [
    lookup.name,
    { type: types.of(lookup.via?.to ?? entity, lookup.field).type, description: lookup.field.field.description },
  ]);
  return addInput(builder, names.claim(`${entity.typeName}By`, 'Input', entity.domain), {
    description: `What tells one ${noun(entity)} from all others.`,
    oneOf: true,
    fields: () => ({ id: { type: 'ID', description: entity.key.field.description }, ...Object.fromEntries(lookups) }),
  });
}

async function lookUp(entity: EntityModel, by: Input, { session }: RequestContext): Promise<Loaded | null> {
  const source = await session.source(entity.domain);
  if (!source) return null;
  const loaders = session.loaders(source);
  const [name = '', value] = Object.entries(by)[0] ?? [];
  const lookup = entity.lookups.find((candidate) => candidate.name === name);
  if (!lookup) return (await loaders.row(entity, canonicalKey(String(value)))) ?? null;
  return (await loaders.lookUp(entity, lookup, cellOfInput(lookup.field, value, ['by', name]))) ?? null;
}

async function list(entity: EntityModel, args: Arguments, { session }: RequestContext): Promise<Connection> {
  const request = pageRequest(entity, args, session.maxPageSize);
  const source = await session.source(entity.domain);
  if (!source) return new Connection(request, source);
  const loaders = session.loaders(source);
  const { where } = request.query;
  return new Connection(request, source, {
    page: () => loaders.page(`${entity.typeName} ${JSON.stringify(args)}`, request.query),
    total: () => loaders.count({ entity, ...(where && { where }) }),
  });
}

async function sample(entity: EntityModel, args: Arguments, { session }: RequestContext): Promise<Loaded[]> {
  session.signal?.throwIfAborted();
  const request = { entity, count: numberAt(args, 'count') ?? 1, seed: numberAt(args, 'seed') };
  const { rows, source } = await session.engine.jobs.sample(request);
  return rows.map((row) => loaded(entity, row, source));
}
