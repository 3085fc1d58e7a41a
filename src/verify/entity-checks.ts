import {
  type CellRow,
  type ConfigWithVolumes,
  type DomainModel,
  type EntityModel,
  pathOf,
  type Rule,
} from '../definition/index.ts';
import type { Generation } from '../store/index.ts';
import type { RowCheck } from './check.ts';
import type { Findings } from './findings.ts';
import type { Pace } from './pace.ts';
import type { Related } from './related.ts';
import { apartCheck } from './rules/apart-check.ts';
import { countedCheck } from './rules/counted-check.ts';
import { holdsCheck } from './rules/holds-check.ts';
import { matchedCheck } from './rules/matched-check.ts';
import { orderedCheck } from './rules/ordered-check.ts';
import { matcherOf } from './rules/where.ts';
import { UniqueCheck } from './unique-check.ts';

/** What the checks of an entity share. */
export interface Checking {
  readonly generation: Generation;
  readonly config: ConfigWithVolumes;
  readonly related: Related;
  readonly pace: Pace;
  /** How many rows of the entity there are. */
  readonly rows: number;
  /** Entities that the recipe leaves out, and that nobody has added rows to: what they are to agree with cannot be judged. */
  readonly leftOut: ReadonlySet<EntityModel>;
}

/** The entity whose rows a rule's check goes through: mostly the rule's own. */
export function readBy(rule: Rule, domain: DomainModel): EntityModel {
  const entity = domain.entity(rule.entity);
  return rule.kind === 'apart' ? domain.entity(entity.fieldNamed(rule.of).field.target) : entity;
}

/** A rule as a check of the rows of `readBy`. */
export function ruleCheck(rule: Rule, findings: Findings, checking: Checking): RowCheck {
  const entity = checking.generation.domain.entity(rule.entity);
  switch (rule.kind) {
    case 'ordered':
      return orderedCheck(entity, rule, findings, checking.related);
    case 'holds':
      return holdsCheck(entity, rule, findings, checking);
    case 'unique': {
      const paths = rule.paths.map((path) => pathOf(entity, path));
      return new UniqueCheck(entity, paths, { ...checking, findings, where: matcherOf(entity, rule.where) });
    }
    case 'counted':
      return countedCheck(entity, rule, findings, checking);
    case 'matched':
      return matchedCheck(entity, rule, findings, checking);
    case 'apart':
      return apartCheck(entity, rule, findings, checking);
  }
}

/** Keys, unique fields and look-ups are unique. */
export function uniqueChecks(entity: EntityModel, findings: Findings, checking: Checking): RowCheck[] {
  const own = entity.fields.filter(({ field }) => field.unique && field.kind !== 'key').map(({ name }) => name);
  const lookups = entity.lookups.map(({ via, field }) => (via ? `${via.name}.${field.name}` : field.name));
  return [
    keysCheck(entity, findings),
    ...[...new Set([...own, ...lookups])].map(
      (path) => new UniqueCheck(entity, [pathOf(entity, path)], { ...checking, findings }),
    ),
  ];
}

/** Rows come in the order of keys: two equal ones are neighbours. */
function keysCheck(entity: EntityModel, findings: Findings): RowCheck {
  let last: CellRow[number] | undefined;
  return {
    rows: (window) => {
      for (const row of window) {
        const key = row[entity.key.index] ?? null;
        if (key === last) findings.wrong(entity, key, entity.key.name, 'another row has this key');
        last = key;
      }
      findings.checked(window.length);
    },
  };
}
