import type { ObjectRef } from '@pothos/core';
import type { GraphQLResolveInfo } from 'graphql';
import { canonicalKey, type EntityModel, pascalCase, SeedgraphError } from '../definition/index.ts';
import type { Removal } from '../jobs/jobs.ts';
import type { Builder, SchemaTypes } from './builder.ts';
import { filterCondition } from './condition.ts';
import type { Session } from './context.ts';
import type { CountRef } from './datasets.ts';
import { type AnyInputRef, type Arguments, addInput, addMutations, type OutputSpecs } from './dynamic.ts';
import { type Refs, refsOf } from './entity-type.ts';
import { RequestError, raiseAt } from './error.ts';
import type { FieldTypes } from './field-types.ts';
import { type Input, objectAt, textAt, valuesOf } from './input.ts';
import { type Loaded, loaded } from './loaded.ts';
import { requireMeant } from './meant-filter.ts';
import { noun, nouns, withArticle } from './nouns.ts';
import type { TypeNames } from './type-names.ts';

type PayloadRef = ObjectRef<SchemaTypes, Removal>;

const dataset = { type: 'String', description: 'Default: the header `x-dataset`, else `default`.' } as const;

/** Adds `DeletePayload`, which all removals share. */
export function addDeletePayload(builder: Builder, count: CountRef): PayloadRef {
  return builder.objectRef<Removal>('DeletePayload').implement({
    description: 'What was removed, or would be.',
    fields: (t) => ({
      deleted: t.expose('deleted', { type: 'BigInt', description: 'How many rows of all types.' }),
      counts: t.field({
        type: [count],
        description: 'How many of each type that loses some, those included that hang under the rows the filter takes.',
        resolve: ({ counts }) => counts,
      }),
    }),
  });
}

/** Adds `updateStudent` and `deleteStudents`. Rows that are derived from others have neither. */
export function addEdits(
  builder: Builder,
  entity: EntityModel,
  shared: { refs: Refs; types: FieldTypes; names: TypeNames; payload: PayloadRef },
): void {
  if ('derive' in entity.definition) return;
  const mutations = { ...updateSpec(builder, entity, shared), ...deleteSpec(entity, shared) };
  addMutations(builder, shared.names.fields('Mutation', entity.domain, mutations));
}

function updateSpec(
  builder: Builder,
  entity: EntityModel,
  { refs, types, names }: { refs: Refs; types: FieldTypes; names: TypeNames },
): OutputSpecs<unknown> {
  const set = addSet(builder, entity, { types, names });
  if (!set) return {};
  return {
    [`update${pascalCase(entity.single)}`]: {
      type: refsOf(refs, entity).node,
      description: `Changes ${withArticle(noun(entity))}. What is derived from it follows.`,
      args: {
        id: { type: 'ID', required: true, description: 'Which one.' },
        set: { type: set, required: true, description: 'The new values; what is left out stays as it is.' },
        dataset,
      },
      resolve: (_root, args, { session }) => update(entity, args, session),
    },
  };
}

/** `UpdateStudentSet`; undefined for an entity that has nothing but its key. */
function addSet(
  builder: Builder,
  entity: EntityModel,
  { types, names }: { types: FieldTypes; names: TypeNames },
): AnyInputRef | undefined {
  const changeable = entity.fields.filter((model) => model !== entity.key);
  if (changeable.length === 0) return undefined;
  const name = names.claim(`Update${pascalCase(entity.single)}Set`, 'Input', entity.domain);
  return addInput(builder, name, {
    description: `New values of ${withArticle(noun(entity))}. \`null\` clears a value that may be missing.`,
    fields: () =>
      Object.fromEntries(
        changeable.map((model) => [model.name, { ...types.of(entity, model), description: model.field.description }]),
      ),
  });
}

function deleteSpec(entity: EntityModel, { refs, payload }: { refs: Refs; payload: PayloadRef }): OutputSpecs<unknown> {
  return {
    [`delete${pascalCase(entity.plural)}`]: {
      type: payload,
      description: `Removes ${nouns(entity)} and what hangs under them; refused while other rows refer to any of these. At most 10,000 rows in all.`,
      args: {
        filter: {
          type: refsOf(refs, entity).filter,
          required: true,
          description: 'Which ones. `{}`, written so, means all; a part that asks nothing is refused.',
        },
        dataset,
        dryRun: { type: 'Boolean', defaultValue: false, description: 'Only tells what would be removed.' },
      },
      resolve: (_root, args, { session }, info) => remove(entity, args, session, info),
    },
  };
}

async function update(entity: EntityModel, args: Arguments, session: Session): Promise<Loaded> {
  const target = session.target(textAt(args, 'dataset'));
  const key = canonicalKey(textAt(args, 'id') ?? '');
  const set = valuesOf(entity, objectAt(args, 'set') ?? {}, ['set']);
  await session.source(entity.domain, target);
  const request = { entity, dataset: target, key, set };
  const row = await session.engine.jobs.update(request).catch((error) => raiseAs('key', 'id', error));
  session.forget();
  const source = await session.source(entity.domain, target);
  if (source) return loaded(entity, row, source);
  throw new RequestError('DATASET_NOT_FOUND', `The dataset "${target}" was dropped meanwhile.`, { path: ['dataset'] });
}

async function remove(entity: EntityModel, args: Arguments, session: Session, info: GraphQLResolveInfo): Promise<Removal> {
  const target = session.target(textAt(args, 'dataset'));
  const filter: Input = objectAt(args, 'filter') ?? {};
  requireMeant(filter, 'filter', info);
  const where = Object.keys(filter).length > 0 ? filterCondition(entity, filter, ['filter']) : undefined;
  await session.source(entity.domain, target);
  const request = { entity, dataset: target, where, dryRun: args.dryRun === true };
  const removal = await session.engine.jobs.remove(request).catch((error) => raiseAs('where', 'filter', error));
  session.forget();
  return removal;
}

/** What the engine calls one thing, clients know as an argument. */
function raiseAs(name: string, argument: string, error: unknown): never {
  if (error instanceof SeedgraphError && error.inputPath[0] === name) return raiseAt([argument], error);
  throw error;
}
