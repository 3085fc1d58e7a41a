import type { DomainModel } from '../definition/index.ts';
import type { SeedRequest } from '../jobs/jobs.ts';
import { createPlan, DEFAULT_SEED, type Plan } from '../plan/index.ts';
import type { JobRecord } from '../store/control.ts';
import type { Builder } from './builder.ts';
import type { Session } from './context.ts';
import { type AnyEnumRef, type Arguments, addEnum, addMutations, addQueries, type InputSpecs } from './dynamic.ts';
import { RequestError } from './error.ts';
import { givenArguments } from './given-arguments.ts';
import { numberAt, objectAt, textAt } from './input.ts';
import type { JobRefs } from './job-type.ts';
import { withArticle } from './nouns.ts';
import { addOverrides, overridesOf } from './overrides.ts';
import type { PlanRef } from './plan-type.ts';
import { seedModeArgs, seedModeOf } from './seed-mode.ts';
import type { TypeNames } from './type-names.ts';

/** Adds what a domain can do as a whole: `seedSchool`, `startSeedSchool` and `schoolPlan`. */
export function addDomainOperations(
  builder: Builder,
  names: TypeNames,
  domain: DomainModel,
  refs: { jobs: JobRefs; plan: PlanRef; mode: AnyEnumRef },
): void {
  const { title, name, defaultPreset } = domain.definition;
  const preset = addPreset(builder, names, domain);
  // A dataset that is merged or updated, or gets features, stays what it was made with, unless something else is asked for.
  const orItsOwn = 'Left out where rows that are there stay, it is what they were made with.';
  const overrides = { type: addOverrides(builder, names, domain), description: 'Changes to the preset.' };
  const args: InputSpecs = {
    preset: { type: preset, required: true, defaultValue: defaultPreset, description: `How much. ${orItsOwn}` },
    seed: { type: 'Seed', defaultValue: DEFAULT_SEED, description: `The same seed gives the same data. ${orItsOwn}` },
    dataset: { type: 'String', description: 'Default: the header `x-dataset`, else `default`.' },
    overrides,
    ...seedModeArgs(builder, names, domain, refs.mode),
  };
  const idempotencyKey = { type: 'String', description: 'The same key with the same input gives the same job.' } as const;
  const what = withArticle(title.toLowerCase());
  addMutations(
    builder,
    names.fields('Mutation', domain, {
      [`seed${title}`]: {
        type: 'ID',
        description: `Seeds ${what} and waits. Unless a mode or features are given, the dataset then holds exactly the planned rows. Returns the job's id.`,
        args,
        resolve: (_root, args, { session }, info) =>
          seedAndWait(session, seedRequest(domain, givenArguments(args, info), session)),
      },
      [`startSeed${title}`]: {
        type: refs.jobs.job,
        description: 'The same, without waiting: follow it with Subscription.jobProgress.',
        args: { ...args, idempotencyKey },
        resolve: (_root, args, { session }, info) =>
          session.engine.jobs.seed(seedRequest(domain, givenArguments(args, info), session)),
      },
    }),
  );
  addQueries(
    builder,
    names.fields('Query', domain, {
      [`${name}Plan`]: {
        type: refs.plan,
        description: `What a seeding of ${what} would make: the dry run. Writes nothing.`,
        args: { preset: { type: preset, required: true }, seed: { type: 'Seed', description: 'Default: 42.' }, overrides },
        resolve: (_root, given): Plan => createPlan(domain, planRequest(given)),
      },
    }),
  );
}

/** The domain's presets; `Preset` for the domain without a prefix. */
function addPreset(builder: Builder, names: TypeNames, domain: DomainModel): AnyEnumRef {
  const { prefix, presets, defaultPreset, title } = domain.definition;
  return addEnum(builder, names.claim(`${prefix}Preset`, 'Name', domain), {
    description: `How large ${withArticle(title.toLowerCase())} is made. Default: ${defaultPreset}.`,
    values: Object.fromEntries(Object.keys(presets).map((name) => [name, { value: name }])),
  });
}

function planRequest(args: Arguments) {
  return { preset: textAt(args, 'preset'), seed: numberAt(args, 'seed'), overrides: overridesOf(objectAt(args, 'overrides')) };
}

function seedRequest(domain: DomainModel, args: Arguments, session: Session): SeedRequest {
  return {
    ...planRequest(args),
    domain,
    dataset: session.target(textAt(args, 'dataset')),
    idempotencyKey: textAt(args, 'idempotencyKey'),
    ...seedModeOf(args),
  };
}

/** A job that did not complete is an error with the job's own code, where it has one. */
async function seedAndWait(session: Session, request: SeedRequest): Promise<string> {
  const { jobs } = session.engine;
  const begun = await jobs.seed(request);
  const job = await jobs.wait(begun.id);
  session.forget();
  if (job.status === 'COMPLETED') return job.id;
  throw failure(job);
}

function failure({ id, status, error }: JobRecord): RequestError {
  const message = error?.message ?? `The job came to its end ${status}; what the dataset held before is still in place.`;
  return new RequestError(error?.code ?? `JOB_${status}`, message, { details: { jobId: id, status } });
}
