import { type EntityModel, featuresNamed } from '../definition/index.ts';
import { createPlan, generationOrder, type Plan, recipeOf, restrictPlan } from '../plan/index.ts';
import type { JobRecord, JobStepRecord } from '../store/control.ts';
import { rowCountOf } from '../store/row-count.ts';
import type { Generation, GenerationState, Store } from '../store/store.ts';
import type { SeedingHooks } from './batch-writer.ts';
import { type ComposedPlan, composeRequest, withPrerequisites } from './compose/compose-request.ts';
import { type Preview, previewOf } from './compose/preview.ts';
import { runComposition } from './compose/run-composition.ts';
import { JobError } from './error.ts';
import type { SeedRequest } from './jobs.ts';
import { isShared, type PlanRun, runPlan } from './run-plan.ts';
import { askedOf, inputOf, isPlain, plannedInput } from './seed-input.ts';
import { newSeedJob, stepOf } from './seed-job.ts';

/** A seeding that can be run: its record, the generation it writes to, and the work. */
export interface Seeding {
  readonly job: JobRecord;
  readonly generation: Generation;
  /** False when it was stopped before its end. */
  readonly run: (hooks: SeedingHooks) => Promise<boolean>;
}

/** How a seeding goes about: a plan into an empty generation, or a composition with what is stored. */
type Approach = { readonly plan: Plan; readonly composed?: ComposedPlan; readonly state?: GenerationState };

/**
 * Checks a request against what the dataset holds, and makes the generation that it writes to. The caller holds the dataset's
 * lease, saves the job, and discards the generation if that fails.
 *
 * @throws see `Jobs.seed`.
 */
export async function beginSeeding(where: PlanRun, request: SeedRequest): Promise<Seeding> {
  const { store, version, distribution } = where;
  const { plan, composed, state } = await approachTo(store, version, request);
  if (composed && state) return beginComposition(store, version, request, composed, state);
  const generation = await store.create(request.dataset, request.domain, version, [{ ...recipeOf(plan) }]);
  const input = isPlain(request) ? askedOf(request) : inputOf(request, { plan: plannedInput(plan) });
  const shared = (await isShared(generation, distribution)) ? version : undefined;
  const job = newSeedJob(request, plan, { input, generation, shared });
  return { job, generation, run: (hooks) => runPlan(where, plan, generation, hooks) };
}

/** What a seeding would do. Writes nothing. @throws see `Jobs.seed`. */
export async function previewSeeding(store: Store, version: string, request: SeedRequest): Promise<Preview> {
  const { plan, composed } = await approachTo(store, version, request);
  if (composed) return previewOf(composed.composition);
  const replaced = (await stateOf(store, request))?.state;
  return generationOrder(request.domain).map((entity) => ({
    entity,
    make: plan.stages.find((stage) => stage.entity === entity)?.rows ?? 0,
    update: 0,
    keep: 0,
    remove: replaced?.totals.get(entity.name)?.rows ?? 0,
  }));
}

async function beginComposition(
  store: Store,
  version: string,
  request: SeedRequest,
  { plan, composition, features }: ComposedPlan,
  state: GenerationState,
): Promise<Seeding> {
  const { source, recipe, compares } = composition;
  const entries = recipe.map((entry) => ({ ...entry }));
  const generation = await store.create(request.dataset, request.domain, version, entries);
  const from = { generation: source.id, sequence: state.checkpoint.sequence };
  const names = [...features].map(({ name }) => name);
  const input = inputOf(request, { composed: { mode: request.mode ?? 'replace', features: names, compares, from } });
  const steps = composedSteps(plan, state, request, features);
  const job = newSeedJob(request, plan, { input, generation, steps });
  return { job, generation, run: (hooks) => runComposition(composition, generation, hooks) };
}

/** One for each entity that has rows, or will have. The numbers are estimates where rows are added to others. */
function composedSteps(
  plan: Plan,
  { totals }: GenerationState,
  { mode }: SeedRequest,
  features: ReadonlySet<EntityModel>,
): JobStepRecord[] {
  return plan.stages.flatMap(({ entity, rows }) => {
    const stored = totals.get(entity.name)?.rows ?? 0;
    const isGrowing = mode !== 'update' && features.has(entity);
    const planned = isGrowing ? Math.max(stored, rows) : stored;
    return planned === 0 && !isGrowing ? [] : [stepOf(entity, planned)];
  });
}

async function approachTo(store: Store, version: string, request: SeedRequest): Promise<Approach> {
  const { domain, dataset, mode = 'replace', entities } = request;
  const features = entities && featuresNamed(entities, domain.entities);
  const held = mode === 'replace' && !features ? undefined : await stateOf(store, request);
  if (held && mode === 'fail_if_exists') throw exists(dataset, held.state);
  if (held) {
    const composed = composeRequest(held.source, held.state, request, features, version);
    return { plan: composed.plan, composed, state: held.state };
  }
  if (mode === 'update') throw nothingToUpdate(dataset, domain.name);
  const plan = createPlan(domain, request);
  if (!features) return { plan };
  const isEmpty = (entity: EntityModel) => plan.stages.every((stage) => stage.entity !== entity || stage.rows === 0);
  return { plan: restrictPlan(plan, withPrerequisites(domain, request, features, isEmpty)) };
}

/** What is published of the domain, if it has rows. */
async function stateOf(store: Store, { dataset, domain }: SeedRequest) {
  const source = await store.openRows(dataset, domain);
  const state = await source?.state();
  if (!source || !state) return undefined;
  return rowCountOf(state) > 0 ? { source, state } : undefined;
}

function exists(dataset: string, state: GenerationState): JobError {
  const rows = rowCountOf(state);
  const message = `The dataset "${dataset}" has ${rows} rows already, and nothing may be replaced. Choose another dataset, or another mode.`;
  return new JobError('DATASET_EXISTS', message, { path: ['mode'], details: { dataset, rows } });
}

function nothingToUpdate(dataset: string, domain: string): JobError {
  const message = `The dataset "${dataset}" holds nothing of the domain "${domain}" that could be updated. Seed it first, in another mode.`;
  return new JobError('NOTHING_TO_UPDATE', message, { path: ['mode'], details: { dataset } });
}
