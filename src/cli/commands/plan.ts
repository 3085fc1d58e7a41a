import { Command } from 'commander';
import { createPlan, type Plan } from '../../plan/index.ts';
import { domainNamed, formatCount, jsonOption, labelOf, presetOption, print, seedOption, table } from '../common.ts';
import { configOption, type RequestOptions, requestOf } from '../request.ts';

const examples = `
Examples:
  $ seedgraph plan school --preset large
  $ seedgraph plan school --config my.yaml --json`;

/** `seedgraph plan school --preset large`: the dry run. */
export function planCommand(): Command {
  return new Command('plan')
    .description('Shows what a seeding would make, in its order. Writes nothing.')
    .argument('<domain>', 'what to plan: school')
    .addOption(configOption())
    .addOption(presetOption())
    .addOption(seedOption())
    .addOption(jsonOption())
    .addHelpText('after', examples)
    .action(async (name: string, options: RequestOptions & { json?: boolean }, command: Command) => {
      const domain = domainNamed(name);
      const plan = createPlan(domain, await requestOf(domain, options, command));
      print(options, planAsJson(plan), () => planTable(plan));
    });
}

/** What a plan would make, as a headline and a table. */
export function planTable(plan: Plan): string {
  const rows = plan.stages.map(
    ({ entity, rows, exact }) => [labelOf(entity), `${exact ? '' : 'about '}${formatCount(rows)}`] as const,
  );
  return `${plan.preset}, seed ${plan.seed}: ${formatCount(plan.rows)} rows\n${table(rows)}`;
}

/** The same for machines, with the complete configuration. */
export function planAsJson({ domain, preset, seed, rows, stages, config }: Plan): object {
  return {
    domain: domain.name,
    preset,
    seed,
    rows,
    stages: stages.map((stage) => ({ entity: stage.entity.typeName, rows: stage.rows, exact: stage.exact })),
    configuration: config,
  };
}
