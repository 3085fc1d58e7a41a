import { SeedgraphError } from './error.ts';
import type { EntityModel } from './model.ts';
import { namesOf, snakeCase } from './names.ts';
import { nearest } from './nearest.ts';

/**
 * The entity that a person means: by its plural, single or type name, with the domain's prefix or without, or its label; in any case,
 * words joined, or divided by `-`, `_` or a space. The first of several.
 */
export function entityCalled(given: string, entities: Iterable<EntityModel>): EntityModel | undefined {
  const wanted = plain(given);
  return [...entities].find((entity) => namesFor(entity).some((name) => plain(name) === wanted));
}

/**
 * The entities that features name, of those that can be chosen from.
 * @throws SeedgraphError UNKNOWN_FEATURE, for a list without names too.
 */
export function featuresNamed(features: readonly string[], entities: readonly EntityModel[]): ReadonlySet<EntityModel> {
  if (features.length === 0) throw unknownFeature('Name at least one feature, or leave them out for all.', '', entities);
  return new Set(features.map((feature) => featureNamed(feature, entities)));
}

/** What a feature is called in messages, without the domain's prefix: `parent_students`. */
export function featureName({ definition }: EntityModel): string {
  return snakeCase(namesOf(definition, '').local);
}

function featureNamed(given: string, entities: readonly EntityModel[]): EntityModel {
  const found = entityCalled(given, entities);
  if (found) return found;
  const near = nearest(given, entities.map(featureName));
  const hint = near === undefined ? '' : ` Did you mean "${near}"?`;
  throw unknownFeature(`There is no feature "${given}".${hint}`, given, entities);
}

function unknownFeature(message: string, given: string, entities: readonly EntityModel[]): SeedgraphError {
  const known = entities.map(featureName);
  const told = `${message} There are ${known.join(', ')}.`;
  return new SeedgraphError('UNKNOWN_FEATURE', told, { path: ['features'], details: { given, known } });
}

function namesFor({ name, typeName, single, plural, definition }: EntityModel): readonly string[] {
  return [name, typeName, single, plural, namesOf(definition, '').local, definition.label ?? name];
}

function plain(name: string): string {
  return name.replaceAll(/[-_\s]/g, '').toLowerCase();
}
