import { type ApartRule, type Cell, type CellRow, type EntityModel, keyOf, pathOf } from '../../definition/index.ts';
import type { Generation } from '../../store/index.ts';
import type { RowCheck } from '../check.ts';
import type { Findings } from '../findings.ts';
import type { Pace } from '../pace.ts';
import { Related } from '../related.ts';
import { childrenOf } from '../windows.ts';
import { matcherOf } from './where.ts';

/** Parents whose rows are read at once. */
const PARENTS = 10;

/**
 * Rows that share a reference do not overlap. Its rows are those of the reference's target: what refers to each of them comes
 * from the store in the order of time, so that one look back is enough, however many there are.
 */
export function apartCheck(
  entity: EntityModel,
  rule: ApartRule,
  findings: Findings,
  { generation, pace }: { readonly generation: Generation; readonly pace: Pace },
): RowCheck {
  const reference = entity.references.find(({ field }) => field.name === rule.of);
  if (!reference) throw new TypeError(`${entity.name} has no reference "${rule.of}".`);
  const [on, from, to] = [rule.on.map((path) => pathOf(entity, path)), pathOf(entity, rule.from), pathOf(entity, rule.to)];
  const paths = [...on, from, to];
  const order = [...on, from].map(({ field, via }) => ({ field, via, direction: 'asc' as const }));
  const isMeant = matcherOf(entity, rule.where);
  const related = new Related(generation);
  const judge = async (parents: readonly string[]) => {
    const open = new Map<string, { readonly at: string; readonly end: Cell; readonly key: Cell }>();
    for await (const { parent, rows } of childrenOf(generation, { entity, order }, reference.field, parents, pace)) {
      related.release();
      await related.follow(rows, paths);
      for (const row of rows.filter(isMeant)) {
        const [begin, end] = [related.cell(row, from), related.cell(row, to)];
        const places = on.map((path) => related.cell(row, path));
        if (begin === null || end === null || places.includes(null)) continue;
        findings.checked();
        const at = places.join(' ');
        const before = open.get(parent);
        if (before?.at === at && before.end !== null && begin < before.end) overlap(row, before, `${at}, ${begin} to ${end}`);
        if (before?.at !== at || before.end === null || end > before.end)
          open.set(parent, { at, end, key: row[entity.key.index] ?? null });
      }
    }
  };
  const overlap = (row: CellRow, before: { readonly end: Cell; readonly key: Cell }, when: string) =>
    findings.wrong(
      entity,
      row[entity.key.index],
      rule.of,
      `${reference.name} ${row[reference.field.index]} is taken at ${when} by ${entity.name} ${before.key} until ${before.end}`,
    );
  return {
    rows: async (window) => {
      const keys = window.map((row) => keyOf(reference.to, row));
      for (let start = 0; start < keys.length; start += PARENTS) await judge(keys.slice(start, start + PARENTS));
    },
  };
}
