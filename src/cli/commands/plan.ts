import { Command } from 'commander';
import { createPlan, type Plan } from '../../plan/index.ts';
import { domainNamed, formatCount, labelOf, presetOption, seedOption, table } from '../common.ts';
import { configOption, type RequestOptions, requestOf } from '../request.ts';

/** `seedgraph plan school --preset large`: the dry run. */
export function planCommand(): Command {
  return new Command('plan')
    .description('Shows what a seeding would make, in its order. Writes nothing.')
    .argument('<domain>', 'what to plan: school')
    .addOption(configOption())
    .addOption(presetOption())
    .addOption(seedOption())
    .action(async (name: string, options: RequestOptions, command: Command) => {
      const domain = domainNamed(name);
      console.log(planTable(createPlan(domain, await requestOf(domain, options, command))));
    });
}

/** What a plan would make, as a headline and a table. */
export function planTable(plan: Plan): string {
  const rows = plan.stages.map(
    ({ entity, rows, exact }) => [labelOf(entity), `${exact ? '' : 'about '}${formatCount(rows)}`] as const,
  );
  return `${plan.preset}, seed ${plan.seed}: ${formatCount(plan.rows)} rows\n${table(rows)}`;
}
