import { setImmediate as nextTurn } from 'node:timers/promises';

// With the statement that passes it, a turn stays at about 10 ms.
const msPerTurn = 5;

// Of the process, as the event loop is: many readers at once have to share a turn.
let spent = 0;
let renewing = false;

/** Waits until this turn of the event loop has time for a statement. @throws the signal's reason once it is aborted. */
export async function turn(signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted();
  while (spent >= msPerTurn) {
    await nextTurn();
    signal?.throwIfAborted();
  }
}

/** Runs a statement and counts the time that it takes against this turn. */
export function timed<Result>(run: () => Result): Result {
  const start = performance.now();
  try {
    return run();
  } finally {
    spent += performance.now() - start;
    renew();
  }
}

function renew(): void {
  if (renewing) return;
  renewing = true;
  setImmediate(() => {
    spent = 0;
    renewing = false;
  });
}
