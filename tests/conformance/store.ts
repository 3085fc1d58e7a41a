import { describe } from 'vitest';
import type { Store } from '../../src/store/index.ts';
import { describeAggregates } from './aggregates.ts';
import { describeControl } from './control.ts';
import { describeGenerations } from './generations.ts';
import { describeLarge } from './large.ts';
import { describeLedgers } from './ledgers.ts';
import { describeLookups } from './lookups.ts';
import { describeQueries } from './queries.ts';
import { describeWrites } from './writes.ts';

/** Opens a new, empty store. `reopen` closes it and opens the same again; left out where nothing outlives closing. */
export type OpenStore = () => Promise<{ readonly store: Store; readonly reopen?: () => Promise<Store> }>;

/** What every store must do, through its public face alone. Whoever opens the stores also closes them. */
export function describeStore(name: string, open: OpenStore): void {
  describe(name, () => {
    describeGenerations(open);
    describeWrites(open);
    describeQueries(open);
    describeLookups(open);
    describeAggregates(open);
    describeLarge(open);
    describeControl(open);
    describeLedgers(open);
  });
}
