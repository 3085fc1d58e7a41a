import type { DomainModel } from '../definition/index.ts';
import type { Plan } from '../plan/index.ts';
import type { Generation, Store } from '../store/store.ts';
import type { SeedingHooks } from './batch-writer.ts';
import { runSeeding } from './seeding.ts';
import type { Distribution } from './slices/distribution.ts';
import { localDispatcher } from './slices/local-dispatcher.ts';
import { isSliced, runSlices } from './slices/run-slices.ts';
import { SliceMakers } from './slices/slice-makers.ts';

/** Where a plan is run. */
export interface PlanRun {
  readonly store: Store;
  readonly version: string;
  readonly distribution?: Distribution | undefined;
}

/** Whether several processes share the making of a generation: it has not been begun by one alone, and others can be reached. */
export async function isShared(generation: Generation, distribution: Distribution | undefined): Promise<boolean> {
  if (!distribution || !generation.slices) return false;
  const { position } = (await generation.state()).checkpoint;
  return position === null || isSliced(position);
}

/**
 * Runs a plan into a generation, as it was begun: in slices, by whomever the distribution reaches or else here, or as one walk.
 *
 * @returns false when it was stopped before the end.
 */
export async function runPlan(
  { store, version, distribution }: PlanRun,
  plan: Plan,
  generation: Generation,
  hooks: SeedingHooks,
): Promise<boolean> {
  const { slices } = generation;
  const { position } = (await generation.state()).checkpoint;
  if (slices && (isSliced(position) || (await isShared(generation, distribution)))) {
    const domains = new Map<string, DomainModel>([[plan.domain.name, plan.domain]]);
    const here = () => localDispatcher(new SliceMakers(store, domains, version), hooks.shouldStop);
    return runSlices(plan, generation, slices, hooks, distribution?.dispatcher ?? here());
  }
  return runSeeding(plan, generation, hooks);
}
