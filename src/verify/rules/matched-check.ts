import type { CellRow, EntityModel, FieldModel, MatchedRule } from '../../definition/index.ts';
import type { Generation } from '../../store/index.ts';
import type { RowCheck } from '../check.ts';
import type { Findings } from '../findings.ts';
import type { Pace } from '../pace.ts';
import { childrenOf } from '../windows.ts';
import { matcherOf } from './where.ts';

/** Parents whose rows are read at once. */
const PARENTS = 10;

/** There is a row of another entity that agrees with a row in some fields; where that entity was not seeded, nothing is judged. */
export function matchedCheck(
  entity: EntityModel,
  rule: MatchedRule,
  findings: Findings,
  {
    generation,
    pace,
    leftOut,
  }: { readonly generation: Generation; readonly pace: Pace; readonly leftOut: ReadonlySet<EntityModel> },
): RowCheck {
  const other = entity.domain.entity(rule.in);
  if (leftOut.has(other)) return unjudged(other, findings);
  const fields = rule.fields.map((name) => entity.fieldNamed(name));
  const on = rule.on.map((name) => other.fieldNamed(name));
  const [first] = on;
  if (!first) throw new TypeError(`The rule "${rule.name}" matches nothing.`);
  const isMeant = matcherOf(entity, rule.where);
  return {
    rows: async (window) => {
      const rows = window.filter((row) => isMeant(row) && fields.every(({ index }) => row[index] !== null));
      findings.checked(rows.length);
      const unmatched = new Map<string, CellRow[]>();
      for (const row of rows) unmatched.set(textOf(row, fields), [...(unmatched.get(textOf(row, fields)) ?? []), row]);
      const parents = [...new Set(rows.map((row) => String(row[fields[0]?.index ?? 0])))];
      for (let at = 0; at < parents.length; at += PARENTS) {
        const some = parents.slice(at, at + PARENTS);
        for await (const children of childrenOf(generation, { entity: other, order: [] }, first, some, pace)) {
          for (const child of children.rows) unmatched.delete(textOf(child, on));
        }
      }
      for (const row of [...unmatched.values()].flat()) {
        const given = fields.map(({ name, index }) => `${name} ${row[index]}`).join(' and ');
        findings.wrong(entity, row[entity.key.index], rule.fields.join(', '), `there is no ${other.name} with ${given}`);
      }
    },
  };
}

/** A check that only says why there is none. */
function unjudged(other: EntityModel, findings: Findings): RowCheck {
  findings.note(`not judged: ${other.plural} were not seeded`);
  return { rows: async () => undefined };
}

function textOf(row: CellRow, fields: readonly FieldModel[]): string {
  return fields.map(({ index }) => row[index]).join('\u001f');
}
