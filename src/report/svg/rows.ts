import { type Markup, markup } from '../markup.ts';
import type { ChartData } from '../report-data.ts';
import { cut, type From, label, picture, scaleOf, ticksOf, valuesOf, widthOf } from './frame.ts';

const ROW = 26;
const TOP = 8;
const MOST_LABEL = 170;

/** Where groups stand one below the other: their labels at the left, an axis of values below. */
export interface RowFrame {
  readonly y: (index: number) => number;
  readonly x: (value: number) => number;
  readonly start: number;
  readonly picture: (content: readonly Markup[]) => Markup;
}

/** The frame of a chart whose groups have long names. */
export function rowFrame(data: ChartData, total: number, values: readonly number[], from: From, room: number): RowFrame {
  const form = data.series[0]?.form ?? 'count';
  const start = Math.min(MOST_LABEL, Math.max(...data.points.map((point) => widthOf(point.label)))) + 10;
  const bottom = TOP + data.points.length * ROW + 4;
  const scale = scaleOf(values, [start, total - room], from, form);
  const y = (index: number) => TOP + index * ROW + ROW / 2;
  const lines = ticksOf(scale, form).map(
    ({ at, text }) =>
      markup`<line x1="${at}" x2="${at}" y1="${TOP}" y2="${bottom}" class="grid"/>${label(at, bottom + 16, text)}`,
  );
  const names = data.points.map((point, index) =>
    label(start - 8, y(index) + 4, cut(point.label, MOST_LABEL), { anchor: 'end' }),
  );
  const axis = label((start + total - room) / 2, bottom + 36, valuesOf(data), {
    of: 'axis',
  });
  return { y, x: scale, start, picture: (content) => picture(data, total, bottom + 44, [lines, names, content, axis]) };
}
