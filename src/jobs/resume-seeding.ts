import type { DomainModel } from '../definition/index.ts';
import type { JobRecord } from '../store/control.ts';
import type { Generation, Store } from '../store/store.ts';
import type { Seeding } from './begin-seeding.ts';
import { treatmentsOf } from './compose/compose-request.ts';
import { runComposition } from './compose/run-composition.ts';
import { notResumable } from './error.ts';
import { isShared, type PlanRun, runPlan } from './run-plan.ts';
import { type ComposedInput, composedOfJob, entitiesNamed, planOfJob } from './seed-input.ts';
import { recipeFrom } from './summary.ts';
import { unfinished } from './unfinished.ts';

/** What a job that has not come to its end goes on with. @throws JobError JOB_NOT_RESUMABLE, saying why it cannot. */
export async function resumeSeeding(
  where: PlanRun,
  domains: ReadonlyMap<string, DomainModel>,
  { shared: _before, ...job }: JobRecord,
): Promise<Seeding> {
  const { store, version, distribution } = where;
  const { domain, generation } = await unfinished(job, store, domains, version);
  const composed = composedOfJob(job);
  if (composed) return { job, generation, run: await composing(store, domain, generation, composed) };
  const plan = planOfJob(domain, job);
  const shared = await isShared(generation, distribution);
  const run: Seeding['run'] = (hooks) => runPlan(where, plan, generation, hooks);
  return { job: { ...job, ...(shared && { shared: version }) }, generation, run };
}

async function composing(
  store: Store,
  domain: DomainModel,
  generation: Generation,
  { mode, features, compares, from }: ComposedInput,
): Promise<Seeding['run']> {
  const source = await store.openRows(generation.dataset, domain);
  const sequence = (await source?.state())?.checkpoint.sequence;
  if (!source || source.id !== from.generation || sequence !== from.sequence) {
    throw notResumable('The dataset that it began with has been changed since. Begin anew.');
  }
  const recipe = recipeFrom(await generation.state());
  const treatments = treatmentsOf(mode, entitiesNamed(domain, features));
  return (hooks) => runComposition({ source, recipe, treatments, compares }, generation, hooks);
}
