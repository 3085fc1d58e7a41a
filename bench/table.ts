import type { Line, Outcome } from './comparison.ts';
import { median, thousands } from './measure.ts';
import type { RoundResult } from './side.ts';

const head = ['what', 'ours', 'beside', 'theirs', 'ratio', 'wanted', 'counted'];

/** A line as figures. */
export interface Figures {
  readonly ours: number;
  readonly theirs: number;
  readonly ratio: number;
  /** Undefined where nothing was wanted. */
  readonly isReached: boolean | undefined;
}

/** Medians of all rounds, and the ratio of the medians. */
export function figuresOf({ of, ours, theirs, wanted }: Line, { rounds }: Outcome): Figures {
  const figure = (side: string) => median((rounds[side] ?? []).map(of === 'MiB' ? ({ peak }) => peak : rate));
  const ratio = figure(ours) / figure(theirs);
  const isReached = wanted && ('atLeast' in wanted ? ratio >= wanted.atLeast : ratio <= wanted.atMost);
  return { ours: figure(ours), theirs: figure(theirs), ratio, isReached };
}

const rate = ({ rows, seconds }: RoundResult) => rows / seconds;

/** The table, in Markdown that reads well on a terminal too. */
export function tableOf(outcomes: readonly Outcome[]): string {
  const lines = outcomes.flatMap((outcome) => outcome.comparison.lines.map((line) => cellsOf(line, outcome)));
  return aligned([head, ...lines]);
}

function cellsOf(line: Line, outcome: Outcome): string[] {
  const { what, beside, of, counted } = line;
  if (outcome.notMeasured !== undefined) {
    return [what, 'not measured', beside, '', '', wantedOf(line), firstLine(outcome.notMeasured)];
  }
  const { ours, theirs, ratio, isReached } = figuresOf(line, outcome);
  const wanted = isReached === undefined ? '' : `${wantedOf(line)}: ${isReached ? 'reached' : 'missed'}`;
  return [what, `${thousands(ours)} ${of}`, beside, `${thousands(theirs)} ${of}`, ratio.toFixed(2), wanted, counted];
}

function wantedOf({ wanted }: Line): string {
  if (!wanted) return '';
  return 'atLeast' in wanted ? `at least ${wanted.atLeast}` : `at most ${wanted.atMost}`;
}

const firstLine = (text: string) => text.split('\n', 1)[0] ?? '';

/** Columns of figures, which end in line. */
const figures = new Set(['ours', 'theirs', 'ratio']);

/** The last column is the longest by far: filling it up would wrap every line of a terminal. */
function aligned(rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  widths[head.length - 1] = 0;
  const fill = (cell: string, column: number) => {
    const width = widths[column] ?? 0;
    return figures.has(head[column] ?? '') ? cell.padStart(width) : cell.padEnd(width);
  };
  const [first, ...rest] = rows.map((row) => `| ${row.map(fill).join(' | ')} |`);
  const rule = `| ${widths.map((width) => '-'.repeat(Math.max(width, 3))).join(' | ')} |`;
  return [first, rule, ...rest].join('\n');
}

/** For each side what it took: medians of time and of processor time, and its peak of memory. */
export function detailsOf(outcome: Outcome): string[] {
  const { comparison, rounds } = outcome;
  const sides = Object.entries(rounds).map(([side, results]) => {
    const seconds = median(results.map((each) => each.seconds));
    return `${comparison.name}, ${side}: ${seconds.toFixed(2)} s; processor time ${processorOf(results)}`;
  });
  return comparison.remark && sides.length > 0 ? [...sides, `${comparison.name}: ${comparison.remark(outcome)}`] : sides;
}

/** Of a side's own process, with its peak of memory; or of those that it has started. */
function processorOf(results: readonly RoundResult[]): string {
  const [first] = results;
  const medianOf = (take: (result: RoundResult) => number) => `${median(results.map(take)).toFixed(2)} s`;
  const peak = Math.max(...results.map((each) => each.peak));
  if (!first?.processor) return `${medianOf(({ cpu }) => cpu)}, peak ${thousands(peak)} MiB`;
  return Object.keys(first.processor)
    .map((kind) => `${kind} ${medianOf(({ processor }) => processor?.[kind] ?? 0)}`)
    .join(', ');
}
