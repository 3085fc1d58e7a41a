import { Command, Option } from 'commander';
import { readConfigurationFile } from '../../configuration/index.ts';
import { builtInDomains } from '../../domains/index.ts';
import { createPlan } from '../../plan/index.ts';
import { domainNamed } from '../common.ts';
import { configOption } from '../request.ts';
import { planTable } from './plan.ts';

/** `seedgraph validate-config my.yaml`. Exit codes: 0 valid, 1 invalid, 2 wrong usage, no such file included. */
export function validateConfigCommand(): Command {
  return new Command('validate-config')
    .description('Checks a configuration file: prints every mistake with its line and column, or what the file would make.')
    .argument('[file]', 'the YAML or JSON file; --config names it too')
    .addOption(configOption().hideHelp())
    .addOption(new Option('--domain <name>', 'what the file configures').default(builtInDomains[0]?.name))
    .action(async (given: string | undefined, options: { config?: string; domain: string }, command: Command) => {
      const files = [given, options.config].filter((file) => file !== undefined);
      const [file] = files;
      if (file === undefined || files.length > 1) return command.error('error: name one configuration file');
      const domain = domainNamed(options.domain);
      const plan = createPlan(domain, await readConfigurationFile(file, domain));
      console.log(`${file} is valid.\n${planTable(plan)}`);
    });
}
