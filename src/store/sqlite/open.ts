import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { StoreError } from '../error.ts';
import type { Store } from '../store.ts';
import { Connection } from './connection.ts';
import { filesIn, filesInMemory, generationNamesIn, removeFile } from './files.ts';
import { fileNameOf } from './generation.ts';
import { ledgersIn, ledgersInMemory } from './ledgers.ts';
import { Registry } from './registry.ts';
import { SqliteStore } from './store.ts';

/** Where a SQLite store lies: in a directory, or in memory, where it ends with the process. */
export type SqliteStoreOptions =
  | {
      readonly directory: string;
      /** How many generations are kept open at once. Default 64. */
      readonly maxOpen?: number;
    }
  | {
      readonly memory: true;
      /** How many datasets there may be. Default 1,000. */
      readonly maxDatasets?: number;
      /** How many jobs that have come to an end are kept; the oldest are forgotten. Default 1,000. */
      readonly maxSettledJobs?: number;
    };

/**
 * Opens a store in SQLite. A directory is made when it is missing:
 *
 * - `control.sqlite`: datasets, the registry of generations, jobs and leases
 * - `<dataset>/<domain>.<generation>.sqlite`: the rows of one generation
 * - `<dataset>/<domain>.<target>.ledger`: which rows are known elsewhere
 *
 * Several processes may have the same directory open.
 *
 * @throws StoreError STORE_UNAVAILABLE when the directory or the control file cannot be used.
 */
export async function openSqliteStore(options: SqliteStoreOptions): Promise<Store> {
  return 'memory' in options ? openInMemory(options) : openDirectory(options.directory, options.maxOpen);
}

function openInMemory({ maxDatasets = 1_000, maxSettledJobs = 1_000 }: Extract<SqliteStoreOptions, { memory: true }>): Store {
  const connection = new Connection(':memory:');
  return new SqliteStore({
    url: 'memory:',
    connection,
    registry: new Registry(connection, maxDatasets),
    files: filesInMemory(),
    ledgers: ledgersInMemory(),
    maxSettledJobs,
  });
}

function openDirectory(directory: string, maxOpen?: number): Store {
  // Files first: one that is made meanwhile is in the registry before it is there.
  const names = namesIn(directory);
  const connection = new Connection(join(directory, 'control.sqlite'));
  const registry = new Registry(connection, Number.POSITIVE_INFINITY);
  const known = new Set(registry.all().map(fileNameOf));
  for (const name of names.filter((each) => !known.has(each))) removeFile(join(directory, name));
  const files = filesIn(directory, maxOpen);
  return new SqliteStore({
    url: `file:${directory}`,
    connection,
    registry,
    files,
    ledgers: ledgersIn(directory),
    maxSettledJobs: Number.POSITIVE_INFINITY,
  });
}

function namesIn(directory: string): string[] {
  try {
    mkdirSync(directory, { recursive: true });
    return generationNamesIn(directory);
  } catch (error) {
    const message = `The directory "${directory}" cannot be made or used. Check the path and its permissions.`;
    throw new StoreError('STORE_UNAVAILABLE', message, { details: { file: directory }, cause: error });
  }
}
