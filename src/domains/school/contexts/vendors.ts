import { apportion } from '../../../definition/index.ts';
import type { SchoolConfig } from '../config.ts';
import type { VendorTypeKey } from '../tables/vendors.ts';
import { vendorKinds } from '../tables/vendors.ts';
import { defineContext } from '../vocabulary.ts';
import { perConfig } from './per-config.ts';

/** A company that a school buys from, and whom to ask for. */
export interface VendorIdentity {
  readonly type: VendorTypeKey;
  readonly companyName: string;
  readonly firstName: string;
  readonly lastName: string;
}

/** The type of each vendor: Webster's method over the configured weights. */
const typesOf = perConfig((config: SchoolConfig) => apportion(config.vendorTypes, config.volumes.vendors));

export const vendorIdentity = defineContext('Vendor', 'identity', ({ config, index, random, fake }): VendorIdentity => {
  const type = typesOf(config)[index] ?? apportion(config.vendorTypes, index + 1)[index];
  if (!type) throw new RangeError(`There is no vendor ${index}.`);
  return {
    type,
    companyName: `${fake.person.lastName()} ${random.pick(vendorKinds[type].names)}`,
    firstName: fake.person.firstName(),
    lastName: fake.person.lastName(),
  };
});
