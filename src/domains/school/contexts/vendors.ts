import { apportion } from '../../../definition/index.ts';
import type { SchoolConfig } from '../config.ts';
import { localeOf } from '../locales/index.ts';
import type { VendorTypeKey } from '../tables/vendors.ts';
import { vendorKinds } from '../tables/vendors.ts';
import { defineContext } from '../vocabulary.ts';
import { perConfig } from './per-config.ts';

/** A company that a school buys from, and whom to ask for. */
export interface VendorIdentity {
  readonly type: VendorTypeKey;
  readonly companyName: string;
  /** What the name is made of: somebody's name, and what the company does. */
  readonly founder: string;
  readonly trade: string;
  readonly firstName: string;
  readonly lastName: string;
}

/** The type of each vendor: Webster's method over the configured weights. */
const typesOf = perConfig((config: SchoolConfig) => apportion(config.vendorTypes, config.volumes.vendors));

export const vendorIdentity = defineContext('Vendor', 'identity', ({ config, index, random, fake }): VendorIdentity => {
  const type = typesOf(config)[index] ?? apportion(config.vendorTypes, index + 1)[index];
  if (!type) throw new RangeError(`There is no vendor ${index}.`);
  const locale = localeOf(config);
  const draws = { fake, random };
  const founder = locale.lastName(draws);
  const trade = random.pick(vendorKinds[type].names);
  return {
    type,
    companyName: `${founder} ${trade}`,
    founder,
    trade,
    firstName: locale.firstName(draws, undefined),
    lastName: locale.lastName(draws),
  };
});
