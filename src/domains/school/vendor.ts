import { addYears, type EpochDay, field, formatDay, parseDay, snakeCase } from '../../definition/index.ts';
import { calendarOf, schoolDay } from './contexts/calendar.ts';
import { mailbox } from './contexts/mailbox.ts';
import { asciiFold, personNumber } from './contexts/numbers.ts';
import { vendorIdentity } from './contexts/vendors.ts';
import { localeOf, regionOf } from './locales/index.ts';
import { type VendorKind, vendorKinds } from './tables/vendors.ts';
import { defineContext, defineEntity, many, type SchoolScope } from './vocabulary.ts';

const types = ['food_service', 'supplies', 'maintenance', 'it_services', 'transportation', 'events'] as const;
// Most contracts run. Our assumption.
const STATUSES = { active: 85, pending: 10, inactive: 5 } as const;
const statuses = ['active', 'pending', 'inactive'] as const;

export const Vendor = defineEntity({
  name: 'Vendor',
  description: 'A company that a school buys from.',
  rows: many('School', 'vendors'),
  fields: {
    id: field.key('The key of the vendor.'),
    schoolId: field.reference('School', 'The school.'),
    companyName: field.string('The name of the company.', { filter: true, order: true }),
    vendorType: field.enumeration(types, 'What the company supplies.', { filter: true, order: true }),
    status: field.enumeration(statuses, 'Whether the school buys at present.', { filter: true }),
    contactName: field.string('Whom to ask for.', { filter: true, order: true }),
    email: field.string('The e-mail address of that person.', { unique: true, filter: true }),
    phone: field.string('The phone number, of those that nobody has.'),
    addressLine1: field.string('Street and number.'),
    city: field.string('The city.', { filter: true, order: true }),
    state: field.string('The state.', { filter: true }),
    postalCode: field.string('The postal code.'),
    services: field.strings('What the school buys.'),
    contractNumber: field.string('The number of the contract, unique within the dataset.', { unique: true, filter: true }),
    contractStart: field.date('The first day of the contract.', { filter: true, order: true }),
    contractEnd: field.date('The last day of the contract.', { filter: true, order: true }),
    contractValue: field.money('What the contract is worth a year.', { filter: true, order: true }),
    rating: field.float("The school's rating, from 1 to 5.", { digits: 1, filter: true, order: true }),
  },
  lookups: { contractNumber: 'contractNumber' },
  values: {
    companyName: (scope) => scope.get(vendorIdentity).companyName,
    vendorType: (scope) => types.find((type) => type === snakeCase(scope.get(vendorIdentity).type)) ?? 'supplies',
    status: (scope) => scope.get(contract).status,
    contactName: (scope) => {
      const { firstName, lastName } = scope.get(vendorIdentity);
      return localeOf(scope.config).fullName(firstName, lastName);
    },
    email: (scope) => {
      const { firstName, lastName, founder, trade } = scope.get(vendorIdentity);
      const host = asciiFold(localeOf(scope.config).romanize(founder) + trade);
      return `${mailbox(scope, firstName, lastName)}@${host}.example`;
    },
    phone: ({ config, random }, { city }) => localeOf(config).phone(random, { region: config.school.state, city }),
    addressLine1: ({ config, random }) => localeOf(config).streetAddress(random),
    city: ({ config, random }) => random.pick(regionOf(config).cities),
    state: ({ config }) => regionOf(config).label,
    postalCode: ({ config, random }, { city }) => localeOf(config).postalCode(random, { region: config.school.state, city }),
    services: (scope) => {
      const { services } = kindOf(scope);
      const chosen = services.filter(() => scope.random.chance(0.5));
      return chosen.length > 0 ? chosen : services.slice(0, 1);
    },
    contractNumber: ({ address }) => `VC-${personNumber(address)}`,
    contractStart: (scope) => formatDay(scope.get(contract).start),
    contractEnd: (scope) => formatDay(scope.get(contract).end),
    contractValue: (scope) => {
      const [from, to] = kindOf(scope).contract;
      return scope.random.integer(from / 10_000, to / 10_000) * 10_000;
    },
    rating: ({ random }) => random.truncatedNormal(4, 0.6, 1, 5),
  },
});

function kindOf(scope: SchoolScope): VendorKind {
  return vendorKinds[scope.get(vendorIdentity).type];
}

interface Contract {
  readonly status: (typeof statuses)[number];
  readonly start: EpochDay;
  readonly end: EpochDay;
}

/**
 * A contract of one to three fiscal years: it runs on the day the data is seen from for active vendors, ended before that for
 * inactive ones, and begins after it for pending ones. Fiscal years of schools begin on 1 July, two months before the academic year.
 */
const contract = defineContext('Vendor', 'contract', ({ config, given, random }): Contract => {
  const calendar = calendarOf(config);
  const seen = config.dates.asOf === undefined ? schoolDay(calendar, calendar.elapsed - 1).day : parseDay(config.dates.asOf);
  const drawn = random.weighted(STATUSES);
  const status = statuses.find((one) => one === given.status) ?? drawn;
  const years = random.integer(1, 3);
  const first = calendar.start - 62;
  // Academic years may be longer than a year.
  let running = 1;
  while (addYears(first, running) <= seen) running++;
  if (status === 'pending') return { status, start: addYears(first, running), end: addYears(first, running + years) - 1 };
  if (status === 'inactive') {
    const end = Math.min(first, seen) - 1;
    return { status, start: addYears(end + 1, -years), end };
  }
  return { status, start: first, end: addYears(first, Math.max(running, years)) - 1 };
});
