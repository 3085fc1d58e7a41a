import type { AnyEntity, DomainDefinition } from './domain.ts';
import type { Field } from './field.ts';
import type { Chart, Measure } from './report.ts';
import { fieldAt } from './validate-rules.ts';

type Report = (path: string, message: string) => void;
type Entities = ReadonlyMap<string, AnyEntity>;

const numbers: readonly Field['kind'][] = ['integer', 'float', 'money'];

/** Checks that whatever a report speaks of exists. */
export function checkReport({ report: definition }: DomainDefinition, entities: Entities, report: Report): void {
  for (const { title, entity, measure, per } of definition?.figures ?? []) {
    const path = `report.${title}`;
    checkMeasure(path, entities.get(entity), measure, report);
    if (per !== undefined && !entities.has(per)) report(`${path}.per`, `"${per}" is unknown`);
  }
  for (const chart of definition?.sections.flatMap(({ charts }) => charts) ?? []) checkChart(chart, entities, report);
}

function checkMeasure(path: string, entity: AnyEntity | undefined, measure: Measure, report: Report): void {
  if (!entity) report(path, 'its entity is unknown');
  else if (measure.of === 'mean' && !isNumber(entity.fields[measure.field])) report(path, `"${measure.field}" is no number`);
  else if (measure.of === 'share' && !entity.fields[measure.field]) report(path, `there is no field "${measure.field}"`);
}

function checkChart(chart: Chart, entities: Entities, report: Report): void {
  const path = `report.${chart.title}`;
  const entity = entities.get(chart.entity);
  if (!entity) {
    report(`${path}.entity`, `"${chart.entity}" is unknown`);
    return;
  }
  if (!chart.description.trim()) report(`${path}.description`, 'is empty');
  if ('where' in chart) {
    for (const name of Object.keys(chart.where ?? {}))
      if (!entity.fields[name]) report(`${path}.where`, `there is no field "${name}"`);
  }
  if ('by' in chart) {
    const { path: by, unit } = chart.by;
    const field = by.split('.').length <= 2 ? fieldAt(entity, entities, by) : undefined;
    if (!field) report(`${path}.by`, `"${by}" does not lead from ${entity.name}, over one relation at most, to a field`);
    else if (unit && field.kind !== 'date') report(`${path}.by`, `"${by}" is no date`);
  }
  if ('measure' in chart) checkMeasure(path, entity, chart.measure, report);
  if ('field' in chart && !isNumber(entity.fields[chart.field])) report(`${path}.field`, `"${chart.field}" is no number`);
  if (chart.kind === 'stack' && !entity.fields[chart.split]) report(`${path}.split`, `there is no field "${chart.split}"`);
  if (chart.kind === 'load' && entity.fields[chart.reference]?.kind !== 'reference')
    report(`${path}.reference`, `"${chart.reference}" is not a reference`);
  if (chart.kind === 'table') checkTable(path, chart, entities, report);
}

function checkTable(
  path: string,
  { entity, label, columns }: Extract<Chart, { kind: 'table' }>,
  entities: Entities,
  report: Report,
): void {
  if (!entities.get(entity)?.fields[label]) report(`${path}.label`, `there is no field "${label}"`);
  for (const column of columns) {
    const reference = entities.get(column.entity)?.fields[column.reference];
    if (reference?.target !== entity) report(`${path}.${column.title}`, `"${column.reference}" does not refer to ${entity}`);
    checkMeasure(`${path}.${column.title}`, entities.get(column.entity), column.measure, report);
  }
}

function isNumber(field: Field | undefined): boolean {
  return field !== undefined && numbers.includes(field.kind);
}
