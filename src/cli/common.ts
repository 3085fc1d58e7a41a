import { CommanderError, InvalidArgumentError, Option } from 'commander';
import { type DomainModel, type EntityModel, SeedgraphError } from '../definition/index.ts';
import { builtInDomains } from '../domains/index.ts';
import { createJobs, DEFAULT_DATASET, type Jobs, type TaskRunners } from '../jobs/index.ts';

export { anyDatabaseOption } from '../server/any-database.ts';

import { USAGE_CODES as SERVER_USAGE_CODES } from '../server/flags.ts';
import { openStore, type Store } from '../store/index.ts';
import { currentProject, currentVersion } from './project.ts';

/** Errors that come from wrong usage rather than from the work. */
const USAGE_CODES: ReadonlySet<string> = new Set([
  ...SERVER_USAGE_CODES,
  'UNKNOWN_DOMAIN',
  'UNKNOWN_PRESET',
  'INVALID_SEED',
  'INVALID_CONFIGURATION',
  'UNREADABLE_CONFIGURATION_FILE',
  'INVALID_DATASET_NAME',
  'INVALID_FILTER',
  'INVALID_LOOKUP',
  'UNKNOWN_FEATURE',
  'UNKNOWN_TYPE',
  'INVALID_TARGET',
  'INSECURE_TARGET',
  'INVALID_CONCURRENCY',
  'INVALID_API_KEY',
  'INVALID_SHARD',
  'ONE_TYPE_NEEDED',
]);

/** A store, as it is named on the command line. */
export interface StoreChoice {
  readonly store: string;
  readonly allowAnyDatabase?: boolean;
}

/** Where datasets are kept; goes with `anyDatabaseOption`. */
export const storeOption = () =>
  new Option('--store <url>', 'where datasets are kept: file:DIR, memory: or postgres://...')
    .default('file:.seedgraph')
    .env('SEEDGRAPH_STORE');

export const datasetOption = () => new Option('--dataset <name>', 'the dataset').default(DEFAULT_DATASET);

export const domainOption = () =>
  new Option('--domain <name>', 'what the dataset is filled with').default(builtInDomains[0]?.name ?? '');

/** For commands that read: a dataset tells what is in it. */
export const readDomainOption = () => new Option('--domain <name>', 'look only into this domain');

export const limitOption = () =>
  new Option('--limit <n>', 'at most so many rows, from 1 to 1000').default(20).argParser(rowLimit);

export const afterOption = () => new Option('--after <id>', 'go on after this row');

export const jsonOption = () => new Option('--json', 'print the result as JSON, for machines');

export const presetOption = () => new Option('--preset <name>', "how much: one of the domain's presets, in any case");

export const seedOption = () =>
  new Option('--seed <number>', 'the same seed always gives the same data').default(42).argParser(wholeNumber);

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(value))
    throw new InvalidArgumentError('A seed is a whole number from 0 to 2^53 - 1.');
  return value;
}

function rowLimit(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < 1 || value > 1_000)
    throw new InvalidArgumentError('It takes a whole number from 1 to 1000.');
  return value;
}

/** The project's domain of a name. @throws SeedgraphError UNKNOWN_DOMAIN. */
export function domainNamed(name: string): DomainModel {
  const { domains } = currentProject();
  const found = domains.find((domain) => domain.name === name.toLowerCase());
  if (found) return found;
  const known = domains.map((domain) => domain.name).join(', ');
  throw new SeedgraphError('UNKNOWN_DOMAIN', `There is no domain "${name}"; there are: ${known}.`);
}

/** What jobs of a command run with. */
interface JobsSetting {
  /** Threads that make rows. Default: none. */
  readonly threads?: number;
  /** Default: nobody. */
  readonly runnersOver?: (store: Store) => TaskRunners;
}

/** Opens a store for one command and closes it whatever happens. */
export async function withJobs<T>(
  choice: StoreChoice,
  domain: DomainModel,
  work: (jobs: Jobs, store: Store) => Promise<T>,
  { threads = 0, runnersOver = () => ({}) }: JobsSetting = {},
): Promise<T> {
  const opened = await openStore(choice.store, choice);
  try {
    const jobs = await createJobs({
      store: opened,
      domains: [domain],
      version: currentVersion(),
      threads: { count: threads, source: currentProject().source },
      runners: runnersOver(opened),
    });
    try {
      return await work(jobs, opened);
    } finally {
      await jobs.close();
    }
  } finally {
    await opened.close();
  }
}

/** What people call the rows of an entity: `Parent students`. */
export function labelOf(entity: EntityModel): string {
  const words = (entity.definition.label ?? entity.table).replaceAll('_', ' ');
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

/** Prints a result to standard output: for people, or as one JSON document. Whatever else a command has to say goes to standard error. */
export function print({ json = false }: { readonly json?: boolean }, result: unknown, text: () => string): void {
  console.log(json ? JSON.stringify(result, undefined, 2) : text());
}

/** Prints what went wrong to standard error: for people, or after `--json` as `{"error": {code, message, path, details}}`. */
export function report(error: unknown, args: readonly string[] = process.argv.slice(2)): void {
  // Commander has printed the help that was asked for, or what stands for it.
  if (error instanceof CommanderError && (error.exitCode === 0 || error.code === 'commander.help')) return;
  const told = toldOf(error);
  if (isJsonWanted(args)) console.error(JSON.stringify({ error: told }, undefined, 2));
  else if (error instanceof SeedgraphError) console.error(`error: ${told.message} (${told.code})`);
  else if (error instanceof CommanderError) console.error(`error: ${told.message}`);
  else console.error(error);
}

function toldOf(error: unknown) {
  const { message } = error instanceof Error ? error : new Error(String(error));
  if (error instanceof SeedgraphError) return { code: error.code, message, path: error.inputPath, details: error.details };
  const code = error instanceof CommanderError ? 'WRONG_USAGE' : 'INTERNAL_ERROR';
  return { code, message: message.replace(/^error: /, ''), path: [], details: {} };
}

/** The options may be what is wrong, so they are not asked. */
function isJsonWanted(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  return args.slice(0, end < 0 ? args.length : end).includes('--json');
}

export function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  return error instanceof SeedgraphError && USAGE_CODES.has(error.code) ? 2 : 1;
}
