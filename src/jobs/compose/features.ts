import { type DomainModel, type EntityModel, featureName } from '../../definition/index.ts';
import { generationOrder } from '../../plan/index.ts';
import { JobError } from '../error.ts';

/**
 * The entities that have to have rows before these can: what their rows refer to, and what they are derived from, and so on.
 * In the order of generation; those that are given are not among them.
 */
export function prerequisitesOf(domain: DomainModel, entities: ReadonlySet<EntityModel>): EntityModel[] {
  const found = new Set<EntityModel>();
  const visit = (entity: EntityModel) => {
    for (const before of neededBy(entity)) {
      if (found.has(before)) continue;
      found.add(before);
      visit(before);
    }
  };
  for (const entity of entities) visit(entity);
  return generationOrder(domain).filter((entity) => found.has(entity) && !entities.has(entity));
}

/** What rows of an entity refer to, or are derived from. */
export function neededBy(entity: EntityModel): EntityModel[] {
  const sources = 'derive' in entity.definition ? entity.definition.derive.from.map((name) => entity.domain.entity(name)) : [];
  return [...entity.references.map(({ to }) => to), ...sources];
}

/** Prerequisites that have no rows. */
export function missingPrerequisites(entities: ReadonlySet<EntityModel>, missing: readonly EntityModel[]): JobError {
  const names = missing.map(featureName);
  const wanted = [...entities].map(featureName);
  const message = `Rows of ${wanted.join(', ')} refer to others that are not there yet: ${names.join(', ')}. Ask for these as well, or for whatever is needed (withDependencies, or --with-dependencies).`;
  return new JobError('MISSING_PREREQUISITES', message, { path: ['features'], details: { features: wanted, missing: names } });
}
