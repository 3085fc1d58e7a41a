import { formatNumber } from './numbers.ts';
import type { ChartData, ReportData } from './report-data.ts';

/** Characters of the longest bar. */
const BAR = 30;

/** A report for a terminal: headline figures, and each chart as a table with small bars. */
export function reportText({ title, dataset, figures, sections, integrity, digest }: ReportData): string {
  const names = Math.max(0, ...figures.map((figure) => figure.title.length));
  const numbers = figures.map(({ value, form, digits }) => formatNumber(value, form, digits));
  const widest = Math.max(0, ...numbers.map((number) => number.length));
  const head = figures.map((figure, index) => `  ${`${figure.title}:`.padEnd(names + 1)} ${numbers[index]?.padStart(widest)}`);
  const charts = sections.flatMap((section) => section.charts.flatMap((data) => ['', data.chart.title, ...linesOf(data)]));
  const verdict = integrity ? [`Integrity: ${integrity.ok ? 'sound' : 'NOT sound; `verify` tells more'}`] : [];
  return [`${title}: ${dataset}`, '', ...head, ...charts, '', ...verdict, `Digest: ${digest}`].join('\n');
}

function linesOf(data: ChartData): string[] {
  const { series, points, chart } = data;
  const names = Math.max(chart.groups.length, ...points.map(({ label }) => label.length));
  const cells = points.map(({ values }) => series.map(({ form }, index) => formatNumber(values[index] ?? null, form)));
  const widths = series.map(({ title }, index) => Math.max(title.length, ...cells.map((row) => row[index]?.length ?? 0)));
  const head = `  ${chart.groups.padEnd(names)}  ${series.map(({ title }, index) => title.padStart(widths[index] ?? 0)).join('  ')}`;
  const most = Math.max(...points.map(({ values: [value] }) => value ?? 0));
  const lines = points.map(({ label, values: [first] }, index) => {
    const row = cells[index]?.map((cell, column) => cell.padStart(widths[column] ?? 0)).join('  ');
    const bar = series.length === 1 && most > 0 ? `  ${'█'.repeat(Math.round(((first ?? 0) / most) * BAR))}` : '';
    return `  ${label.padEnd(names)}  ${row}${bar}`.trimEnd();
  });
  return [head, ...lines, ...(data.note ? [`  ${data.note}`] : [])];
}
