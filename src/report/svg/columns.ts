import { scaleBand } from 'd3-scale';
import { type Markup, markup } from '../markup.ts';
import type { ChartData } from '../report-data.ts';
import { type From, label, type Margins, picture, scaleOf, ticksOf, valuesOf, widthOf } from './frame.ts';

const HEIGHT = 250;
/** Above the values there is room for the axis' name, and for a number above the highest bar. */
const TOP = 40;
/** A bar is no wider. */
const MOST_BAR = 64;

/** Where groups stand side by side: an axis of values at the left, one of groups below. */
export interface ColumnFrame {
  readonly x: (index: number) => number;
  readonly width: number;
  readonly y: (value: number) => number;
  readonly base: number;
  readonly axes: Markup;
  /** The size of the whole. */
  readonly total: number;
  readonly height: number;
}

/** The frame of a chart whose groups stand side by side. Of too many labels every nth is shown. */
export function columnFrame(data: ChartData, total: number, values: readonly number[], from: From, extra = 0): ColumnFrame {
  const form = data.series[0]?.form ?? 'count';
  const height = HEIGHT + extra;
  const base = HEIGHT - 48;
  const scale = scaleOf(values, [base, TOP], from, form);
  const ticks = ticksOf(scale, form);
  const margins: Margins = { top: TOP, right: 8, bottom: 48, left: Math.max(...ticks.map(({ text }) => widthOf(text)), 20) + 10 };
  const band = scaleBand<number>()
    .domain(data.points.map((_, index) => index))
    .range([margins.left, total - margins.right])
    .padding(0.2);
  const width = Math.min(MOST_BAR, band.bandwidth());
  const x = (index: number) => (band(index) ?? 0) + (band.bandwidth() - width) / 2;
  const every = Math.ceil((Math.max(...data.points.map((point) => widthOf(point.label))) + 8) / band.step());
  const lines = ticks.map(
    ({ at, text }) =>
      markup`<line x1="${margins.left}" x2="${total - margins.right}" y1="${at}" y2="${at}" class="grid"/>${label(margins.left - 6, at + 4, text, { anchor: 'end' })}`,
  );
  const names = data.points.map((point, index) => {
    const place = within(x(index) + width / 2, point.label, total);
    // Only the last one is moved; it goes without where that brings it to the one before.
    const room = place - x(Math.max(0, index - every)) - width / 2;
    const isShown = index % every === 0 && (index === 0 || room >= widthOf(point.label));
    return isShown && label(place, base + 17, point.label);
  });
  const ofValues = label(0, 14, valuesOf(data), { anchor: 'start', of: 'axis' });
  const axes = markup`${lines}${names}${ofValues}${label((margins.left + total) / 2, base + 38, data.chart.groups, { of: 'axis' })}`;
  return { x, width, y: scale, base, axes, total, height };
}

/** The middle of a text that would reach beyond the picture, moved so far that it does not. */
function within(middle: number, text: string, total: number): number {
  return Math.min(middle, total - widthOf(text) / 2);
}

/** Whether all labels fit side by side. */
export function fitsInColumns({ points }: ChartData, total: number): boolean {
  const each = (total - 60) / Math.max(1, points.length);
  return points.every((point) => widthOf(point.label) + 6 <= each);
}

/** A picture in such a frame. */
export function columnPicture(data: ChartData, frame: ColumnFrame, content: readonly Markup[], below?: Markup): Markup {
  return picture(data, frame.total, frame.height, [frame.axes, content, below]);
}
