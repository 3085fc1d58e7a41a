import type { EntityModel } from '../definition/index.ts';
import { pascalCase, SeedgraphError } from '../definition/index.ts';
import type { Builder } from './builder.ts';
import type { Session } from './context.ts';
import { type AnyInputRef, addInput, addMutations, implementObject } from './dynamic.ts';
import { type Refs, refsOf } from './entity-type.ts';
import { raiseAt } from './error.ts';
import type { FieldTypes } from './field-types.ts';
import { type Input, numberAt, objectAt, textAt, valuesOf } from './input.ts';
import { type Loaded, loaded } from './loaded.ts';
import { localPlural, nouns } from './nouns.ts';
import type { TypeNames } from './type-names.ts';

/** Adds `generateStudents`. */
export function addGenerate(
  builder: Builder,
  entity: EntityModel,
  shared: { refs: Refs; types: FieldTypes; names: TypeNames },
): void {
  const name = `Generate${pascalCase(entity.plural)}`;
  const payload = builder.objectRef<readonly Loaded[]>(shared.names.claim(`${name}Payload`, 'Result', entity.domain));
  implementObject(builder, payload, {
    description: `The ${nouns(entity)} that were added.`,
    fields: () => ({
      [localPlural(entity)]: {
        type: refsOf(shared.refs, entity).node,
        list: true,
        description: 'In the order they were made.',
        resolve: (rows) => rows,
      },
    }),
  });
  addMutations(
    builder,
    shared.names.fields('Mutation', entity.domain, {
      [`generate${pascalCase(entity.plural)}`]: {
        type: payload,
        description: describe(entity),
        args: { input: { type: addInputs(builder, entity, name, shared), required: true } },
        resolve: (_root, args, { session }) => generate(entity, objectAt(args, 'input') ?? {}, session),
      },
    }),
  );
}

function describe(entity: EntityModel): string {
  const required = entity.references.filter(({ field }) => !field.field.optional).map(({ to }) => nouns(to));
  const them = [...new Set(required)].join(', ');
  return them
    ? `Adds ${nouns(entity)} and the rows they require that are not there yet (${them}), nothing below them.`
    : `Adds ${nouns(entity)}, nothing below them.`;
}

/** `GenerateStudentsInput` and `GenerateStudentsWith`. */
function addInputs(
  builder: Builder,
  entity: EntityModel,
  name: string,
  { types, names }: { types: FieldTypes; names: TypeNames },
): AnyInputRef {
  const fixed = entity.fields.filter((model) => model !== entity.key);
  const given = addInput(builder, names.claim(`${name}With`, 'Input', entity.domain), {
    description: `Values that all the new ${nouns(entity)} share; what is left out is made up.`,
    fields: () =>
      Object.fromEntries(
        fixed.map((model) => [model.name, { ...types.of(entity, model), description: model.field.description }]),
      ),
  });
  return addInput(builder, names.claim(`${name}Input`, 'Values', entity.domain), {
    description: `How many ${nouns(entity)} to add, and what they are like.`,
    fields: () => ({
      count: { type: 'Int', defaultValue: 1, description: 'From 1 to 10000.' },
      ...(fixed.length > 0 && { with: { type: given, description: 'Values that they share.' } }),
      seed: { type: 'Seed', description: 'Changes values, never keys. Default: the seed of the dataset.' },
      dataset: { type: 'String', description: 'Default: the header `x-dataset`, else `default`.' },
      idempotencyKey: { type: 'String', description: 'The same key with the same input gives the same rows.' },
    }),
  });
}

async function generate(entity: EntityModel, input: Input, session: Session): Promise<readonly Loaded[]> {
  const dataset = targetOf(input, session);
  const request = {
    entity,
    dataset,
    count: numberAt(input, 'count') ?? 1,
    with: valuesOf(entity, objectAt(input, 'with') ?? {}, ['input', 'with']),
    seed: numberAt(input, 'seed'),
    idempotencyKey: textAt(input, 'idempotencyKey'),
  };
  const rows = await session.engine.jobs.generate(request).catch(raiseInInput);
  session.forget();
  const source = await session.source(entity.domain, dataset);
  return source ? rows.map((row) => loaded(entity, row, source)) : [];
}

function targetOf(input: Input, session: Session): string {
  const given = textAt(input, 'dataset');
  try {
    return session.target(given);
  } catch (error) {
    if (given === undefined) throw error;
    return raiseInInput(error);
  }
}

/** Errors of the engine point into the request; for clients that is the argument `input`. */
function raiseInInput(error: unknown): never {
  if (!(error instanceof SeedgraphError) || error.inputPath[0] === 'input') throw error;
  return raiseAt(['input', ...error.inputPath], error);
}
