import { Command, InvalidArgumentError, Option } from 'commander';
import { readConfigurationFile } from '../../configuration/index.ts';
import type { DomainModel } from '../../definition/index.ts';
import type { Jobs } from '../../jobs/index.ts';
import {
  auditFile,
  levelsOf,
  type PushInput,
  type PushReport,
  PushRunner,
  refuseOpenWire,
  settingsFrom,
  targetOf,
} from '../../push/index.ts';
import { type JobRecord, nothingIn, type Store } from '../../store/index.ts';
import {
  anyDatabaseOption,
  datasetOption,
  domainNamed,
  domainOption,
  jsonOption,
  labelOf,
  print,
  type StoreChoice,
  storeOption,
  withJobs,
} from '../common.ts';
import { featuresOption } from '../features-option.ts';
import { followJob, requireCompleted } from '../follow-job.ts';
import { type ProgressView, progressView, silentView } from '../progress-bars.ts';
import { pushPlanText, pushReportText } from '../push-text.ts';
import { storeToRead } from '../reading.ts';

interface PushOptions extends StoreChoice {
  readonly baseUrl?: string;
  readonly config?: string;
  readonly domain: string;
  readonly dataset: string;
  readonly features?: readonly string[];
  readonly concurrency?: number;
  readonly audit: string;
  readonly allowHttp: boolean;
  readonly dryRun: boolean;
  readonly restart: boolean;
  readonly json: boolean;
}

const epilogue = `
Variables: SEEDGRAPH_API_KEY is sent as "Authorization: Bearer KEY", or bare in the header that SEEDGRAPH_API_KEY_HEADER names;
SEEDGRAPH_PUSH_PASSWORD is sent for the passwords of accounts. Neither is kept or written anywhere.

A push that was cut off, or could not send all rows, goes on where it stopped when the same command is given again.
Exit codes: 0 all rows are there, 1 some are not, 2 wrong usage.

Examples:
  $ seedgraph push --base-url http://localhost:8000 --dry-run
  $ seedgraph push --base-url https://school.example --features students,classes`;

/** `seedgraph push --base-url http://localhost:8000` */
export function pushCommand(): Command {
  return new Command('push')
    .description('Fills a REST API from a dataset. What is there already stays as it is.')
    .option('--base-url <url>', 'where the API is: https://school.example; default: api.base_url of --config')
    .option('--config <file>', 'a YAML or JSON configuration, of which this takes api and output')
    .addOption(domainOption())
    .addOption(datasetOption())
    .addOption(storeOption())
    .addOption(anyDatabaseOption())
    .addOption(featuresOption('push these types only, and what they refer to'))
    .addOption(new Option('--concurrency <n>', 'requests at a time, 1 to 64; default: 8').argParser(wholeNumber))
    .option('--audit <file>', 'where each request is written down, a JSON document a line', 'push-audit.ndjson')
    .option('--allow-http', 'push by http beyond this machine', false)
    .option('--dry-run', 'show what would be sent where; sends nothing', false)
    .option('--restart', 'forget earlier pushes there; records that exist are looked up', false)
    .addOption(jsonOption())
    .addHelpText('after', epilogue)
    .action(run);
}

async function run(options: PushOptions, command: Command): Promise<void> {
  const { dataset, restart } = options;
  const domain = domainNamed(options.domain);
  const { input, progressBar } = await inputOf(domain, options, command);
  if (options.dryRun) return dryRun(domain, options, input);
  const view = progressBar && !options.json ? progressView(domain, process.stderr) : silentView;
  const request = { domain, dataset, input: { ...input, restart } };
  const runnersOver = (store: Store) => ({ push: runnerOf(options, store) });
  end(domain, options, await withJobs(storeToRead(options), domain, (jobs) => pushAndShow(jobs, request, view), { runnersOver }));
}

function runnerOf({ allowHttp, audit }: PushOptions, store: Store): PushRunner {
  return new PushRunner({
    store,
    admit: (target) => allowHttp || refuseOpenWire(target),
    settings: settingsFrom(process.env),
    audit: () => auditFile(audit),
  });
}

async function inputOf(domain: DomainModel, options: PushOptions, command: Command) {
  const file = options.config === undefined ? undefined : await readConfigurationFile(options.config, domain);
  const baseUrl = options.baseUrl ?? file?.settings.api.baseUrl;
  if (baseUrl === undefined) return command.error('error: say where the API is, by --base-url or --config');
  const timeout = file && Math.ceil(file.settings.api.timeout * 1000);
  const { features, concurrency } = options;
  const input: PushInput = {
    baseUrl: targetOf(baseUrl),
    ...(features && { features }),
    ...(concurrency !== undefined && { concurrency }),
    ...(timeout !== undefined && { timeout }),
  };
  return { input, progressBar: file?.settings.output.progressBar ?? true };
}

interface PushRequest {
  readonly domain: DomainModel;
  readonly dataset: string;
  readonly input: JobRecord['input'];
}

async function pushAndShow(jobs: Jobs, request: PushRequest, view: ProgressView): Promise<JobRecord> {
  return followJob(jobs, await jobs.start({ kind: 'push', ...request }), view);
}

/** Prints the table in any case; whatever is not at the API makes the command fail. */
function end(domain: DomainModel, { json }: PushOptions, job: JobRecord): void {
  // Written by the runner of this command.
  const report = job.report as PushReport | undefined;
  if (report) print({ json }, { status: job.status, error: job.error, ...report }, () => pushReportText(domain, report));
  requireCompleted(job, 'The same command goes on with it.');
}

async function dryRun(domain: DomainModel, options: PushOptions, { baseUrl, features }: PushInput): Promise<void> {
  const { dataset, json } = options;
  const summary = await withJobs(storeToRead(options), domain, (jobs) => jobs.summary(dataset, domain));
  if (!summary) throw nothingIn(dataset, domain.name);
  const rowsOf = (name: string) => summary.counts.find(({ entity }) => entity.name === name)?.count ?? 0;
  const steps = levelsOf(domain, features).flatMap((level) =>
    level.map(({ entity, path, bulk }) => ({
      entity: entity.name,
      label: labelOf(entity),
      endpoint: `POST ${baseUrl}${bulk?.path ?? path}`,
      rows: rowsOf(entity.name),
    })),
  );
  print({ json }, steps, () => pushPlanText(dataset, steps));
}

function wholeNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It takes a whole number.');
}
