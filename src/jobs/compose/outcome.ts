import type { CellRow } from '../../definition/index.ts';
import type { Mark } from '../../store/store.ts';
import type { Candidate } from './candidates.ts';

/** How a row changes. */
export type Change = 'make' | 'update' | 'keep' | 'remove';

/** What will be there. */
export interface Outcome {
  readonly row: CellRow | undefined;
  readonly mark: Mark | undefined;
  /** Undefined where there is no row, and was none. */
  readonly change: Change | undefined;
}

/**
 * Whether a row has to be made to decide what will be there. `compares` says that rows which are copied may differ from what the
 * recipe makes now.
 */
export function isWanted({ treatment, isPlanned, stored, mark }: Candidate, compares: boolean): boolean {
  if (!isPlanned) return false;
  switch (treatment) {
    case 'merge':
      return !stored || mark === undefined;
    case 'reset':
      return mark !== 'imported';
    case 'update':
      return stored !== undefined && mark === undefined;
    case 'copy':
      return compares && stored !== undefined && mark === undefined;
    case 'remove':
      return false;
  }
}

/**
 * Decides what will be at an address. `made` is the row that the recipe makes, where it was wanted; it `dangles` when it refers to
 * rows that will not be there. Afterwards whatever the recipe makes is there unmarked, or has a mark that says why not.
 */
export function outcomeOf(candidate: Candidate, made: CellRow | undefined, dangles: boolean): Outcome {
  const { treatment, isPlanned, stored, mark } = candidate;
  if (treatment === 'remove') return { row: undefined, mark: absent(candidate), change: stored && 'remove' };
  if (made && !dangles && treatment !== 'copy') return { row: made, mark: undefined, change: changeOf(stored, made) };
  if (!stored) return { row: undefined, mark: absent(candidate), change: undefined };
  const isAsMade = made ? isSame(made, stored) : isPlanned;
  return { row: stored, mark: mark ?? (isAsMade ? undefined : 'kept'), change: 'keep' };
}

/** An address stays used; and a row that is left out on purpose has not been lost. */
function absent({ isPlanned, mark }: Candidate): Mark | undefined {
  return isPlanned || mark === 'deleted' ? 'deleted' : undefined;
}

function changeOf(stored: CellRow | undefined, made: CellRow): Change {
  if (!stored) return 'make';
  return isSame(made, stored) ? 'keep' : 'update';
}

function isSame(one: CellRow, other: CellRow): boolean {
  return one.every((cell, index) => cell === (other[index] ?? null));
}
