import type { EntityModel } from '../../definition/index.ts';

/** What depends on nothing but the entity, made once for all generations: a server may have a thousand of them. */
export function onceAnEntity<Made>(make: (entity: EntityModel) => Made): (entity: EntityModel) => Made {
  const made = new WeakMap<EntityModel, Made>();
  return (entity) => {
    const known = made.get(entity) ?? make(entity);
    made.set(entity, known);
    return known;
  };
}
