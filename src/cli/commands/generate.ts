import { type Command, Option } from 'commander';
import { domainNamed, domainOption } from '../common.ts';
import { type SeedOptions, seedAndPrint, seedingCommand } from '../seeding.ts';

const examples = `
Examples:
  $ seedgraph generate --config config/default.yaml
  $ seedgraph generate --preset small --features students,classes,lessons --with-dependencies
  $ seedgraph generate --features assessments,attendance
  $ seedgraph generate --cache generated_data_cache.json --features assessments,attendance
  $ seedgraph generate --preset large --mode merge --dry-run`;

/** `seedgraph generate --config my.yaml --features students,classes` */
export function generateCommand(): Command {
  return seedingCommand('generate')
    .addOption(domainOption())
    .addOption(
      new Option('--cache <file>', 'begin with the rows of this cache file, if it is there, and write it when all is done'),
    )
    .addHelpText('after', examples)
    .action(async (options: SeedOptions & { readonly domain: string }, command: Command) =>
      seedAndPrint(domainNamed(options.domain), options, command),
    );
}
