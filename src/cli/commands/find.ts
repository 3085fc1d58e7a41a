import { Command, Option } from 'commander';
import { type CellRow, type EntityModel, SeedgraphError } from '../../definition/index.ts';
import type { Generation } from '../../store/index.ts';
import { anyDatabaseOption, datasetOption, jsonOption, limitOption, print, readDomainOption, storeOption } from '../common.ts';
import { domainsNamed, entityNamed, nounOf } from '../entity-named.ts';
import { addLookupOptions, type Search, searchOf } from '../lookup-options.ts';
import { nearNames } from '../near-rows.ts';
import { publishedOf, type ReadOptions, withStore } from '../reading.ts';
import { namesOfRows, rowsBehind } from '../row-names.ts';
import { textOf } from '../row-values.ts';
import { type RowsFound, rowsAsJson, rowsAsText } from '../rows-shown.ts';
import { strong } from '../text-table.ts';
import { pageOf } from './list.ts';

interface FindOptions extends ReadOptions {
  readonly type?: string;
  readonly limit: number;
}

const examples = `
Exit code 1 when nothing is found.

Examples:
  $ seedgraph find --type student --name "John Doe"
  $ seedgraph find --type student --student-id STU01001
  $ seedgraph find teacher --email jane.smith@school.example --json`;

/** `seedgraph find --type student --name "John Doe"`: one row in full, or the rows that share a name. */
export function findCommand(): Command {
  const command = new Command('find')
    .description('Finds rows by name, or the one row that something unique tells.')
    .argument('[type]', 'what to find, in the singular or plural: student')
    .addOption(new Option('--type <type>', 'names the type too'))
    .addOption(limitOption())
    .addOption(readDomainOption())
    .addOption(datasetOption())
    .addOption(storeOption())
    .addOption(anyDatabaseOption())
    .addOption(jsonOption())
    .addHelpText('after', examples);
  addLookupOptions(command);
  return command.action(async (given: string | undefined, options: FindOptions) => {
    const type = given ?? options.type;
    if (type === undefined || (given !== undefined && options.type !== undefined))
      return command.error('error: name one type: --type student');
    const entity = entityNamed(type, domainsNamed(options.domain));
    await findRows(entity, searchOf(entity, { ...options }), options);
  });
}

async function findRows(entity: EntityModel, search: Search, options: FindOptions): Promise<void> {
  await withStore(options, async (store) => {
    const generation = await publishedOf(store, options, entity.domain);
    const found = await pageOf(generation, entity, search.where, options);
    const [row] = found.rows;
    if (!generation || !row) throw await nothingFound(generation, entity, search, options);
    const text = found.total === 1 ? await rowInFull(generation, entity, row) : await severalAsText(generation, found);
    print(options, rowsAsJson(found), () => text);
  });
}

async function nothingFound(
  generation: Generation | undefined,
  entity: EntityModel,
  search: Search,
  { dataset }: FindOptions,
): Promise<SeedgraphError> {
  const { by, value } = search;
  const near = generation ? await nearNames(generation, entity, search) : [];
  const hint = near.length > 0 ? ` Did you mean ${near.map((name) => `"${name}"`).join(', ')}?` : '';
  const where = generation ? `in the dataset "${dataset}"` : `: the dataset "${dataset}" is empty`;
  const message = `There is no ${nounOf(entity)} whose ${by} is "${value}" ${where}.${hint}`.replace(' :', ':');
  return new SeedgraphError('ROW_NOT_FOUND', message, {
    details: { type: entity.typeName, by, value, dataset, suggestions: near },
  });
}

async function severalAsText(generation: Generation, found: RowsFound): Promise<string> {
  return `${await rowsAsText(generation, found)}\nFor one of them in full: --id, or what else is unique.`;
}

/** Every field below the other; what the row refers to by its name, and with its key. */
async function rowInFull(generation: Generation, entity: EntityModel, row: CellRow): Promise<string> {
  const lines: [string, string][] = entity.fields
    .filter(({ field }) => field.kind !== 'reference')
    .map((field) => [field.name, textOf(field, row[field.index] ?? null) || '-']);
  const references = entity.references.map(async (reference): Promise<[string, string]> => {
    const key = row[reference.field.index] ?? null;
    const [target] = await rowsBehind(generation, [row], reference);
    if (!target) return [reference.name, textOf(reference.field, key) || '-'];
    const [name = ''] = await namesOfRows(generation, reference.to, [target]);
    return [reference.name, name === key ? name : `${name} (${key})`];
  });
  const person: [string, string][] = entity.person ? [['name', (await namesOfRows(generation, entity, [row])).join()]] : [];
  const all = [...person, ...lines, ...(await Promise.all(references))];
  const width = Math.max(...all.map(([name]) => name.length));
  return [strong(entity.typeName), ...all.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`)].join('\n');
}
