import type { EntityModel, InverseModel, ThroughModel } from '../definition/index.ts';
import type { Condition } from '../store/query.ts';
import type { ArgumentPath } from './error.ts';
import { type Input, objectAt } from './input.ts';

/** What a filter input asks of the rows of an entity. */
export type ConditionOf = (entity: EntityModel, filter: Input, path: ArgumentPath) => Condition;

const quantifiers = ['some', 'none', 'every'] as const;
type Quantifier = (typeof quantifiers)[number];

/** What a filter asks of a row's relation with this name; undefined when the entity has no such relation. */
export function relationConditions(
  entity: EntityModel,
  name: string,
  given: Input,
  path: ArgumentPath,
  conditionOf: ConditionOf,
): readonly Condition[] | undefined {
  const reference = entity.references.find((candidate) => candidate.name === name);
  if (reference) return [{ kind: 'reference', reference, condition: conditionOf(reference.to, given, path) }];
  const inverse = entity.inverses.find((candidate) => candidate.name === name);
  if (inverse?.single) return [ofChildren(inverse, 'some', conditionOf(inverse.from, given, path))];
  if (inverse) return quantified(given, path, (...asked) => ofChildren(inverse, ...asked), inverse.from, conditionOf);
  const through = entity.throughs.find((candidate) => candidate.name === name);
  return through && quantified(given, path, (...asked) => ofJoined(through, ...asked), through.to, conditionOf);
}

/** The quantifiers that are given, all of which must hold. */
function quantified(
  given: Input,
  path: ArgumentPath,
  make: (quantifier: Quantifier, condition: Condition) => Condition,
  target: EntityModel,
  conditionOf: ConditionOf,
): readonly Condition[] {
  return quantifiers.flatMap((quantifier) => {
    const filter = objectAt(given, quantifier);
    return filter ? [make(quantifier, conditionOf(target, filter, [...path, quantifier]))] : [];
  });
}

function ofChildren(inverse: InverseModel, quantifier: Quantifier, condition: Condition): Condition {
  return { kind: 'children', inverse, quantifier, condition };
}

/** The joining rows are the children, each of which leads to one row. `every`: none leads to a row of another sort. */
function ofJoined({ name, through, near, far, to }: ThroughModel, quantifier: Quantifier, condition: Condition): Condition {
  const inverse: InverseModel = { name, from: through, by: near, single: false };
  const reference = { field: far, name, to };
  if (quantifier !== 'every') return ofChildren(inverse, quantifier, { kind: 'reference', reference, condition });
  return ofChildren(inverse, 'none', { kind: 'reference', reference, condition: { kind: 'not', condition } });
}
