import { Command, Option } from 'commander';
import type { DomainModel } from '../definition/index.ts';
import { DEFAULT_DATASET, type Jobs, type Preview, type SeedMode, type SeedRequest } from '../jobs/index.ts';
import { threadsOption } from '../server/flags.ts';
import type { JobRecord } from '../store/control.ts';
import { type Store, shownStore } from '../store/index.ts';
import { exportAndShow } from './cache-files.ts';
import {
  anyDatabaseOption,
  datasetOption,
  formatCount,
  jsonOption,
  labelOf,
  presetOption,
  print,
  type StoreChoice,
  seedOption,
  storeOption,
  table,
  withJobs,
} from './common.ts';
import { featuresOption } from './features-option.ts';
import { followJob, requireCompleted } from './follow-job.ts';
import { keptText } from './kept-text.ts';
import { previewAsJson, previewText } from './preview-text.ts';
import { type ProgressView, progressView, silentView } from './progress-bars.ts';
import { storeToRead } from './reading.ts';
import { configOption, type RequestOptions, requestOf } from './request.ts';
import { takeCacheFile } from './take-cache-file.ts';

/** The modes as they are typed. */
const modes: Readonly<Record<string, SeedMode>> = {
  replace: 'replace',
  merge: 'merge',
  update: 'update',
  'fail-if-exists': 'fail_if_exists',
};

/** What commands that seed take. */
export interface SeedOptions extends RequestOptions, StoreChoice {
  readonly features?: readonly string[];
  readonly withDependencies?: boolean;
  readonly mode: string;
  readonly dataset: string;
  readonly threads: number;
  readonly dryRun?: boolean;
  readonly json?: boolean;
  /** A cache file to begin with, and to be written again. */
  readonly cache?: string;
}

/** A command that seeds, with all its options but the domain. */
export function seedingCommand(name: string): Command {
  return new Command(name)
    .description('Fills a dataset. What was in it stays visible until the new rows are complete.')
    .addOption(configOption())
    .addOption(presetOption())
    .addOption(featuresOption('seed these types only, and leave the rows of others as they are'))
    .addOption(new Option('--with-dependencies', 'seed what the features refer to as well, where it is not there yet'))
    .addOption(
      new Option('--mode <mode>', 'what becomes of rows that are there already').choices(Object.keys(modes)).default('replace'),
    )
    .addOption(seedOption())
    .addOption(datasetOption())
    .addOption(storeOption())
    .addOption(threadsOption())
    .addOption(anyDatabaseOption())
    .addOption(new Option('--dry-run', 'show what would be made, updated, kept and removed; write nothing'))
    .addOption(jsonOption());
}

/** Seeds a dataset, or says what a seeding would do, and prints the result. */
export async function seedAndPrint(domain: DomainModel, options: SeedOptions, command: Command): Promise<void> {
  const { features, withDependencies, dataset, threads, dryRun, json } = options;
  const { progressBar, cacheFile, ...wanted } = await requestOf(domain, options, command);
  const mode = modes[options.mode] ?? 'replace';
  const request: SeedRequest = { domain, dataset, mode, entities: features, withDependencies, ...wanted };
  if (dryRun) {
    // A store that is not there is not made.
    const preview = await withJobs(storeToRead(options), domain, (jobs) => jobs.preview(request));
    print({ json }, { dataset, mode, ...previewAsJson(preview) }, () => dryRunText(dataset, preview));
    return;
  }
  const view = progressBar ? progressView(domain, process.stderr) : silentView;
  const file = options.cache ?? cacheFile;
  const seedAndExport = async (jobs: Jobs, opened: Store) => {
    const cached = { domain, dataset, bar: progressBar };
    if (options.cache !== undefined) await takeCacheFile(opened, { ...cached, file: options.cache });
    const seeded = await seedAndShow(jobs, request, view);
    if (file !== undefined) await exportAndShow(opened, { ...cached, file });
    return { ...resultOf(seeded), record: seeded };
  };
  const { record, ...result } = await withJobs(options, domain, seedAndExport, { threads });
  const exported = file === undefined ? [] : [`\nCache exported to: ${file}`];
  const warned = result.kept > 0 ? [`\n${keptText(result.kept, dataset)}`] : [];
  print({ json }, { ...result, cache: file ?? null }, () =>
    [summaryOf(domain, record), ...warned, ...exported, ...nextSteps(options)].join('\n'),
  );
}

/** What a person may want to do then; a pipe is told nothing that is no result. */
function nextSteps({ dataset, store }: SeedOptions): string[] {
  if (!process.stdout.isTTY || store === 'memory:') return [];
  const kept = store === (process.env.SEEDGRAPH_STORE ?? 'file:.seedgraph') ? '' : ` --store ${shownStore(store)}`;
  const where = `${dataset === DEFAULT_DATASET ? '' : ` --dataset ${dataset}`}${kept}`;
  return [`\nNext: seedgraph list${where}`, `      seedgraph report${where}`, `      seedgraph serve${kept}`];
}

async function seedAndShow(jobs: Jobs, request: SeedRequest, view: ProgressView): Promise<JobRecord> {
  const job = await followJob(jobs, await jobs.seed(request), view);
  requireCompleted(job, 'Nothing was replaced.');
  return job;
}

function dryRunText(dataset: string, preview: Preview): string {
  return `Dataset "${dataset}", nothing written. A seeding would come to:\n\n${previewText(preview)}`;
}

/** The closing table: how many of each there are now. */
function summaryOf(domain: DomainModel, job: JobRecord): string {
  const counts = job.steps.map(({ entity, inserted }) => [labelOf(domain.entity(entity)), formatCount(inserted)] as const);
  return [
    `Dataset "${job.dataset}", seed ${job.seed}: ${formatCount(job.inserted)} rows in ${secondsOf(job).toFixed(1)} s.`,
    '',
    'Summary:',
    table(counts),
    '',
    `Digest: ${job.digest}`,
  ].join('\n');
}

function resultOf(job: JobRecord) {
  const { id, dataset, domain, seed, inserted, digest, steps, report } = job;
  const counts = steps.map((step) => ({ entity: step.entity, count: step.inserted }));
  return {
    job: id,
    dataset,
    domain,
    seed,
    rows: inserted,
    seconds: secondsOf(job),
    digest,
    counts,
    kept: Number(report?.kept ?? 0),
  };
}

function secondsOf({ startedAt, completedAt }: JobRecord): number {
  return (Date.parse(completedAt ?? '') - Date.parse(startedAt ?? '')) / 1000;
}
