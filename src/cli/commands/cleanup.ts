import { Command, Option } from 'commander';
import type { DomainModel } from '../../definition/index.ts';
import type { Jobs, Preview } from '../../jobs/index.ts';
import {
  anyDatabaseOption,
  datasetOption,
  domainNamed,
  domainOption,
  formatCount,
  jsonOption,
  labelOf,
  print,
  type StoreChoice,
  storeOption,
  table,
  withJobs,
} from '../common.ts';
import { knownDomains } from '../entity-named.ts';
import { featuresOption } from '../features-option.ts';
import { storeToRead } from '../reading.ts';

interface CleanupOptions extends StoreChoice {
  readonly confirm?: boolean;
  readonly features?: readonly string[];
  readonly dataset: string;
  readonly domain: string;
  readonly json?: boolean;
}

const examples = `
Examples:
  $ seedgraph cleanup                                  what would go
  $ seedgraph cleanup --confirm                        removes it
  $ seedgraph cleanup --features attendance --confirm`;

/** `seedgraph cleanup --confirm`. Without `--confirm` it shows what would go, and ends with 2. */
export function cleanupCommand(): Command {
  return new Command('cleanup')
    .description(
      'Removes a dataset, or some types of it with what hangs under them. Shows only what would go unless it is confirmed.',
    )
    .addOption(new Option('--confirm', 'do remove it'))
    .addOption(featuresOption('remove these types, and what hangs under them'))
    .addOption(datasetOption())
    .addOption(domainOption())
    .addOption(storeOption())
    .addOption(anyDatabaseOption())
    .addOption(jsonOption())
    .addHelpText('after', examples)
    .action(async ({ confirm = false, json, ...options }: CleanupOptions) => {
      const domain = domainNamed(options.domain);
      const removed = await withJobs(storeToRead(options), domain, (jobs) => clean(jobs, domain, options, confirm));
      print({ json }, resultOf(options, removed, confirm), () => textOf(options, removed, confirm));
      if (!confirm) process.exitCode = 2;
    });
}

/** Rows by entity. */
type Counts = readonly { readonly entity: string; readonly label: string; readonly count: number }[];

async function clean(jobs: Jobs, domain: DomainModel, options: CleanupOptions, confirm: boolean): Promise<Counts> {
  const { dataset, features } = options;
  if (features) return removedOf(await jobs.removeEntities({ domain, dataset, entities: features, dryRun: !confirm }));
  const summaries = await Promise.all(knownDomains().map((each) => jobs.summary(dataset, each)));
  if (confirm) await jobs.drop(dataset);
  return counted(summaries.flatMap((summary) => summary?.counts ?? []));
}

function removedOf(preview: Preview): Counts {
  return counted(preview.map(({ entity, remove }) => ({ entity, count: remove })));
}

function counted(counts: readonly { readonly entity: Preview[number]['entity']; readonly count: number }[]): Counts {
  return counts
    .filter(({ count }) => count > 0)
    .map(({ entity, count }) => ({ entity: entity.name, label: labelOf(entity), count }));
}

function resultOf({ dataset }: CleanupOptions, removed: Counts, confirmed: boolean) {
  return { dataset, removed: confirmed, rows: sumOf(removed), counts: removed.map(({ entity, count }) => ({ entity, count })) };
}

function textOf({ dataset }: CleanupOptions, removed: Counts, confirmed: boolean): string {
  const rows = sumOf(removed);
  if (rows === 0) return `Dataset "${dataset}": there is nothing to remove.`;
  const what = `${formatCount(rows)} ${rows === 1 ? 'row' : 'rows'}`;
  const list = table(removed.map(({ label, count }) => [label, formatCount(count)] as const));
  if (confirmed) return `Dataset "${dataset}": removed ${what}.\n${list}`;
  return `Dataset "${dataset}": ${what} would be removed.\n${list}\n\nNothing was removed. Repeat it with --confirm to do so.`;
}

function sumOf(counts: Counts): number {
  return counts.reduce((sum, { count }) => sum + count, 0);
}
