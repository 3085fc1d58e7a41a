import { once } from 'node:events';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Connection } from './connection.ts';
import { isSqliteFailure, type SqliteFailure, storeErrorOf } from './failure.ts';

/** What the worker is told, and what it answers. */
export interface IndexingTask {
  readonly file: string;
  readonly statements: readonly string[];
}
export type IndexingResult = { readonly failure: SqliteFailure | string | undefined };

/** Runs statements that take long on a file, in a thread of their own. @throws StoreError as `storeErrorOf` tells. */
export async function runInWorker(task: IndexingTask): Promise<void> {
  // Beside this file: TypeScript in a checkout, JavaScript in the package.
  const script = new URL(`./index-worker${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url);
  const worker = new Worker(script, { workerData: task });
  try {
    const [result]: IndexingResult[] = await once(worker, 'message');
    if (result?.failure !== undefined) throw failureOf(result.failure, task.file);
  } finally {
    await worker.terminate();
  }
}

/** The same in this thread, for what is in memory or small: one statement a turn of the event loop. */
export async function runInTurns(connection: Connection, statements: readonly string[]): Promise<void> {
  for (const statement of statements) {
    await nextTurn();
    connection.exec(statement);
  }
}

function failureOf(failure: SqliteFailure | string, file: string): unknown {
  return isSqliteFailure(failure) ? storeErrorOf(failure, file) : new Error(failure);
}
