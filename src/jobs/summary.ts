import type { EntityModel } from '../definition/index.ts';
import { digestOf, Keys } from '../generate/index.ts';
import type { Recipe } from '../plan/index.ts';
import type { Generation, GenerationState } from '../store/store.ts';
import type { DatasetSummary } from './jobs.ts';

/** The recipe of a generation: entries are written by `plan/` and come back as they were. */
export function recipeFrom(state: GenerationState): Recipe {
  return state.recipe as unknown as Recipe;
}

/** What a generation holds. */
export async function summarize(generation: Generation): Promise<DatasetSummary> {
  const state = await generation.state();
  const [base] = recipeFrom(state);
  return {
    name: generation.dataset,
    domain: generation.domain,
    seed: base.seed,
    preset: base.preset,
    counts: generation.domain.entities.map((entity) => ({ entity, count: state.totals.get(entity.name)?.rows ?? 0 })),
    digest: digestOf(generation.domain, state.totals),
  };
}

/** The keys of a generation's rows. */
export async function keysOf(generation: Generation): Promise<Keys> {
  const [base] = recipeFrom(await generation.state());
  return new Keys(generation.domain, base.seed);
}

const knownKeys = new WeakMap<Generation, Keys>();

/** The entity whose row a key can only be; undefined for keys that the generation's seed has not made. */
export async function entityOfKey(generation: Generation, key: string): Promise<EntityModel | undefined> {
  const keys = knownKeys.get(generation) ?? (await keysOf(generation));
  knownKeys.set(generation, keys);
  return keys.locate(key)?.entity;
}
