import type { DomainDefinition } from '../definition/index.ts';
import { school } from './school/index.ts';

/** The domains that Seedgraph brings along, in the order of the schema. */
export const builtInDomains: readonly DomainDefinition[] = [school];
