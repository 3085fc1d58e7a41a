import { Command } from 'commander';
import { summarize } from '../../jobs/summary.ts';
import { type DatasetRecord, type Store, shownStore, storeExists } from '../../store/index.ts';
import { anyDatabaseOption, formatCount, jsonOption, print, type StoreChoice, storeOption } from '../common.ts';
import { knownDomains } from '../entity-named.ts';
import { withStore } from '../reading.ts';
import { textTable } from '../text-table.ts';

/** A dataset, and what it holds of one domain; the latter is null when it is empty. */
interface Listed {
  readonly name: string;
  readonly domain: string | null;
  readonly seed: number | null;
  readonly preset: string | null;
  readonly rows: number;
  readonly createdAt: string;
  readonly lastUsedAt: string;
  readonly digest: string | null;
}

/** `seedgraph datasets` */
export function datasetsCommand(): Command {
  return new Command('datasets')
    .description('Lists the datasets, and what each was made with.')
    .addOption(storeOption())
    .addOption(anyDatabaseOption())
    .addOption(jsonOption())
    .addHelpText('after', '\nExamples:\n  $ seedgraph datasets\n  $ seedgraph datasets --store file:/srv/seedgraph --json')
    .action(async (options: StoreChoice & { json?: boolean }) => {
      // A store that is not there has no dataset, not even the default one.
      const listed = !storeExists(options.store)
        ? []
        : await withStore(options, async (store) => {
            const each = await Promise.all((await store.datasets()).map((record) => contentsOf(store, record)));
            return each.flat();
          });
      print(options, listed, () => (listed.length > 0 ? datasetsTable(listed) : nothingText(shownStore(options.store))));
    });
}

async function contentsOf(store: Store, { name, createdAt, lastUsedAt, domains }: DatasetRecord): Promise<readonly Listed[]> {
  const held = knownDomains().filter((domain) => domains.includes(domain.name));
  const generations = await Promise.all(held.map((domain) => store.open(name, domain)));
  const summaries = await Promise.all(generations.filter((generation) => generation !== undefined).map(summarize));
  const dates = { createdAt, lastUsedAt };
  if (summaries.length === 0) return [{ name, domain: null, seed: null, preset: null, rows: 0, ...dates, digest: null }];
  return summaries.map(({ domain, seed, preset, counts, digest }) => {
    const rows = counts.reduce((sum, { count }) => sum + count, 0);
    return { name, domain: domain.name, seed, preset, rows, ...dates, digest };
  });
}

const nothingText = (store: string) => `Nothing is kept in ${store} yet. Fill a dataset: seedgraph generate`;

function datasetsTable(listed: readonly Listed[]): string {
  const column = (heading: string, textIn: (dataset: Listed) => string, right = false) => ({
    heading,
    cells: listed.map(textIn),
    right,
  });
  return textTable([
    column('dataset', ({ name }) => name),
    column('domain', ({ domain }) => domain ?? '(empty)'),
    column('seed', ({ seed }) => String(seed ?? ''), true),
    column('preset', ({ preset }) => preset ?? ''),
    column('rows', ({ rows }) => formatCount(rows), true),
    column('created', ({ createdAt }) => moment(createdAt)),
    column('last used', ({ lastUsedAt }) => moment(lastUsedAt)),
    column('digest', ({ digest }) => digest?.slice(0, 12) ?? ''),
  ]);
}

/** `2025-01-31 09:00`, in UTC. */
function moment(iso: string): string {
  return iso.slice(0, 16).replace('T', ' ');
}
