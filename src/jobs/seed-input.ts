import { type DomainModel, type EntityModel, featuresNamed } from '../definition/index.ts';
import { createPlan, type Plan, restrictPlan } from '../plan/index.ts';
import type { Control, JobRecord } from '../store/control.ts';
import { keyReused, sameJson } from './idempotency.ts';
import type { SeedMode, SeedRequest } from './jobs.ts';

/** What a composition needs to be gone on with: its recipe is with the generation that it writes. */
export interface ComposedInput {
  readonly mode: SeedMode;
  /** The names of the features, with what was added to them. */
  readonly features: readonly string[];
  readonly compares: boolean;
  /** What it is composed of: the generation that was published, as it was then. */
  readonly from: { readonly generation: string; readonly sequence: number };
}

/** What a seeding keeps beside what it was asked for. */
interface Found {
  readonly plan?: Pick<Plan, 'preset' | 'seed' | 'overrides' | 'entities'>;
  readonly composed?: ComposedInput;
}

/**
 * What a seeding is asked for, as it is kept with the job. Depends on nothing but the request, so that requests can be compared.
 * @throws PlanError, InfeasibleError; JobError UNKNOWN_FEATURE.
 */
export function askedOf(request: SeedRequest): JobRecord['input'] {
  const { domain, mode = 'replace', entities, withDependencies } = request;
  if (isPlain(request)) {
    const { preset, seed, overrides } = createPlan(domain, request);
    return { preset, seed, overrides, ...(mode !== 'replace' && { mode }) };
  }
  const { preset = null, seed = null, overrides = null } = request;
  const features = entities && [...featuresNamed(entities, domain.entities)].map(({ name }) => name).sort();
  return { preset, seed, overrides, mode, ...(features && { features }), ...(withDependencies && { withDependencies }) };
}

/** Whether a request makes the same of every dataset: then what is not given has its defaults. */
export function isPlain({ mode = 'replace', entities }: SeedRequest): boolean {
  return !entities && (mode === 'replace' || mode === 'fail_if_exists');
}

/** The job that an idempotency key was used for before. @throws JobError IDEMPOTENCY_KEY_REUSED for another input. */
export async function earlierSeeding(
  control: Control,
  key: string,
  { domain, dataset }: SeedRequest,
  asked: JobRecord['input'],
): Promise<JobRecord | undefined> {
  const job = await control.jobByIdempotencyKey(key);
  if (!job) return undefined;
  // What was found when the job began is no part of what it was asked for.
  const { plan: _plan, composed: _composed, ...before } = job.input;
  if (job.dataset === dataset && job.domain === domain.name && sameJson(before, asked)) return job;
  throw keyReused(key, { job: job.id });
}

/** The input of a job that makes a plan, or of one that composes. */
export function inputOf(request: SeedRequest, found: Found): JobRecord['input'] {
  return { ...askedOf(request), ...found };
}

/** The composition that a job was recorded with, if it is one. */
export function composedOfJob({ input }: JobRecord): ComposedInput | undefined {
  // Written by `inputOf`.
  return (input as Found).composed;
}

/** The plan of a job that was recorded earlier. */
export function planOfJob(domain: DomainModel, { input }: JobRecord): Plan {
  // Written by `inputOf`; a job for all entities has the parts of its plan in the input itself.
  const { entities, ...request } =
    (input as Found).plan ?? (input as Pick<Plan, 'preset' | 'seed' | 'overrides'> & Found['plan']);
  const plan = createPlan(domain, request);
  return entities ? restrictPlan(plan, new Set(entities.map((name) => domain.entity(name)))) : plan;
}

/** The parts of a plan that it can be made of again. */
export function plannedInput({ preset, seed, overrides, entities }: Plan): NonNullable<Found['plan']> {
  return { preset, seed, overrides, ...(entities && { entities }) };
}

/** Entities by name. */
export function entitiesNamed(domain: DomainModel, names: readonly string[]): ReadonlySet<EntityModel> {
  return new Set(names.map((name) => domain.entity(name)));
}
