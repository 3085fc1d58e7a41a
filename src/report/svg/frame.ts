import { type ScaleLinear, scaleLinear } from 'd3-scale';
import { type Markup, markup, type Part } from '../markup.ts';
import { formatNumber } from '../numbers.ts';
import type { ChartData, NumberForm } from '../report-data.ts';

/** The widths that charts are drawn in, in units of their own; a page stretches both alike, so that letters have one size. */
export const HALF = 460;
export const WIDE = 960;
/** About the width of a character of 12 units. */
const CHARACTER = 6.6;
const TICKS = 5;

/** The widths around the area that is drawn in. */
export interface Margins {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** How wide a text is drawn, about. */
export function widthOf(text: string): number {
  return text.length * CHARACTER;
}

/** A text that fits a width; cut with an ellipsis where it does not. */
export function cut(text: string, width: number): string {
  const most = Math.floor(width / CHARACTER);
  return text.length <= most ? text : `${text.slice(0, Math.max(1, most - 1))}…`;
}

/** Where an axis of values begins: at zero, a little below the least value, or at a round number before it. */
export type From = 'zero' | 'data' | 'ends';

/** A scale of values from pixel to pixel: from zero, or around what there is, with round ends. */
export function scaleOf(
  values: readonly number[],
  range: readonly [number, number],
  from: From,
  form: NumberForm,
): ScaleLinear<number, number> {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const room = from === 'ends' ? 0 : Math.max((most - least) * 0.15, Math.abs(most) * 0.01);
  const [low, high] = from === 'zero' ? [Math.min(0, least), most] : [least - room, most + room];
  // A share is never more than all, nor less than none.
  const ends = form === 'percent' ? [Math.max(0, low), Math.min(1, high)] : [low, high];
  return scaleLinear()
    .domain(ends[0] === ends[1] ? [0, 1] : ends)
    .range(range)
    .nice(TICKS);
}

/** Where a scale is marked, and how. Counts have no fractions. */
export function ticksOf(scale: ScaleLinear<number, number>, form: NumberForm): { readonly at: number; readonly text: string }[] {
  const ticks = scale.ticks(TICKS).filter((tick) => form !== 'count' || Number.isInteger(tick));
  const step = Math.abs((ticks[1] ?? 1) - (ticks[0] ?? 0)) * (form === 'percent' ? 100 : 1);
  const digits = step >= 1 || form === 'count' ? 0 : Math.min(3, Math.ceil(-Math.log10(step)));
  return ticks.map((tick) => ({ at: scale(tick), text: formatNumber(tick, form, digits) }));
}

/** The picture: a title and a description for those who cannot see it, and what is drawn. */
export function picture({ chart, points }: ChartData, width: number, height: number, content: Part): Markup {
  const summary = `${chart.description} ${points.length} groups; the numbers are in the table below.`;
  return markup`<svg viewBox="0 0 ${width} ${height}" role="img" preserveAspectRatio="xMidYMid meet"><title>${chart.title}</title><desc>${summary}</desc>${content}</svg>`;
}

/** A text at a place. */
export function label(
  x: number,
  y: number,
  text: string,
  options: { anchor?: 'start' | 'middle' | 'end'; of?: string } = {},
): Markup {
  return markup`<text x="${x}" y="${y}" text-anchor="${options.anchor ?? 'middle'}" class="${options.of ?? 'tick'}">${text}</text>`;
}

/** What is along the axis of values. */
export function valuesOf({ chart }: ChartData): string {
  return chart.kind === 'table' ? '' : chart.values;
}
