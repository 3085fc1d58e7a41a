import { Command, Option } from 'commander';
import { createJobs, type Jobs } from '../../jobs/index.ts';
import type { JobRecord } from '../../store/control.ts';
import { anyDatabaseOption, formatCount, jsonOption, limitOption, print, type StoreChoice, storeOption } from '../common.ts';
import { knownDomains } from '../entity-named.ts';
import { currentVersion } from '../project.ts';
import { withStore } from '../reading.ts';
import { plainLine } from '../row-values.ts';
import { textTable } from '../text-table.ts';

interface JobsOptions extends StoreChoice {
  readonly limit: number;
  readonly cancel?: string;
  readonly json?: boolean;
}

/** `seedgraph jobs` */
export function jobsCommand(): Command {
  return new Command('jobs')
    .description('Lists jobs, the newest first, or cancels one. What a crash cut off is INTERRUPTED.')
    .addOption(limitOption())
    .addOption(new Option('--cancel <id>', 'stop this job, in whichever process it runs, and wait until it has stopped'))
    .addOption(storeOption())
    .addOption(anyDatabaseOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      '\nExamples:\n  $ seedgraph jobs --limit 5\n  $ seedgraph jobs --json\n  $ seedgraph jobs --cancel 5f0c8f0e-6f57-4b1c-9a57-2f0f5f3d7f10',
    )
    .action(async (options: JobsOptions) => {
      const { jobs, total } = await withStore(options, async (store) => {
        const runner = await createJobs({ store, domains: knownDomains(), version: currentVersion() });
        return listed(runner, options).finally(() => runner.close());
      });
      print(options, { total, jobs: jobs.map(jobAsJson) }, () => jobsTable(jobs, total));
    });
}

/** The jobs to be shown: the one that was to be canceled, or the newest. */
async function listed(jobs: Jobs, { limit, cancel }: JobsOptions) {
  if (cancel === undefined) return jobs.list({ limit });
  await jobs.cancel(cancel);
  return { jobs: [await jobs.wait(cancel)], total: 1 };
}

/** What GraphQL tells of a job, without its input. */
function jobAsJson({ id, kind, status, dataset, domain, seed, planned, inserted, ...job }: JobRecord): object {
  const { error, digest, createdAt, startedAt, completedAt } = job;
  return { id, kind, status, dataset, domain, seed, planned, inserted, error, digest, createdAt, startedAt, completedAt };
}

function jobsTable(jobs: readonly JobRecord[], total: number): string {
  const count = `${formatCount(jobs.length)} of ${formatCount(total)} jobs.`;
  if (jobs.length === 0) return count;
  const column = (heading: string, textIn: (job: JobRecord) => string, right = false) => ({
    heading,
    cells: jobs.map(textIn),
    right,
  });
  const columns = [
    column('id', ({ id }) => id),
    column('status', ({ status }) => status),
    column('dataset', ({ dataset }) => dataset),
    column('rows', ({ inserted }) => formatCount(inserted), true),
    column('of', ({ planned }) => formatCount(planned), true),
    column('created', ({ createdAt }) => createdAt.slice(0, 16).replace('T', ' ')),
    column('error', ({ error }) => plainLine(error?.message ?? '')),
  ];
  return `${textTable(columns)}\n\n${count}`;
}
