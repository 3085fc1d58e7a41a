import { CommanderError, InvalidArgumentError, Option } from 'commander';
import {
  type DomainDefinition,
  type DomainModel,
  type EntityModel,
  modelOf,
  SeedgraphError,
  snakeCase,
} from '../definition/index.ts';
import { builtInDomains } from '../domains/index.ts';
import { createJobs, DEFAULT_DATASET, type Jobs } from '../jobs/index.ts';
import { openStore } from '../store/index.ts';
import { dataVersion } from '../version.ts';

/** Errors that come from wrong usage rather than from the work. */
const USAGE_CODES: ReadonlySet<string> = new Set([
  'UNKNOWN_DOMAIN',
  'UNKNOWN_PRESET',
  'INVALID_SEED',
  'INVALID_CONFIGURATION',
  'UNREADABLE_CONFIGURATION_FILE',
  'INVALID_DATASET_NAME',
  'INVALID_STORE_URL',
]);

/** Where datasets are kept. */
export const storeOption = () =>
  new Option('--store <url>', 'where datasets are kept: file:DIR or memory:').default('file:.seedgraph');

export const datasetOption = () => new Option('--dataset <name>', 'the dataset to write to').default(DEFAULT_DATASET);

export const presetOption = () => new Option('--preset <name>', "how much: one of the domain's presets, in any case");

export const seedOption = () =>
  new Option('--seed <number>', 'the same seed always gives the same data').default(42).argParser(wholeNumber);

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(value))
    throw new InvalidArgumentError('A seed is a whole number from 0 to 2^53 - 1.');
  return value;
}

/** The built-in domain of a name. @throws SeedgraphError UNKNOWN_DOMAIN. */
export function domainNamed(name: string): DomainModel {
  const definition = builtInDomains.find((domain: DomainDefinition) => domain.name === name.toLowerCase());
  if (definition) return modelOf(definition);
  const known = builtInDomains.map((domain) => domain.name).join(', ');
  throw new SeedgraphError('UNKNOWN_DOMAIN', `There is no domain "${name}"; there are: ${known}.`);
}

/** Opens a store for one command and closes it whatever happens. */
export async function withJobs<T>(store: string, domain: DomainModel, work: (jobs: Jobs) => Promise<T>): Promise<T> {
  const opened = await openStore(store);
  try {
    const jobs = await createJobs({ store: opened, domains: [domain], version: dataVersion });
    try {
      return await work(jobs);
    } finally {
      await jobs.close();
    }
  } finally {
    await opened.close();
  }
}

/** What people call the rows of an entity: `Parent students`. */
export function labelOf(entity: EntityModel): string {
  const words = (entity.definition.label ?? snakeCase(entity.plural)).replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** 1,260 */
export function formatCount(count: number): string {
  return count.toLocaleString('en-US');
}

/** Lines of two columns, the second one aligned to the right. */
export function table(rows: readonly (readonly [string, string])[], indent = '  '): string {
  const left = Math.max(...rows.map(([label]) => label.length)) + 1;
  const right = Math.max(...rows.map(([, value]) => value.length));
  return rows.map(([label, value]) => `${indent}${`${label}:`.padEnd(left)} ${value.padStart(right)}`).join('\n');
}

/** Prints what went wrong, for people. Commander has printed its own errors already. */
export function report(error: unknown): void {
  if (error instanceof CommanderError) return;
  if (error instanceof SeedgraphError) console.error(`error: ${error.message} (${error.code})`);
  else console.error(error);
}

export function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  return error instanceof SeedgraphError && USAGE_CODES.has(error.code) ? 2 : 1;
}
