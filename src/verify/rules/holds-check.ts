import { type ConfigWithVolumes, type EntityModel, fromCell, type HoldsRule, pathOf } from '../../definition/index.ts';
import type { RowCheck } from '../check.ts';
import type { Findings } from '../findings.ts';
import type { Related } from '../related.ts';
import { matcherOf } from './where.ts';

/** Rows fulfil a predicate. */
export function holdsCheck(
  entity: EntityModel,
  rule: HoldsRule<ConfigWithVolumes>,
  findings: Findings,
  { related, config }: { readonly related: Related; readonly config: ConfigWithVolumes },
): RowCheck {
  const paths = rule.reads.map((path) => pathOf(entity, path));
  const isMeant = matcherOf(entity, rule.where);
  return {
    rows: async (window) => {
      await related.follow(window, paths);
      for (const row of window) {
        if (!isMeant(row)) continue;
        findings.checked();
        const values = Object.fromEntries(paths.map((path) => [path.path, fromCell(path.field.field, related.cell(row, path))]));
        if (rule.holds(values, config)) continue;
        const given = Object.entries(values).map(([path, value]) => `${path} is ${JSON.stringify(value)}`);
        findings.wrong(entity, row[entity.key.index], rule.reads[0] ?? null, given.join(', '));
      }
    },
  };
}
