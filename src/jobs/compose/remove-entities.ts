import { type DomainModel, type EntityModel, featuresNamed } from '../../definition/index.ts';
import type { Recipe } from '../../plan/index.ts';
import type { Generation, GenerationState, Store } from '../../store/store.ts';
import { shuttingDown } from '../error.ts';
import type { RemoveEntitiesRequest } from '../jobs.ts';
import { keysOf, recipeFrom } from '../summary.ts';
import { checkVersion } from '../version-check.ts';
import type { Composition } from './composer.ts';
import { type Preview, previewOf } from './preview.ts';
import { inTheWay, rowsInTheWay } from './rows-in-the-way.ts';
import { runComposition } from './run-composition.ts';
import { FeatureRemoval, type IsReferred } from './treatments.ts';

/**
 * Removes all rows of some entities from a dataset, with what hangs under them. The caller holds the dataset's lease.
 *
 * @param shouldStop Asked between batches; once it says so, nothing is changed.
 * @returns what changes, by entity; nothing where the dataset holds nothing of the domain.
 * @throws see `Jobs.removeEntities`.
 */
export async function removeEntities(
  store: Store,
  version: string,
  { domain, dataset, entities, dryRun = false }: RemoveEntitiesRequest,
  shouldStop: () => boolean,
): Promise<Preview> {
  const features = featuresNamed(entities, domain.entities);
  const source = await store.open(dataset, domain);
  if (!source) return [];
  const state = await source.state();
  checkVersion(state, version, dataset);
  const removal = new FeatureRemoval(domain, features, referredIn(source));
  const found = await rowsInTheWay(source, removal, await keysOf(source));
  if (found.length > 0) throw inTheWay(features, found);
  const composition = { source, recipe: recipeWithout(domain, state, removal), treatments: removal, compares: false };
  const preview = await previewOf(composition);
  if (!dryRun) await replaceBy(store, version, composition, shouldStop);
  return preview;
}

async function replaceBy(store: Store, version: string, composition: Composition, shouldStop: () => boolean): Promise<void> {
  const { source, recipe } = composition;
  const entries = recipe.map((entry) => ({ ...entry }));
  const target = await store.create(source.dataset, source.domain, version, entries);
  try {
    if (!(await runComposition(composition, target, { onRows: () => undefined, shouldStop }))) throw shuttingDown();
    await store.publish(target);
  } catch (error) {
    await store.discard(target);
    throw error;
  }
}

function recipeWithout(domain: DomainModel, state: GenerationState, removal: FeatureRemoval): Recipe {
  const [base, ...later] = recipeFrom(state);
  const left = domain.entities.filter((entity) => !removal.isWhole(entity) && (base.entities?.includes(entity.name) ?? true));
  return [{ ...base, entities: left.map(({ name }) => name) }, ...later];
}

function referredIn(source: Generation): IsReferred {
  return async (target, by, keys) => {
    const isReferred = keys.map(() => false);
    for (const { entity, field } of referencesTo(target, by)) {
      const counts = await source.count({ entity, within: { kind: 'inverse', by: field, parents: keys } });
      for (const [index, count] of counts.entries()) if (count > 0) isReferred[index] = true;
    }
    return isReferred;
  };
}

function referencesTo(target: EntityModel, by: readonly EntityModel[]) {
  return by.flatMap((entity) => entity.references.filter(({ to }) => to === target).map(({ field }) => ({ entity, field })));
}
