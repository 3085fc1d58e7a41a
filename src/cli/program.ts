import { Command } from 'commander';
import { packageVersion } from '../version.ts';
import { cleanupCommand } from './commands/cleanup.ts';
import { completeCommand, completionCommand } from './commands/completion.ts';
import { datasetsCommand } from './commands/datasets.ts';
import { ddlCommand } from './commands/ddl.ts';
import { exportCacheCommand } from './commands/export-cache.ts';
import { findCommand } from './commands/find.ts';
import { generateCommand } from './commands/generate.ts';
import { importCacheCommand } from './commands/import-cache.ts';
import { initCommand } from './commands/init.ts';
import { jobsCommand } from './commands/jobs.ts';
import { listCommand } from './commands/list.ts';
import { planCommand } from './commands/plan.ts';
import { pushCommand } from './commands/push.ts';
import { reportCommand } from './commands/report.ts';
import { schemaCommand } from './commands/schema.ts';
import { seedCommand } from './commands/seed.ts';
import { serveCommand } from './commands/serve.ts';
import { streamCommand } from './commands/stream.ts';
import { validateConfigCommand } from './commands/validate-config.ts';
import { verifyCommand } from './commands/verify.ts';
import { workerCommand } from './commands/worker.ts';
import { checkProject, projectOption } from './project.ts';

const epilogue = `
Variables named SEEDGRAPH_* are read from the environment, and from a file .env in the working directory.

Exit codes: 0 done, 1 failed or nothing found, 2 wrong usage.`;

/** Commands that work without the project, whatever is wrong with it. */
const needless: ReadonlySet<string> = new Set(['init', 'completion', '__complete']);

/** The command line: all commands, those of the project that was opened. Nothing has been read, and nothing is printed until it is parsed. */
export function createProgram(): Command {
  const program = new Command('seedgraph')
    .description('Generates and serves relational synthetic data.')
    .version(packageVersion)
    .addHelpText('after', epilogue)
    .exitOverride()
    // `report` prints errors.
    .configureOutput({ outputError: () => undefined })
    .addOption(projectOption())
    .hook('preAction', (_program, action) => {
      if (!needless.has(action.name())) checkProject();
    })
    .addCommand(serveCommand())
    .addCommand(workerCommand())
    .addCommand(generateCommand())
    .addCommand(seedCommand())
    .addCommand(cleanupCommand())
    .addCommand(planCommand())
    .addCommand(validateConfigCommand())
    .addCommand(datasetsCommand())
    .addCommand(jobsCommand())
    .addCommand(listCommand())
    .addCommand(findCommand())
    .addCommand(verifyCommand())
    .addCommand(reportCommand())
    .addCommand(pushCommand())
    .addCommand(streamCommand())
    .addCommand(exportCacheCommand())
    .addCommand(importCacheCommand())
    .addCommand(schemaCommand())
    .addCommand(ddlCommand())
    .addCommand(initCommand())
    .addCommand(completionCommand())
    .addCommand(completeCommand(), { hidden: true });
  for (const command of program.commands) command.exitOverride().configureOutput(program.configureOutput());
  return program;
}
