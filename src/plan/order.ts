import type { DomainModel, EntityModel } from '../definition/index.ts';

/**
 * The entities in an order in which whatever a row refers to comes before it. Deferred and self references don't count;
 * derived entities come after what they are derived from. Where references leave a choice the domain's order decides.
 * The validator has made sure that there is such an order.
 */
export function generationOrder(domain: DomainModel): EntityModel[] {
  const ordered: EntityModel[] = [];
  const visit = (entity: EntityModel) => {
    if (ordered.includes(entity)) return;
    for (const before of requiredBy(entity)) visit(before);
    ordered.push(entity);
  };
  const derived = (entity: EntityModel) => 'derive' in entity.definition;
  for (const entity of domain.entities) if (!derived(entity)) visit(entity);
  for (const entity of domain.entities) visit(entity);
  return ordered;
}

/** What must be made before an entity. */
export function requiredBy(entity: EntityModel): EntityModel[] {
  const targets = entity.references.filter(({ field, to }) => !field.field.deferred && to !== entity).map(({ to }) => to);
  const sources = 'derive' in entity.definition ? entity.definition.derive.from.map((name) => entity.domain.entity(name)) : [];
  return [...targets, ...sources];
}
