import { Command, Option } from 'commander';
import type { EntityModel } from '../../definition/index.ts';
import { DEFAULT_DATASET } from '../../jobs/index.ts';
import { summarize } from '../../jobs/summary.ts';
import { type Condition, type Generation, type Store, shownStore } from '../../store/index.ts';
import {
  afterOption,
  anyDatabaseOption,
  datasetOption,
  formatCount,
  jsonOption,
  limitOption,
  print,
  readDomainOption,
  storeOption,
} from '../common.ts';
import { domainsNamed, entityNamed, typeName } from '../entity-named.ts';
import { publishedOf, type ReadOptions, withStore } from '../reading.ts';
import { type RowsFound, rowsAsJson, rowsAsText } from '../rows-shown.ts';
import { textTable } from '../text-table.ts';
import { whereCondition } from '../where.ts';

interface ListOptions extends ReadOptions {
  readonly type?: string;
  readonly limit: number;
  readonly after?: string;
  readonly where: readonly string[];
}

const examples = `
Examples:
  $ seedgraph list
  $ seedgraph list --type students --limit 50
  $ seedgraph list attendance --where status=absent --where 'attendanceDate>=2025-01-01'
  $ seedgraph list classes --where teacher.department=Science --json`;

/** `seedgraph list --type students`: the rows of an entity; without a type, the entities with their counts. */
export function listCommand(): Command {
  return new Command('list')
    .description('Lists rows of one type; without a type, how many rows there are of each.')
    .argument('[type]', 'what to list, in the singular or plural: students')
    .addOption(new Option('--type <type>', 'names the type too'))
    .addOption(whereOption())
    .addOption(limitOption())
    .addOption(afterOption())
    .addOption(readDomainOption())
    .addOption(datasetOption())
    .addOption(storeOption())
    .addOption(anyDatabaseOption())
    .addOption(jsonOption())
    .addHelpText('after', examples)
    .action(async (given: string | undefined, options: ListOptions, command: Command) => {
      if (given !== undefined && options.type !== undefined) command.error('error: name one type');
      const type = given ?? options.type;
      if (type === undefined) return listTypes(options);
      const entity = entityNamed(type, domainsNamed(options.domain));
      const conditions = options.where.map((text) => whereCondition(entity, text));
      await withStore(options, (store) => listRows(store, entity, options, { kind: 'and', conditions }));
    });
}

function whereOption(): Option {
  return new Option('--where <condition>', 'only rows for which it holds: gradeLevel>=3; may be repeated')
    .default([], 'all')
    .argParser((text: string, earlier: readonly string[]) => [...earlier, text]);
}

async function listRows(store: Store, entity: EntityModel, options: ListOptions, where: Condition): Promise<void> {
  const generation = await publishedOf(store, options, entity.domain);
  const found = await pageOf(generation, entity, where, options);
  const text = generation ? await rowsAsText(generation, found) : emptyText(options);
  print(options, rowsAsJson(found), () => text);
}

/** A page of the rows that fulfil a condition, in the order of keys, which is that of generation. */
export async function pageOf(
  generation: Generation | undefined,
  entity: EntityModel,
  where: Condition,
  { limit, after }: { readonly limit: number; readonly after?: string | undefined },
): Promise<RowsFound> {
  if (!generation) return { entity, total: 0, rows: [], next: null };
  const query = { entity, where, order: [], limit, ...(after !== undefined && { after: [after] }) };
  const [page] = await generation.find(query);
  const [total = 0] = await generation.count({ entity, where });
  const rows = page?.rows ?? [];
  return { entity, total, rows, next: page?.more ? String(rows.at(-1)?.[entity.key.index]) : null };
}

async function listTypes(options: ListOptions): Promise<void> {
  const counts = await withStore(options, async (store) => {
    const generations = await Promise.all(domainsNamed(options.domain).map((domain) => publishedOf(store, options, domain)));
    const summaries = await Promise.all(generations.filter((generation) => generation !== undefined).map(summarize));
    return summaries.flatMap((summary) => summary.counts);
  });
  const types = counts.map(({ entity, count }) => ({ type: typeName(entity), count }));
  print(options, { dataset: options.dataset, types }, () => typesTable(options, types));
}

function emptyText({ dataset, store }: ListOptions): string {
  const where = dataset === DEFAULT_DATASET ? '' : ` --dataset ${dataset}`;
  return `The dataset "${dataset}" in ${shownStore(store)} is empty. Fill it: seedgraph generate${where}`;
}

function typesTable(options: ListOptions, types: readonly { readonly type: string; readonly count: number }[]): string {
  if (types.length === 0) return emptyText(options);
  return textTable([
    { heading: 'type', cells: types.map(({ type }) => type) },
    { heading: 'rows', cells: types.map(({ count }) => formatCount(count)), right: true },
  ]);
}
