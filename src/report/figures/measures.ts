import type { EntityModel, FieldModel, Measure } from '../../definition/index.ts';
import type { NumberForm } from '../report-data.ts';
import type { Part } from './group-rows.ts';

/** What has to be asked for so that a measure can be taken. */
export function neededFor(
  entity: EntityModel,
  measure: Measure,
): { readonly split?: FieldModel; readonly measured?: FieldModel } {
  if (measure.of === 'count') return {};
  const field = entity.fieldNamed(measure.field);
  return measure.of === 'mean' ? { measured: field } : { split: field };
}

/** A measure of a group; null where there is nothing to measure. */
export function measureOf(entity: EntityModel, measure: Measure, parts: readonly Part[]): number | null {
  const rows = total(parts, ({ rows }) => rows);
  if (measure.of === 'count') return rows;
  if (measure.of === 'share') {
    const meant = parts.filter(({ cell }) => measure.in.includes(String(cell)));
    return rows > 0 ? total(meant, (part) => part.rows) / rows : null;
  }
  const count = total(parts, (part) => part.count);
  return count > 0 ? total(parts, ({ sum }) => sum) / count / unitsOf(entity.fieldNamed(measure.field)) : null;
}

/** Amounts of money are stored in cents. */
export function unitsOf({ field }: FieldModel): number {
  return field.kind === 'money' ? 10 ** field.digits : 1;
}

export function formOf(measure: Measure): NumberForm {
  return measure.of === 'count' ? 'count' : measure.of === 'share' ? 'percent' : 'decimal';
}

function total(parts: readonly Part[], value: (part: Part) => number): number {
  return parts.reduce((sum, part) => sum + value(part), 0);
}
