import {
  type DomainModel,
  type EntityModel,
  entityCalled,
  namesOf,
  nearest,
  SeedgraphError,
  snakeCase,
} from '../definition/index.ts';
import { domainNamed } from './common.ts';
import { currentProject } from './project.ts';

/** The domains of the project; without one, those that come with Seedgraph. */
export function knownDomains(): readonly DomainModel[] {
  return currentProject().domains;
}

/** The domain of a name, or all when none is named. @throws SeedgraphError UNKNOWN_DOMAIN. */
export function domainsNamed(name: string | undefined): readonly DomainModel[] {
  return name === undefined ? knownDomains() : [domainNamed(name)];
}

/**
 * The entity that a person means, as `entityCalled` finds it; that of the first domain that has one.
 * @throws SeedgraphError UNKNOWN_TYPE.
 */
export function entityNamed(given: string, domains: readonly DomainModel[]): EntityModel {
  const entities = domains.flatMap((domain) => domain.entities);
  const found = entityCalled(given, entities);
  if (found) return found;
  const types = entities.map(typeName);
  const near = nearest(given, [...types, ...entities.map(({ single }) => single)]);
  const hint = near ? `did you mean "${near}"?` : `there are ${types.join(', ')}.`;
  throw new SeedgraphError('UNKNOWN_TYPE', `There is no type "${given}"; ${hint}`, {
    path: ['type'],
    details: { given, types },
  });
}

/** What commands call the rows of an entity: `parent-students`. */
export function typeName({ plural }: EntityModel): string {
  return plural.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** One of its rows in running text: `parent student`. */
export function nounOf(entity: EntityModel): string {
  return snakeCase(namesOf(entity.definition, '').single).replaceAll('_', ' ');
}
