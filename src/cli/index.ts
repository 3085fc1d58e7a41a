#!/usr/bin/env node
import { Command } from 'commander';
import { packageVersion } from '../version.ts';
import { planCommand } from './commands/plan.ts';
import { seedCommand } from './commands/seed.ts';
import { validateConfigCommand } from './commands/validate-config.ts';
import { exitCodeOf, report } from './common.ts';

/** The entry of `seedgraph`: what there is, and how it ends. Exit codes: 0 done, 1 failed, 2 wrong usage. */
const program = new Command('seedgraph')
  .description('Generates and serves relational synthetic data.')
  .version(packageVersion)
  .exitOverride()
  .addCommand(seedCommand())
  .addCommand(planCommand())
  .addCommand(validateConfigCommand());

for (const command of program.commands) command.exitOverride();

try {
  await program.parseAsync();
} catch (error) {
  report(error);
  process.exitCode = exitCodeOf(error);
}
