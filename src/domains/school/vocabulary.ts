import { type Scope, vocabulary } from '../../definition/index.ts';
import type { SchoolConfig } from './config.ts';

/** The words this domain is written in. */
export const { defineEntity, extendEntity, defineContext, root, many, some, one, branches } = vocabulary<SchoolConfig>();

/** What this domain's functions see. */
export type SchoolScope = Scope<SchoolConfig>;
