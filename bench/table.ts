import type { Comparison, Line, Outcome } from './comparison.ts';
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
  const { what, beside, of, wanted, counted } = line;
  const target = wanted ? ('atLeast' in wanted ? `>= ${wanted.atLeast}` : `<= ${wanted.atMost}`) : '';
  if (outcome.notMeasured !== undefined) return [what, 'not measured', beside, '', '', target, firstLine(outcome.notMeasured)];
  const { ours, theirs, ratio, isReached } = figuresOf(line, outcome);
  const shown = ratio.toFixed(2);
  const verdict = isReached === undefined ? '' : isReached ? ', reached' : ', below';
  const missed = wanted && 'atMost' in wanted && isReached === false ? ', above' : verdict;
  return [what, `${thousands(ours)} ${of}`, beside, `${thousands(theirs)} ${of}`, `${shown} x`, target + missed, counted];
}

const firstLine = (text: string) => text.split('\n', 1)[0] ?? '';

function aligned(rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const [first, ...rest] = rows.map(
    (row) =>
      `| ${row.map((cell, column) => (/^[\d-]/.test(cell) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0))).join(' | ')} |`,
  );
  return [first, `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...rest].join('\n');
}

/** For each side what it took: medians of time, of processor time of its process, and its peak of memory. */
export function detailsOf({ comparison, rounds }: Outcome): string[] {
  return Object.entries(rounds).map(([side, results]) => {
    const [seconds, cpu] = [median(results.map((each) => each.seconds)), median(results.map((each) => each.cpu))];
    const peak = Math.max(...results.map((each) => each.peak));
    return `${titleOf(comparison, side)}: ${seconds.toFixed(2)} s, ${cpu.toFixed(2)} s of processor time, peak ${thousands(peak)} MiB`;
  });
}

const titleOf = ({ name }: Comparison, side: string) => `${name}, ${side}`;
