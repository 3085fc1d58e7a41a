import {
  type BoxChart,
  type Chart,
  type EntityModel,
  type HistogramChart,
  keyOf,
  type LoadChart,
  type MeasuredChart,
  pathOf,
  type StackedChart,
} from '../../definition/index.ts';
import type { ChartData, ChartPoint } from '../report-data.ts';
import { binned, type Counted, spreadOf } from './distribution.ts';
import { groupRows, type LabelledGroup, type Part, rowsOf } from './group-rows.ts';
import { compareLabels, labelOf, labelOfWeek } from './labels.ts';
import { formOf, measureOf, neededFor, unitsOf } from './measures.ts';
import { conditionOf, type Reading, signalOf } from './reading.ts';
import { tableData } from './table-data.ts';

/** Groups drawn at most: of more the greatest are drawn, and a note says so. */
const MOST_POINTS = 40;

/** The numbers of a chart; no points where there are no rows. */
export async function chartData(reading: Reading, chart: Chart): Promise<ChartData> {
  const entity = reading.generation.domain.entity(chart.entity);
  switch (chart.kind) {
    case 'bars':
    case 'dots':
    case 'line':
      return measuredData(reading, entity, chart);
    case 'stack':
      return stackedData(reading, entity, chart);
    case 'boxes':
      return boxData(reading, entity, chart);
    case 'histogram':
      return histogramData(reading, entity, chart);
    case 'load':
      return loadData(reading, entity, chart);
    case 'table':
      return tableData(reading, entity, chart);
  }
}

async function measuredData(reading: Reading, entity: EntityModel, chart: MeasuredChart): Promise<ChartData> {
  const { by, where, measure } = chart;
  const groups = await groupRows(reading, { entity, by, where, ...neededFor(entity, measure) });
  const points = groups.map(({ label, parts }) => ({ label: label.text, values: [measureOf(entity, measure, parts)] }));
  const all = chart.kind === 'line' && by.unit === 'week' ? withEmptyWeeks(groups, points) : points;
  // One dot compares with nothing.
  const shown = chart.kind === 'dots' && all.length < 2 ? [] : all;
  return limited({ chart, series: [{ title: chart.values, form: formOf(measure) }], points: shown });
}

/** Every week from the first to the last, so that a line has gaps where there is nothing. */
function withEmptyWeeks(groups: readonly LabelledGroup[], points: readonly ChartPoint[]): ChartPoint[] {
  const weeks = groups.map(({ label }) => Number(label.order)).filter(Number.isFinite);
  const known = new Map(points.map((point) => [point.label, point]));
  const all: ChartPoint[] = [];
  for (let monday = Math.min(...weeks); monday <= Math.max(...weeks); monday += 7) {
    const { text } = labelOfWeek(monday);
    all.push(known.get(text) ?? { label: text, values: [null] });
  }
  return all;
}

async function stackedData(reading: Reading, entity: EntityModel, chart: StackedChart): Promise<ChartData> {
  const split = entity.fieldNamed(chart.split);
  const groups = await groupRows(reading, { entity, by: chart.by, where: chart.where, split });
  const labels = new Map(groups.flatMap(({ parts }) => parts).map(({ cell }) => [cell, labelOf(split.field, cell)]));
  const values = [...labels].sort(([, a], [, b]) => compareLabels(a, b));
  const points = groups.map(({ label, parts }) => ({
    label: label.text,
    values: values.map(([cell]) => parts.find((part) => part.cell === cell)?.rows ?? 0),
  }));
  return { chart, series: values.map(([, { text }]) => ({ title: text, form: 'count' })), points };
}

async function boxData(reading: Reading, entity: EntityModel, chart: BoxChart): Promise<ChartData> {
  const field = entity.fieldNamed(chart.field);
  const groups = await groupRows(reading, { entity, by: chart.by, where: chart.where, split: field });
  const points = groups.flatMap(({ label, parts }) => {
    const spread = spreadOf(countedOf(parts, unitsOf(field)));
    if (!spread) return [];
    const { least, lower, median, upper, most, mean } = spread;
    return [{ label: label.text, values: [least, lower, median, upper, most, mean] }];
  });
  const series = ['Least', 'Lower quartile', 'Median', 'Upper quartile', 'Most', 'Mean'];
  return limited({ chart, series: series.map((title) => ({ title, form: 'decimal' })), points });
}

async function histogramData(reading: Reading, entity: EntityModel, chart: HistogramChart): Promise<ChartData> {
  const field = entity.fieldNamed(chart.field);
  const groups = await groupRows(reading, { entity, by: { path: chart.field }, where: chart.where });
  // Numbers are ordered by themselves; rows without a value come last, at infinity.
  const counted = groups.flatMap(({ label: { order }, parts }) =>
    typeof order === 'number' && Number.isFinite(order) ? [{ value: order / unitsOf(field), count: parts[0]?.rows ?? 0 }] : [],
  );
  const bins = binned(counted, chart.step);
  const points = bins.map(({ from, count }) => ({ label: `${from}–${from + chart.step}`, values: [count] }));
  return { chart, series: [{ title: chart.values, form: 'count' }], points };
}

/** Rows of the target are counted by how many rows refer to them, none included. */
async function loadData(reading: Reading, entity: EntityModel, chart: LoadChart): Promise<ChartData> {
  const { via } = pathOf(entity, `${chart.reference.replace(/Id$/, '')}.${keyOfTarget(entity, chart.reference)}`);
  const [reference] = via;
  const sizes = new Map<number, number>();
  if (reference) {
    for await (const rows of rowsOf(reading, reference.to)) {
      const parents = rows.map((row) => keyOf(reference.to, row));
      const within = { kind: 'inverse', by: reference.field, parents } as const;
      const query = { entity, ...conditionOf(entity, chart.where), within, ...signalOf(reading) };
      for (const count of await reading.generation.count(query)) sizes.set(count, (sizes.get(count) ?? 0) + 1);
    }
  }
  const known = [...sizes.keys()];
  const least = Math.min(...known);
  const range = known.length > 0 ? Math.max(...known) - least + 1 : 0;
  const step = Math.max(1, Math.ceil(range / MOST_POINTS));
  const points = Array.from({ length: Math.ceil(range / step) }, (_, index) => {
    const from = least + index * step;
    const within = known.filter((size) => size >= from && size < from + step);
    const label = step === 1 ? String(from) : `${from}–${from + step - 1}`;
    return { label, values: [within.reduce((sum, size) => sum + (sizes.get(size) ?? 0), 0)] };
  });
  return { chart, series: [{ title: chart.values, form: 'count' }], points };
}

function keyOfTarget(entity: EntityModel, reference: string): string {
  return entity.domain.entity(entity.fieldNamed(reference).field.target).key.name;
}

function countedOf(parts: readonly Part[], units: number): Counted {
  return parts.flatMap(({ cell, rows }) => (typeof cell === 'number' ? [{ value: cell / units, count: rows }] : []));
}

function limited(data: ChartData): ChartData {
  if (data.points.length <= MOST_POINTS || data.chart.kind === 'line') return data;
  const greatest = data.points.toSorted((a, b) => (b.values[0] ?? 0) - (a.values[0] ?? 0)).slice(0, MOST_POINTS);
  return {
    ...data,
    points: data.points.filter((point) => greatest.includes(point)),
    note: `The ${MOST_POINTS} greatest of ${data.points.length}.`,
  };
}
