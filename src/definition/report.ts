import type { Path, Where } from './rules.ts';

/** A figure over rows of an entity. */
export type Measure =
  /** How many. */
  | { readonly of: 'count' }
  /** The mean of a number. */
  | { readonly of: 'mean'; readonly field: string }
  /** The share of the rows whose field has one of these values, from 0 to 1. */
  | { readonly of: 'share'; readonly field: string; readonly in: readonly string[] };

/** What rows are grouped by: a field of their own, or one of a row that they refer to; dates by week, month or day of the week. */
export interface Grouping {
  /** At most one relation: `gradeLevel`, `student.gradeLevel`. */
  readonly path: Path;
  readonly unit?: 'week' | 'month' | 'weekday';
}

/** A number at the head of a report. */
export interface HeadlineFigure {
  readonly title: string;
  readonly entity: string;
  readonly measure: Measure;
  /** Divides it by the number of rows of this entity: students per teacher. */
  readonly per?: string;
  /** Digits after the point. Default: 0 for counts, else 1. */
  readonly digits?: number;
}

interface ChartOptions {
  readonly title: string;
  /** What it shows, for those who read and for those who cannot see it. */
  readonly description: string;
  readonly entity: string;
  /** Which rows. Default: all. */
  readonly where?: Where;
  /** What is along the axis of groups: "Grade". */
  readonly groups: string;
  /** What is along the axis of values: "Students". */
  readonly values: string;
}

/** A measure for each group. Bars begin at zero; dots and lines do not, and show small differences. */
export interface MeasuredChart extends ChartOptions {
  readonly kind: 'bars' | 'dots' | 'line';
  readonly by: Grouping;
  readonly measure: Measure;
}

/** Rows of each group, divided by an enumeration. */
export interface StackedChart extends ChartOptions {
  readonly kind: 'stack';
  readonly by: Grouping;
  readonly split: string;
}

/** How a number is distributed in each group: its extremes, quartiles and mean. */
export interface BoxChart extends ChartOptions {
  readonly kind: 'boxes';
  readonly by: Grouping;
  readonly field: string;
}

/** How a number is distributed over all rows, in bins. */
export interface HistogramChart extends ChartOptions {
  readonly kind: 'histogram';
  readonly field: string;
  readonly step: number;
}

/** How many rows of a reference's target have how many rows that refer to them: classes by their size. */
export interface LoadChart extends ChartOptions {
  readonly kind: 'load';
  readonly reference: string;
}

/** A line for each row of an entity with measures of what refers to it; left out where there are fewer than two. */
export interface TableChart extends Omit<ChartOptions, 'where' | 'values'> {
  readonly kind: 'table';
  /** The field that the lines are called by. */
  readonly label: string;
  readonly columns: readonly {
    readonly title: string;
    readonly entity: string;
    readonly reference: string;
    readonly measure: Measure;
  }[];
}

/** A chart, as data: a closed vocabulary that any domain can be reported in. */
export type Chart = MeasuredChart | StackedChart | BoxChart | HistogramChart | LoadChart | TableChart;

/** What a report of a domain shows. */
export interface ReportDefinition {
  /** "School report". */
  readonly title: string;
  readonly figures: readonly HeadlineFigure[];
  readonly sections: readonly { readonly title: string; readonly charts: readonly Chart[] }[];
}
