import type { Chart } from '../definition/index.ts';
import type { Integrity } from '../verify/index.ts';

/** How numbers are written: a count of rows, a share from 0 to 1, a number with digits after the point. */
export type NumberForm = 'count' | 'percent' | 'decimal';

/** A group of a chart, and its values in the order of the series; null where there is none. */
export interface ChartPoint {
  readonly label: string;
  readonly values: readonly (number | null)[];
}

/** A chart with its numbers. */
export interface ChartData {
  readonly chart: Chart;
  /** What the values of a point are. */
  readonly series: readonly { readonly title: string; readonly form: NumberForm }[];
  readonly points: readonly ChartPoint[];
  /** Said below the chart: what was left out. */
  readonly note?: string;
}

/** A number at the head of a report; null where there are no rows. */
export interface FigureData {
  readonly title: string;
  readonly value: number | null;
  readonly form: NumberForm;
  readonly digits: number;
}

/** What a report says, before it is drawn. */
export interface ReportData {
  readonly title: string;
  readonly dataset: string;
  readonly domain: string;
  /** What made the dataset, operation by operation, in words. */
  readonly recipe: readonly string[];
  /** Of each entity: its type, what people call its rows, and how many there are. */
  readonly counts: readonly { readonly entity: string; readonly label: string; readonly rows: number }[];
  readonly digest: string;
  readonly figures: readonly FigureData[];
  readonly sections: readonly { readonly title: string; readonly charts: readonly ChartData[] }[];
  /** Missing where it was not asked for. */
  readonly integrity?: Integrity;
}
