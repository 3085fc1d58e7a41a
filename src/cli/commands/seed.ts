import { Command } from 'commander';
import { SeedgraphError } from '../../definition/index.ts';
import type { JobEvent, Jobs, SeedRequest } from '../../jobs/index.ts';
import type { JobRecord } from '../../store/control.ts';
import {
  datasetOption,
  domainNamed,
  formatCount,
  labelOf,
  presetOption,
  seedOption,
  storeOption,
  table,
  withJobs,
} from '../common.ts';
import { type ProgressView, progressView } from '../progress-bars.ts';
import { configOption, type RequestOptions, requestOf } from '../request.ts';

interface SeedOptions extends RequestOptions {
  readonly dataset: string;
  readonly store: string;
}

/** `seedgraph seed school --preset small --seed 42` */
export function seedCommand(): Command {
  return new Command('seed')
    .description('Fills a dataset. What was in it before is replaced when the new rows are complete.')
    .argument('<domain>', 'what to fill it with: school')
    .addOption(configOption())
    .addOption(presetOption())
    .addOption(seedOption())
    .addOption(datasetOption())
    .addOption(storeOption())
    .action(async (name: string, options: SeedOptions, command: Command) => {
      const domain = domainNamed(name);
      const { progressBar, ...wanted } = await requestOf(domain, options, command);
      const view = progressBar ? progressView(domain, process.stderr) : silent;
      const request = { domain, dataset: options.dataset, ...wanted };
      const job = await withJobs(options.store, domain, (jobs) => seedAndShow(jobs, request, view));
      console.log(summaryOf(domain, job));
    });
}

const silent: ProgressView = { show: () => undefined, end: () => undefined };

async function seedAndShow(jobs: Jobs, request: SeedRequest, view: ProgressView): Promise<JobRecord> {
  const started = await jobs.seed(request);
  const stop = () => void jobs.cancel(started.id).catch(() => undefined);
  process.once('SIGINT', stop);
  let last: JobEvent | undefined;
  try {
    for await (const event of jobs.progress(started.id)) {
      last = event;
      view.show(event);
    }
  } finally {
    view.end();
    process.off('SIGINT', stop);
  }
  const job = last?.job ?? started;
  if (job.status === 'COMPLETED') return job;
  throw new SeedgraphError(
    job.error?.code ?? `JOB_${job.status}`,
    job.error?.message ?? `The job ended as ${job.status}; nothing was replaced.`,
  );
}

/** The closing table: how many of each there are now. */
function summaryOf(domain: SeedRequest['domain'], job: JobRecord): string {
  const counts = job.steps.map(({ entity, inserted }) => [labelOf(domain.entity(entity)), formatCount(inserted)] as const);
  const seconds = (Date.parse(job.completedAt ?? '') - Date.parse(job.startedAt ?? '')) / 1000;
  return [
    `Dataset "${job.dataset}", seed ${job.seed}: ${formatCount(job.inserted)} rows in ${seconds.toFixed(1)} s.`,
    '',
    'Summary:',
    table(counts),
    '',
    `Digest: ${job.digest}`,
  ].join('\n');
}
