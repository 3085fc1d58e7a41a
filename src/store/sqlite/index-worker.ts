import { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import { isSqliteFailure } from './failure.ts';
import type { IndexingResult, IndexingTask } from './indexing.ts';

// Sorting spills to temporary files, so that memory stays bounded. No mmap here: a scan of the whole file would count as
// resident memory, 256 MB of it.
const pragmas = 'PRAGMA synchronous = normal; PRAGMA cache_size = -32000; PRAGMA mmap_size = 0; PRAGMA wal_autocheckpoint = 8000';

/** The entry of the thread that `runInWorker` starts: runs the statements, answers once, ends. */
function run({ file, statements }: IndexingTask): IndexingResult {
  try {
    const database = new DatabaseSync(file, { timeout: 5000, enableForeignKeyConstraints: false });
    database.exec(pragmas);
    for (const statement of statements) database.exec(statement);
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    database.close();
    return { failure: undefined };
  } catch (error) {
    // An error loses its code on the way between threads.
    return { failure: isSqliteFailure(error) ? { errcode: error.errcode, message: error.message } : String(error) };
  }
}

parentPort?.postMessage(run(workerData));
