import type { EntityModel, FieldModel } from '../definition/index.ts';
import { nameCondition } from '../store/name-condition.ts';
import type { Comparison, Condition, TextMatch } from '../store/query.ts';
import { type ArgumentPath, RequestError } from './error.ts';
import { checkPath, checkSize } from './filter-limits.ts';
import { cellOfInput, type Input, objectAt, objectsAt } from './input.ts';
import { relationConditions } from './relation-condition.ts';

const comparisons: readonly string[] = ['eq', 'ne', 'gt', 'gte', 'lt', 'lte'] satisfies Comparison[];
const matches: readonly string[] = ['startsWith', 'endsWith', 'contains'] satisfies TextMatch[];

/** True for every row: the neutral part of a conjunction. */
export function all(conditions: readonly Condition[]): Condition {
  const [only] = conditions;
  return only && conditions.length === 1 ? only : { kind: 'and', conditions };
}

/** What a whole filter asks of rows. @throws RequestError as `conditionOf`, and INVALID_FILTER when it is too large. */
export function filterCondition(entity: EntityModel, filter: Input, path: ArgumentPath): Condition {
  const condition = conditionOf(entity, filter, path);
  checkSize(condition, path);
  return condition;
}

/**
 * What a filter input asks of rows. A part that is null is taken as not given, except where null is compared with.
 * @throws RequestError INVALID_FILTER or INVALID_VALUE with the path of the part that is wrong.
 */
function conditionOf(entity: EntityModel, filter: Input, path: ArgumentPath): Condition {
  checkPath(path);
  return all(Object.keys(filter).flatMap((name) => part(entity, filter, name, [...path, name])));
}

function part(entity: EntityModel, filter: Input, name: string, path: ArgumentPath): readonly Condition[] {
  const given = filter[name];
  if (given === null || given === undefined) return [];
  if (name === 'and' || name === 'or') {
    const inner = (objectsAt(filter, name) ?? []).map((item, index) => conditionOf(entity, item, [...path, index]));
    return [{ kind: name, conditions: inner }];
  }
  const nested = objectAt(filter, name);
  if (name === 'not' && nested) return [{ kind: 'not', condition: conditionOf(entity, nested, path) }];
  if (name === 'name' && entity.person && typeof given === 'string') return [nameCondition(entity.person, given, path)];
  if (!nested) return [];
  return relationConditions(entity, name, nested, path, conditionOf) ?? fieldConditions(entity.fieldNamed(name), nested, path);
}

function fieldConditions(field: FieldModel, operators: Input, path: ArgumentPath): readonly Condition[] {
  return Object.entries(operators).flatMap(([operator, value]) => {
    const here = [...path, operator];
    if (value === null) return nullCondition(field, operator, here);
    if (operator === 'isNull') return [{ kind: 'null', field, is: value === true }];
    if (operator === 'in' || operator === 'notIn') return [listCondition(field, operator, value, here)];
    const cell = cellOfInput(field, value, here);
    if (isOneOf(operator, comparisons)) return [{ kind: 'compare', field, operator: operator as Comparison, value: cell }];
    if (isOneOf(operator, matches)) return [{ kind: 'text', field, match: operator as TextMatch, value: String(cell) }];
    return [];
  });
}

function listCondition(field: FieldModel, operator: 'in' | 'notIn', value: unknown, path: ArgumentPath): Condition {
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  const condition: Condition = {
    kind: 'in',
    field,
    values: items.map((item, index) => cellOfInput(field, item, [...path, index])),
  };
  return operator === 'in' ? condition : { kind: 'not', condition };
}

/** `eq: null` and `ne: null` mean what they say; `isNull: null` says nothing; nothing else can be compared with null. */
function nullCondition(field: FieldModel, operator: string, path: ArgumentPath): readonly Condition[] {
  if (operator === 'eq' || operator === 'ne') return [{ kind: 'null', field, is: operator === 'eq' }];
  if (operator === 'isNull') return [];
  throw new RequestError('INVALID_FILTER', `"${operator}" needs a value; given null. For rows without one use isNull: true.`, {
    path,
  });
}

function isOneOf(operator: string, known: readonly string[]): boolean {
  return known.includes(operator);
}
