import { describe, expect, test } from 'vitest';
import type { CellRow, EntityModel } from '../../src/definition/index.ts';
import { testedDomains } from '../support/domains.ts';
import { keyOf, type MadeRows, makeRows } from '../support/rows.ts';

/**
 * Growing a volume leaves every earlier row as it was; references from elsewhere may move, but only to rows that are new.
 * What follows such a moved reference (a name taken over from it) may follow; the rows of the grown entity may not change.
 */
describe.each(testedDomains)('$name', ({ domain, small }) => {
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

/** The cells that differ in rows that were there before, moved references left out. */
function changesOf(entity: EntityModel, before: MadeRows, after: MadeRows): string[] {
  const now = new Map((after.rows.get(entity) ?? []).map((row) => [keyOf(entity, row), row]));
  return (before.rows.get(entity) ?? []).flatMap((row) => {
    const key = keyOf(entity, row);
    const grown = now.get(key);
    return grown ? cellChanges(entity, row, grown, before) : [`${entity.name} ${key} is gone`];
  });
}

function cellChanges(entity: EntityModel, row: CellRow, grown: CellRow, before: MadeRows): string[] {
  return entity.fields
    .filter(({ index }) => row[index] !== grown[index])
    .filter(({ field, index }) => field.kind !== 'reference' || isOld(before, field.target, grown[index] ?? null))
    .map(({ name, index }) => `${entity.name}.${name}: ${row[index]} became ${grown[index]}`);
}

function isOld(before: MadeRows, target: string, key: CellRow[number]): boolean {
  const entity = before.plan.domain.entity(target);
  return (before.rows.get(entity) ?? []).some((row) => keyOf(entity, row) === key);
}
