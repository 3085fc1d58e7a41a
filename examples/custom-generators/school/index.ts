import { extendDomain } from 'seedgraph';
import { school as original } from 'seedgraph/domains/school';
import { furtherConfig } from './config.ts';
import { Locker } from './locker.ts';
import { Praise } from './praise.ts';
import { Rider } from './rider.ts';

/** Has the name of the school that comes along, and takes its place. */
export const school = extendDomain(original, {
  config: furtherConfig,
  entities: [Locker],
  extend: [Rider, Praise],
  presets: {
    SMALL: { volumes: { lockers: 12 } },
    VILLAGE: { volumes: { students: 30, lockers: 20 }, buses: { lines: 1 } },
  },
});
