import type { DomainModel } from '../definition/index.ts';
import type { PushReport } from '../push/index.ts';
import { formatCount, labelOf } from './common.ts';

/** What a push would send. */
export interface PlannedEndpoint {
  readonly label: string;
  readonly endpoint: string;
  readonly rows: number;
}

/** What is at the API of each entity, and the first rows that are not, with their reasons. */
export function pushReportText(domain: DomainModel, { target, entities, missing }: PushReport): string {
  const header = ['', 'Rows', 'Created', 'Adopted', 'Skipped', 'Failed', 'Uncertain'];
  const rows = entities.map(({ entity, ...counts }) => [
    `${labelOf(domain.entity(entity))}:`,
    ...[counts.rows, counts.created, counts.adopted, counts.skipped, counts.failed, counts.uncertain].map(formatCount),
  ]);
  const reasons = missing.map(({ entity, key, state, reason }) => `  ${entity} ${key} ${state}: ${reason}`);
  return [
    `At ${target}:`,
    '',
    ...columns([header, ...rows]),
    ...(reasons.length === 0 ? [] : ['', `Not there (the first ${reasons.length}):`, ...reasons]),
  ].join('\n');
}

/** Where rows would go, in the order in which they would. */
export function pushPlanText(dataset: string, steps: readonly PlannedEndpoint[]): string {
  const sum = steps.reduce((total, { rows }) => total + rows, 0);
  const lines = columns(
    steps.map(({ label, rows, endpoint }) => [`${label}:`, formatCount(rows), endpoint]),
    [1],
  );
  return [`Dataset "${dataset}": ${formatCount(sum)} rows would be sent, in this order.`, '', ...lines].join('\n');
}

/** Lines of aligned columns; all but the first are numbers, or those that `right` lists. */
function columns(rows: readonly (readonly string[])[], right?: readonly number[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const isRight = (column: number) => right?.includes(column) ?? column > 0;
  const cell = (text: string, column: number) =>
    isRight(column) ? text.padStart(widths[column] ?? 0) : text.padEnd(widths[column] ?? 0);
  return rows.map((row) => `  ${row.map(cell).join('  ')}`.trimEnd());
}
