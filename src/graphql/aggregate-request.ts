import { type FieldNode, type GraphQLResolveInfo, Kind, type SelectionNode } from 'graphql';
import type { EntityModel, FieldModel } from '../definition/index.ts';
import type { Aggregation } from '../store/query.ts';
import { filterCondition } from './condition.ts';
import { type Input, objectAt } from './input.ts';

/** The most groups of one answer. */
export const MAX_GROUPS = 1_000;

/** The part of `info` that tells what a selection asks for. */
export type Selected = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>;

const groupable: readonly string[] = ['enumeration', 'boolean', 'integer', 'date', 'reference'];
const numeric: readonly string[] = ['integer', 'float', 'money'];
const temporal: readonly string[] = ['date', 'time', 'datetime'];

/** The fields that rows can be grouped by: enumerations, booleans, integers, dates, references and the texts that can be filtered. */
export function groupFields(entity: EntityModel): readonly FieldModel[] {
  return entity.fields.filter(({ field }) => groupable.includes(field.kind) || (field.kind === 'string' && field.filter));
}

/** The fields that have a sum and an average. */
export function numberFields(entity: EntityModel): readonly FieldModel[] {
  return entity.fields.filter(({ field }) => numeric.includes(field.kind));
}

/** The fields that have a least and a greatest value: numbers, days, times and moments. */
export function rangeFields(entity: EntityModel): readonly FieldModel[] {
  return entity.fields.filter(({ field }) => numeric.includes(field.kind) || temporal.includes(field.kind));
}

/** What the arguments of an aggregate ask for, and of the fields only those that the selection names. @throws RequestError as `filterCondition`. */
export function aggregateRequest(entity: EntityModel, args: Input, selected: Selected): Omit<Aggregation, 'within' | 'signal'> {
  const filter = objectAt(args, 'filter');
  const groupBy: readonly unknown[] = Array.isArray(args.groupBy) ? args.groupBy : [];
  const names = measuredNames(selected);
  return {
    entity,
    groupBy: [...new Set(groupBy)].map((name) => entity.fieldNamed(String(name))),
    measured: rangeFields(entity).filter(({ name }) => names.has(name)),
    maxGroups: MAX_GROUPS,
    ...(filter && { where: filterCondition(entity, filter, ['filter']) }),
  };
}

/** The fields below `avg`, `sum`, `min` and `max`; also those that a directive leaves out, which costs little. */
function measuredNames({ fieldNodes, fragments }: Selected): ReadonlySet<string> {
  const below = (nodes: readonly FieldNode[]): FieldNode[] =>
    nodes.flatMap(({ selectionSet }) => fieldsIn(selectionSet?.selections ?? [], fragments));
  return new Set(below(below(fieldNodes)).map(({ name }) => name.value));
}

function fieldsIn(selections: readonly SelectionNode[], fragments: Selected['fragments']): FieldNode[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments[selection.name.value];
    return fieldsIn(fragment?.selectionSet.selections ?? [], fragments);
  });
}
