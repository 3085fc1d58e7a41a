import { type CountedRule, type EntityModel, keyOf, pathOf } from '../../definition/index.ts';
import type { Generation } from '../../store/index.ts';
import type { RowCheck } from '../check.ts';
import type { Findings } from '../findings.ts';
import type { Pace } from '../pace.ts';
import type { Related } from '../related.ts';
import { conditionOf, matcherOf } from './where.ts';

/** Rows have so many children: counted by the store, for a window of rows at once. */
export function countedCheck(
  entity: EntityModel,
  rule: CountedRule,
  findings: Findings,
  { generation, related, pace }: { readonly generation: Generation; readonly related: Related; readonly pace: Pace },
): RowCheck {
  const inverse = entity.inverses.find(({ name }) => name === rule.children);
  if (!inverse) throw new TypeError(`${entity.name} has no relation "${rule.children}".`);
  const { from, by } = inverse;
  const where = conditionOf(from, rule.counting);
  const isMeant = matcherOf(entity, rule.where);
  const bounds = [rule.atLeast ?? 0, rule.atMost ?? Number.POSITIVE_INFINITY].map((bound) =>
    typeof bound === 'string' ? pathOf(entity, bound) : bound,
  );
  return {
    rows: async (window) => {
      const rows = window.filter(isMeant);
      if (rows.length === 0) return;
      await related.follow(
        rows,
        bounds.filter((bound) => typeof bound !== 'number'),
      );
      const parents = rows.map((row) => keyOf(entity, row));
      const query = { entity: from, within: { kind: 'inverse', by, parents } as const, ...(where && { where }) };
      const counts = await generation.count({ ...query, ...(pace.signal && { signal: pace.signal }) });
      for (const [index, row] of rows.entries()) {
        const count = counts[index] ?? 0;
        const [least = 0, most = 0] = bounds.map((bound) =>
          typeof bound === 'number' ? bound : Number(related.cell(row, bound)),
        );
        if (count >= least && count <= most) continue;
        const allowed = count < least ? `at least ${least} are` : `at most ${most} are`;
        findings.wrong(entity, row[entity.key.index], rule.children, `it has ${count} ${rule.children}; ${allowed} right`);
      }
      findings.checked(rows.length);
    },
  };
}
