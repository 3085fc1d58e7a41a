import type { Command } from 'commander';
import { domainNamed } from '../common.ts';
import { type SeedOptions, seedAndPrint, seedingCommand } from '../seeding.ts';

const examples = `
Examples:
  $ seedgraph seed school --preset small
  $ seedgraph seed school --preset medium --mode merge --dry-run`;

/** `seedgraph seed school --preset small --seed 42`: as `generate`, with the domain as its argument. */
export function seedCommand(): Command {
  return seedingCommand('seed')
    .argument('<domain>', 'what to fill it with: school')
    .addHelpText('after', examples)
    .action(async (name: string, options: SeedOptions, command: Command) => seedAndPrint(domainNamed(name), options, command));
}
