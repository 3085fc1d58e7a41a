import { type EntityModel, type OrderedRule, pathOf } from '../../definition/index.ts';
import type { RowCheck } from '../check.ts';
import type { Findings } from '../findings.ts';
import type { Related } from '../related.ts';
import { matcherOf } from './where.ts';

/** The values on some paths ascend. */
export function orderedCheck(entity: EntityModel, rule: OrderedRule, findings: Findings, related: Related): RowCheck {
  const paths = rule.paths.map((path) => pathOf(entity, path));
  const isMeant = matcherOf(entity, rule.where);
  return {
    rows: async (window) => {
      await related.follow(window, paths);
      for (const row of window) {
        if (!isMeant(row)) continue;
        findings.checked();
        const present = paths
          .map((path) => ({ path: path.path, cell: related.cell(row, path) }))
          .filter(({ cell }) => cell !== null);
        const place = present.findIndex(({ cell }, index) => {
          const before = present[index - 1]?.cell;
          return before !== undefined && before !== null && cell !== null && (rule.strictly ? cell <= before : cell < before);
        });
        const [before, after] = [present[place - 1], present[place]];
        if (!before || !after) continue;
        const message = `${after.path} is ${after.cell}; ${before.path} is ${before.cell}`;
        findings.wrong(entity, row[entity.key.index], after.path, message);
      }
    },
  };
}
