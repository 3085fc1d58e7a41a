import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import { ConfigurationFileError, infeasibleFile, readConfigurationFile } from '../../configuration/index.ts';
import { type DomainModel, InfeasibleError } from '../../definition/index.ts';
import { createPlan, type Plan } from '../../plan/index.ts';
import { domainNamed, domainOption, jsonOption, print } from '../common.ts';
import { configOption } from '../request.ts';
import { planAsJson, planTable } from './plan.ts';

interface ValidateOptions {
  readonly config?: string;
  readonly domain: string;
  readonly json?: boolean;
}

const examples = `
Prints what the file would make, or every mistake in it. With --json: {valid, file, mistakes: [{line, column, path, message}]}.
Exit codes: 0 valid, 1 invalid, 2 wrong usage or no such file.

Examples:
  $ seedgraph validate-config my.yaml
  $ seedgraph validate-config --config my.yaml --json`;

/** `seedgraph validate-config my.yaml`. Exit codes: 0 valid, 1 invalid, 2 wrong usage, no such file included. */
export function validateConfigCommand(): Command {
  return new Command('validate-config')
    .description('Checks a configuration file: every mistake with its line and column.')
    .argument('[file]', 'the YAML or JSON file; --config names it too')
    .addOption(configOption().hideHelp())
    .addOption(domainOption())
    .addOption(jsonOption())
    .addHelpText('after', examples)
    .action(async (given: string | undefined, options: ValidateOptions, command: Command) => {
      const files = [given, options.config].filter((file) => file !== undefined);
      const [file] = files;
      if (file === undefined || files.length > 1) return command.error('error: name one configuration file');
      const domain = domainNamed(options.domain);
      const plan = await planOf(file, domain).catch((error: unknown) => mistakesAsJson(file, error, options));
      if (!plan) return;
      const result = { valid: true, file, mistakes: [], plan: planAsJson(plan) };
      print(options, result, () => `${file} is valid.\n${planTable(plan)}`);
    });
}

async function planOf(file: string, domain: DomainModel): Promise<Plan> {
  const configuration = await readConfigurationFile(file, domain);
  try {
    return createPlan(domain, configuration);
  } catch (error) {
    throw error instanceof InfeasibleError ? infeasibleFile(file, await readFile(file, 'utf8'), error) : error;
  }
}

/** For machines, a file with mistakes is a result too. */
function mistakesAsJson(file: string, error: unknown, options: ValidateOptions): undefined {
  if (!options.json || !(error instanceof ConfigurationFileError) || !error.details.mistakes) throw error;
  print(options, { valid: false, file, mistakes: error.details.mistakes }, () => '');
  process.exitCode = 1;
}
