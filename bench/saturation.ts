import { availableParallelism } from 'node:os';
import type { Outcome } from './comparison.ts';
import { median } from './measure.ts';
import type { RoundResult } from './side.ts';

/** What is gained less than this is noise. */
const GROWTH = 1.1;

/** A sentence: which of the sides, each larger than the one before, is the last that was faster, and who had the cores then. */
export function saturationOf({ rounds }: Outcome): string {
  const sides = Object.entries(rounds).map(([name, results]) => ({ name, results, rate: rateOf(results) }));
  const last = sides.findLast(
    ({ rate }, at) => at === 0 || rate > GROWTH * Math.max(...sides.slice(0, at).map((each) => each.rate)),
  );
  if (!last) return '';
  const shares = sharesOf(last.results);
  const sum = Object.values(shares).reduce((total, share) => total + share, 0);
  const parts = Object.entries(shares).map(([kind, share]) => `${kind} ${percent(share)}`);
  const end = last === sides.at(-1) ? 'It still grows with' : 'It stops growing at';
  return `${end} ${last.name}, when ${percent(sum)} of ${availableParallelism()} cores were taken: ${parts.join(', ')}.`;
}

/** By kind of process: its part of all cores while the work was done, from 0 to 1. */
function sharesOf(results: readonly RoundResult[]): Record<string, number> {
  const kinds = Object.keys(results[0]?.processor ?? {});
  const share = (kind: string) =>
    median(results.map(({ processor, seconds }) => (processor?.[kind] ?? 0) / seconds / availableParallelism()));
  return Object.fromEntries(kinds.map((kind) => [kind, share(kind)]));
}

const rateOf = (results: readonly RoundResult[]) => median(results.map(({ rows, seconds }) => rows / seconds));
const percent = (share: number) => `${Math.round(share * 100)} %`;
