import {
  type ConfigWithVolumes,
  canonicalJson,
  type DomainModel,
  type EntityModel,
  type Json,
  merge,
} from '../../definition/index.ts';
import { configAfter, createPlan, type Plan, type Recipe, recipeOf } from '../../plan/index.ts';
import type { GenerationState, StoredRows } from '../../store/store.ts';
import { JobError } from '../error.ts';
import type { SeedMode, SeedRequest } from '../jobs.ts';
import { recipeFrom } from '../summary.ts';
import { checkVersion } from '../version-check.ts';
import type { Composition } from './composer.ts';
import { missingPrerequisites, prerequisitesOf } from './features.ts';
import { type Treatment, type Treatments, treatFeatures } from './treatments.ts';

/** How features are treated by each mode where a dataset has rows. */
const treatments: Readonly<Record<SeedMode, Treatment>> = {
  replace: 'reset',
  merge: 'merge',
  update: 'update',
  // Refused before it comes to that.
  fail_if_exists: 'copy',
};

/** What happens to the rows of a dataset when some features are seeded. */
export function treatmentsOf(mode: SeedMode, features: ReadonlySet<EntityModel>): Treatments {
  return treatFeatures(features, treatments[mode]);
}

/** A composition that a seeding asks for, and the plan that its recipe begins with. */
export interface ComposedPlan {
  readonly plan: Plan;
  readonly composition: Composition;
  readonly features: ReadonlySet<EntityModel>;
}

/**
 * What a seeding makes of a dataset that has rows. `wanted` are its features; all entities when there are none.
 *
 * @throws JobError SEED_MISMATCH, VERSION_MISMATCH, MISSING_PREREQUISITES; PlanError and InfeasibleError for what the raised
 *   volumes make of the configuration.
 */
export function composeRequest(
  source: StoredRows,
  state: GenerationState,
  request: SeedRequest,
  wanted: ReadonlySet<EntityModel> | undefined,
  version: string,
): ComposedPlan {
  const { domain } = request;
  const { mode = 'replace' } = request;
  const recipe = recipeFrom(state);
  checkSameSeed(source, recipe, request);
  if (mode !== 'update') checkSameDefinitions(source, state, version);
  const plan = planOver(domain, recipe, request, mode);
  const features = withPrerequisites(domain, request, wanted ?? new Set(domain.entities), (entity) => {
    const rows = state.totals.get(entity.name)?.rows ?? 0;
    return rows > 0 || plan.stages.every((stage) => stage.entity !== entity || stage.rows === 0);
  });
  const composed = recipeOver(domain, recipe, plan, mode === 'update' ? undefined : features);
  const compares = state.version !== version || source.missing !== undefined || !isSameConfig(recipe, composed);
  const composition = { source, recipe: composed, treatments: treatmentsOf(mode, features), compares };
  return { plan, composition, features };
}

/**
 * The features, together with their prerequisites where these are asked for.
 * @throws JobError MISSING_PREREQUISITES.
 */
export function withPrerequisites(
  domain: DomainModel,
  { mode, withDependencies = false }: Pick<SeedRequest, 'mode' | 'withDependencies'>,
  features: ReadonlySet<EntityModel>,
  isThere: (entity: EntityModel) => boolean,
): ReadonlySet<EntityModel> {
  // What is there refers to rows that are there.
  if (mode === 'update') return features;
  const missing = prerequisitesOf(domain, features).filter((entity) => !isThere(entity));
  if (missing.length > 0 && !withDependencies) throw missingPrerequisites(features, missing);
  return new Set([...features, ...missing]);
}

function checkSameSeed({ dataset }: StoredRows, [base]: Recipe, { seed }: SeedRequest): void {
  if (seed === undefined || seed === base.seed) return;
  const message = `The dataset "${dataset}" was made with seed ${base.seed}; given ${seed}, which makes other keys. Leave the seed out, or replace the dataset.`;
  throw new JobError('SEED_MISMATCH', message, { path: ['seed'], details: { given: seed, expected: base.seed } });
}

/** @throws JobError VERSION_MISMATCH. */
function checkSameDefinitions({ dataset, domain, missing }: StoredRows, state: GenerationState, version: string): void {
  checkVersion(state, version, dataset);
  if (!missing) return;
  const message = `The dataset "${dataset}" was made with other definitions of the domain "${domain.name}". Bring it up to date first (a seeding with the mode update), or seed it anew.`;
  throw new JobError('VERSION_MISMATCH', message, { path: ['dataset'] });
}

/** What is not asked for stays as the dataset has it. Volumes never shrink; an update leaves them alone. */
function planOver(domain: DomainModel, [base]: Recipe, request: SeedRequest, mode: SeedMode): Plan {
  const preset = request.preset ?? base.preset;
  const given = request.overrides ?? {};
  const overrides = request.preset === undefined ? merge(base.overrides, given) : given;
  const wanted = createPlan(domain, { preset, seed: base.seed, overrides });
  const changed = Object.entries(wanted.config.volumes).flatMap(([name, volume]): [string, number][] => {
    const before = base.config.volumes[name];
    if (before === undefined) return [];
    const raised = mode === 'update' ? before : Math.max(before, volume);
    return raised === volume ? [] : [[name, raised]];
  });
  if (changed.length === 0) return wanted;
  const volumes = Object.fromEntries(changed);
  return createPlan(domain, { preset, seed: base.seed, overrides: merge(overrides, { volumes }) });
}

/** The recipe that begins with a plan and goes on with what was added; `features` are made besides what has been made. */
function recipeOver(
  domain: DomainModel,
  [base, ...later]: Recipe,
  plan: Plan,
  features: ReadonlySet<EntityModel> | undefined,
): Recipe {
  const made = domain.entities.filter((entity) => features?.has(entity) || (base.entities?.includes(entity.name) ?? true));
  const { volumes } = plan.config;
  const isAll = made.length === domain.entities.length;
  const { entities: _, ...entry } = recipeOf(plan);
  return [
    { ...entry, ...(!isAll && { entities: made.map(({ name }) => name) }) },
    ...later.map((addition) => ({ ...addition, volumes: largest(volumes, addition.volumes) })),
  ];
}

function largest(one: ConfigWithVolumes['volumes'], other: ConfigWithVolumes['volumes']): ConfigWithVolumes['volumes'] {
  const names = Object.keys(one);
  return Object.fromEntries(names.map((name) => [name, Math.max(one[name] ?? 0, other[name] ?? 0)]));
}

function isSameConfig(before: Recipe, after: Recipe): boolean {
  const [one, other] = [before, after].map(
    // Configurations have been parsed from JSON.
    (recipe) => canonicalJson([recipe[0].config, configAfter(recipe).volumes] as unknown as Json),
  );
  return one === other;
}
