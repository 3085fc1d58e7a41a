import { type Command, Option } from 'commander';
import { canonicalKey, type EntityModel, type LookupModel, SeedgraphError, toCell } from '../definition/index.ts';
import type { Condition } from '../store/index.ts';
import { nameCondition } from '../store/index.ts';
import { knownDomains, nounOf } from './entity-named.ts';
import { titleOf } from './row-names.ts';

/** What `find` was asked for: one option, and its value. */
export interface Search {
  /** `id`, `name`, or the name of a look-up. */
  readonly by: string;
  readonly value: string;
  readonly where: Condition;
}

/** Options that have a meaning of their own; a look-up of that name is reached as a filter of `list`. */
const TAKEN: ReadonlySet<string> = new Set([
  'id',
  'name',
  'type',
  'limit',
  'after',
  'dataset',
  'domain',
  'store',
  'json',
  'help',
]);

/** Gives a command the options of the present project that it has not got yet. */
export function addLookupOptions(command: Command): void {
  const had = new Set(command.options.map(({ long }) => long));
  for (const option of lookupOptions()) if (!had.has(option.long)) command.addOption(option);
}

/** `--id`, `--name`, and an option for each look-up of any entity: `--student-id`. */
function lookupOptions(): Option[] {
  const owners = new Map<string, string[]>();
  for (const entity of knownDomains().flatMap(({ entities }) => entities))
    for (const { name } of lookupsOf(entity)) owners.set(name, [...(owners.get(name) ?? []), entity.single]);
  return [
    new Option('--id <id>', 'the key of the row'),
    new Option('--name <name>', "a person's first name, last name or both; else the name or title of the row"),
    ...[...owners].map(([name, entities]) => new Option(`${flagOf(name)} <value>`, `of: ${entities.join(', ')}`)),
  ];
}

/** `--student-id` */
function flagOf(name: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

function lookupsOf(entity: EntityModel): readonly LookupModel[] {
  return entity.lookups.filter(({ name }) => !TAKEN.has(name));
}

/**
 * The one option that says which row is meant. @throws SeedgraphError INVALID_LOOKUP when there is none, several, or one that the entity
 * does not have; StoreError INVALID_FILTER for a name that cannot be.
 */
export function searchOf(entity: EntityModel, options: Readonly<Record<string, unknown>>): Search {
  const known = ['id', 'name', ...lookupsOf(entity).map(({ name }) => name)];
  const everywhere = lookupOptions().map((option) => option.attributeName());
  const given = everywhere.filter((name) => options[name] !== undefined);
  const [by] = given;
  const usable = known.map(flagOf).join(', ');
  if (by === undefined || given.length > 1)
    throw refused(`find takes exactly one of ${usable}${by === undefined ? '' : `; given ${given.map(flagOf).join(' and ')}`}.`);
  if (!known.includes(by)) throw refused(`A ${nounOf(entity)} has no ${flagOf(by)}; it is found by ${usable}.`);
  const value = String(options[by]).trim();
  if (value === '') throw refused(`${flagOf(by)} needs a value; given an empty one.`);
  return { by, value, where: conditionOf(entity, by, value) };
}

function conditionOf(entity: EntityModel, by: string, value: string): Condition {
  if (by === 'id') return { kind: 'compare', field: entity.key, operator: 'eq', value: canonicalKey(value) };
  if (by === 'name') return nameOf(entity, value);
  const lookup = lookupsOf(entity).find(({ name }) => name === by);
  if (!lookup) throw new TypeError(`There is no look-up "${by}".`);
  return reached(lookup, { kind: 'compare', field: lookup.field, operator: 'eq', value: cellOf(lookup, value) });
}

function nameOf(entity: EntityModel, value: string): Condition {
  if (entity.person) return nameCondition(entity.person, value, ['name']);
  const field = titleOf(entity);
  if (field) return { kind: 'compare', field, operator: 'eq', value };
  throw refused(
    `A ${nounOf(entity)} has no name; it is found by --id${lookupsOf(entity).map(({ name }) => `, ${flagOf(name)}`)}.`,
  );
}

/** The condition where the look-up's field is. */
export function reached({ via }: LookupModel, condition: Condition): Condition {
  return via ? { kind: 'reference', reference: via, condition } : condition;
}

function cellOf({ name, field }: LookupModel, value: string): string | number {
  if (field.field.kind === 'reference' || field.field.kind === 'key') return canonicalKey(value);
  const cell = toCell(field.field, field.field.kind === 'integer' ? Number(value) : value);
  if (cell === null || Number.isNaN(cell)) throw refused(`${flagOf(name)} takes a whole number; given "${value}".`);
  return cell;
}

function refused(message: string): SeedgraphError {
  return new SeedgraphError('INVALID_LOOKUP', message);
}
