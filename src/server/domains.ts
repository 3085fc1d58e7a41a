import { type DomainModel, modelOf } from '../definition/index.ts';
import { builtInDomains } from '../domains/index.ts';

/** The models of the domains that come with Seedgraph. */
export function builtInModels(): readonly DomainModel[] {
  return builtInDomains.map(modelOf);
}
