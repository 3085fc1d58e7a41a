import { Command } from 'commander';
import { createPlan } from '../../plan/index.ts';
import { domainNamed, formatCount, labelOf, presetOption, seedOption, table } from '../common.ts';

/** `seedgraph plan school --preset large`: the dry run. */
export function planCommand(): Command {
  return new Command('plan')
    .description('Shows what a seeding would make, in its order. Writes nothing.')
    .argument('<domain>', 'what to plan: school')
    .addOption(presetOption())
    .addOption(seedOption())
    .action((name: string, options: { preset?: string; seed: number }) => {
      const plan = createPlan(domainNamed(name), options);
      const rows = plan.stages.map(
        ({ entity, rows, exact }) => [labelOf(entity), `${exact ? '' : 'about '}${formatCount(rows)}`] as const,
      );
      console.log(`${plan.preset}, seed ${plan.seed}: ${formatCount(plan.rows)} rows\n${table(rows)}`);
    });
}
