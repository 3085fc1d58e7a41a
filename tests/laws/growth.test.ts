import { describe, expect, test } from 'vitest';
import type { CellRow, EntityModel } from '../../src/definition/index.ts';
import { lawfulPlans } from '../support/domains.ts';
import { keyOf, type MadeRows, makeRows } from '../support/rows.ts';

/**
 * Growing a volume leaves every earlier row as it was. A reference from elsewhere may move to a row that is new, and what
 * the referring row takes over from its target (a name, a teacher) then follows it; nothing else may change.
 */
describe.each(lawfulPlans)('$name', ({ domain, small }) => {
  const before = makeRows(domain, { ...small, seed: 42 });
  const volumes = Object.entries(before.plan.config.volumes);

  test.each(volumes)('more %s (%d) rewrite nothing', (volume, count) => {
    const grown = {
      ...small.overrides,
      volumes: { ...before.plan.config.volumes, [volume]: count + Math.max(1, Math.ceil(count / 2)) },
    };
    const after = makeRows(domain, { ...small, overrides: grown, seed: 42 });
    for (const entity of domain.entities) {
      if ('derive' in entity.definition) continue;
      expect(changesOf(entity, before, after)).toEqual([]);
    }
  });
});

/** The cells that differ in rows that were there before, rows left out in which a reference moved to a new row. */
function changesOf(entity: EntityModel, before: MadeRows, after: MadeRows): string[] {
  const now = new Map((after.rows.get(entity) ?? []).map((row) => [keyOf(entity, row), row]));
  const keys = new Map(
    before.plan.domain.entities.map((target) => [
      target,
      new Set((before.rows.get(target) ?? []).map((row) => keyOf(target, row))),
    ]),
  );
  const moved = (row: CellRow, grown: CellRow) =>
    entity.references.some(
      ({ field: { index }, to }) =>
        grown[index] !== row[index] && grown[index] !== null && !keys.get(to)?.has(String(grown[index])),
    );
  return (before.rows.get(entity) ?? []).flatMap((row) => {
    const grown = now.get(keyOf(entity, row));
    if (!grown) return [`${entity.name} ${keyOf(entity, row)} is gone`];
    const changed = entity.fields.filter(({ index }) => row[index] !== grown[index]);
    return moved(row, grown)
      ? []
      : changed.map(({ name, index }) => `${entity.name}.${name}: ${row[index]} became ${grown[index]}`);
  });
}
