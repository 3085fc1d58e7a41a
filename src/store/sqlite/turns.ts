import { setImmediate as nextTurn } from 'node:timers/promises';

/**
 * Rows that are looked at in one turn of the event loop. node:sqlite cannot interrupt a statement: 600,000 rows in one
 * took 81 ms; 10,000 take 1-2 ms in a scan and 4-5 ms by way of an index.
 */
export const rowsPerTurn = 10_000;

// Of the process, as the event loop is: many readers at once have to share a turn.
let left = rowsPerTurn;
let refilling = false;

/** Waits until rows may be looked at. @throws the signal's reason once it is aborted. */
export async function turn(signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted();
  while (left <= 0) {
    await nextTurn();
    signal?.throwIfAborted();
  }
}

/** Says that so many rows have been looked at in this turn. */
export function spend(rows: number): void {
  left -= rows;
  if (refilling) return;
  refilling = true;
  setImmediate(() => {
    left = rowsPerTurn;
    refilling = false;
  });
}
