import type { Server } from './databases.ts';
import type { RoundResult, Side } from './side.ts';

/** One line of the table: what one side does, beside what another does in the same rounds. */
export interface Line {
  readonly what: string;
  /** The names of the two sides. */
  readonly ours: string;
  readonly theirs: string;
  /** What the other side does. */
  readonly beside: string;
  readonly of: 'rows/s' | 'MiB';
  /** What the ratio is to be. Left out where there is nothing to reach. */
  readonly wanted?: { readonly atLeast: number } | { readonly atMost: number };
  /** What exactly was counted. */
  readonly counted: string;
}

/** Sides that are run in turn, so that whatever disturbs the machine disturbs them all, and the lines that follow from them. */
export interface Comparison {
  /** `npm run bench -- NAME`. */
  readonly name: string;
  readonly needs: readonly Server[];
  readonly sides: Readonly<Record<string, Side>>;
  readonly lines: readonly Line[];
  /** What else there is to say of the outcome, in a sentence. */
  readonly remark?: (outcome: Outcome) => string;
}

/** What came out of a comparison. */
export interface Outcome {
  readonly comparison: Comparison;
  /** By side: all rounds. Empty where it could not be measured. */
  readonly rounds: Readonly<Record<string, readonly RoundResult[]>>;
  /** Why it could not be measured. */
  readonly notMeasured?: string;
}
