import { type DomainModel, type EntityModel, featuresNamed } from '../definition/index.ts';
import { type Resource, resourceOf, restApiOf } from './resource.ts';

/** Resources that may be sent side by side: what their rows refer to is in the levels before. */
export type Level = readonly Resource[];

/**
 * The entities that are to be sent, in levels. Those that the named ones refer to come along.
 *
 * @param features Names of entities, as `entityCalled` takes them: `students`, `parent-students`. Default: all.
 * @throws PushError PUSH_UNSUPPORTED, SeedgraphError UNKNOWN_FEATURE.
 */
export function levelsOf(domain: DomainModel, features?: readonly string[]): readonly Level[] {
  const rest = restApiOf(domain);
  const sendable = domain.entities.flatMap((entity) => {
    const definition = rest.resources[entity.name];
    return definition ? [resourceOf(entity, definition, rest)] : [];
  });
  const byEntity = new Map(sendable.map((resource) => [resource.entity, resource]));
  const wanted = features === undefined ? byEntity.keys() : featuresNamed(features, [...byEntity.keys()]);
  const depths = new Map<EntityModel, number>();
  for (const entity of wanted) depthOf(entity, byEntity, depths);
  const levels: Resource[][] = [];
  for (const resource of sendable) {
    const depth = depths.get(resource.entity);
    if (depth === undefined) continue;
    levels[depth] ??= [];
    levels[depth].push(resource);
  }
  return levels;
}

/** How many levels are before an entity's; those are noted on the way. The validator has made sure that there is no circle. */
function depthOf(entity: EntityModel, resources: ReadonlyMap<EntityModel, Resource>, depths: Map<EntityModel, number>): number {
  const known = depths.get(entity);
  if (known !== undefined) return known;
  const targets = resources.get(entity)?.fields.flatMap(({ to }) => (to ? [to] : [])) ?? [];
  const depth = Math.max(-1, ...targets.map((target) => depthOf(target, resources, depths))) + 1;
  depths.set(entity, depth);
  return depth;
}
