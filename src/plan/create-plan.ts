import type { DomainModel, EntityModel } from '../definition/index.ts';
import { checkPreset, checkSeed, configure } from './configuration.ts';
import { generationOrder } from './order.ts';
import type { Plan, PlanRequest, Stage } from './plan.ts';
import type { SeedEntry } from './recipe.ts';
import { rootCount, siblingsOf } from './siblings.ts';
import { Universe } from './universe.ts';

/** More roots than this are not counted one by one: the rest is estimated from them. */
const COUNTED_ROOTS = 50;

/**
 * Definitions, configuration and seed become an ordered, immutable plan. Writes nothing.
 *
 * @throws PlanError for an unknown preset, a wrong configuration or seed; InfeasibleError when a resource is too scarce.
 */
export function createPlan(domain: DomainModel, request: PlanRequest): Plan {
  const config = configure(domain, request);
  const entry: SeedEntry = {
    operation: 'seed',
    preset: checkPreset(domain, request.preset),
    seed: checkSeed(request.seed),
    overrides: request.overrides ?? {},
    config,
  };
  const universe = new Universe(domain, [entry]);
  const roots = rootCount(universe);
  const stages = generationOrder(domain).map((entity) => stageOf(universe, entity, roots));
  const rows = stages.reduce((sum, stage) => sum + stage.rows, 0);
  return Object.freeze({ domain, roots, rows, ...entry, stages: Object.freeze(stages) });
}

/** The seeding that a plan stands for, as it is kept in the dataset. */
export function recipeOf({ preset, seed, overrides, config, entities }: Plan): SeedEntry {
  return { operation: 'seed', preset, seed, overrides, config, ...(entities && { entities }) };
}

/** The plan with some of its entities only; one with all of them is the plan itself. */
export function restrictPlan(plan: Plan, entities: ReadonlySet<EntityModel>): Plan {
  if (plan.stages.every(({ entity }) => entities.has(entity))) return plan;
  const stages = plan.stages.filter(({ entity }) => entities.has(entity));
  const rows = stages.reduce((sum, stage) => sum + stage.rows, 0);
  return Object.freeze({ ...plan, entities: stages.map(({ entity }) => entity.name), rows, stages: Object.freeze(stages) });
}

function stageOf(universe: Universe, entity: EntityModel, roots: number): Stage {
  const alike = universe.layout.rootOf(entity).alike;
  const counted = alike ? Math.min(1, roots) : Math.min(COUNTED_ROOTS, roots);
  let rows = 0;
  for (const { ordinals } of siblingsOf(universe, entity, { from: 0, to: counted })) rows += ordinals.length;
  const estimated = counted > 0 ? Math.round((rows * roots) / counted) : 0;
  return Object.freeze({ entity, rows: estimated, exact: alike || counted === roots });
}
