import { existsSync, mkdirSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { LRUCache } from 'lru-cache';
import { StoreError } from '../error.ts';
import { Connection } from './connection.ts';

/** Where the databases of generations are: in files, or in memory. Names are `<dataset>/<domain>.<id>.sqlite`. */
export interface GenerationFiles {
  /** The file that a worker could open as well; undefined in memory. */
  pathOf(name: string): string | undefined;
  /** Makes an empty database. */
  create(name: string): Connection;
  exists(name: string): boolean;
  /** When the database was last written to, in milliseconds; 0 when it is not known. */
  writtenAt(name: string): Promise<number>;
  /** The open database. Not to be kept over an `await`: it may be closed to make room. @throws StoreError STORE_UNAVAILABLE. */
  open(name: string): Connection;
  /** Hands over the open database without closing it, opening it if need be; undefined when it is gone or damaged. */
  release(name: string): Connection | undefined;
  /** Closes and removes the database. */
  remove(name: string): void;
  /** Removes a dataset's folder, if it is empty. */
  removeFolder(dataset: string): void;
  close(): void;
}

const suffixes = ['', '-wal', '-shm'];

/** Databases in a directory, of which at most `maxOpen` are open. */
export function filesIn(directory: string, maxOpen = 64): GenerationFiles {
  const open = new LRUCache<string, Connection>({
    max: maxOpen,
    dispose: (connection, _name, reason) => {
      if (reason === 'evict') connection.close();
    },
  });
  const pathOf = (name: string) => join(directory, name);
  const connect = (name: string) => {
    const connection = new Connection(pathOf(name));
    open.set(name, connection);
    return connection;
  };
  const exists = (name: string) => existsSync(pathOf(name));
  return {
    pathOf,
    exists,
    writtenAt: async (name) => Math.max(...(await Promise.all(['', '-wal'].map((suffix) => mtimeOf(pathOf(name) + suffix))))),
    create: (name) => {
      mkdirSync(dirname(pathOf(name)), { recursive: true });
      return connect(name);
    },
    open: (name) => {
      const known = open.get(name);
      if (known) return known;
      // SQLite would make an empty database.
      if (!exists(name)) throw missing(pathOf(name));
      return connect(name);
    },
    release: (name) => {
      const connection = open.get(name) ?? reconnect(pathOf(name));
      open.delete(name);
      return connection;
    },
    remove: (name) => {
      open.get(name)?.close();
      open.delete(name);
      removeFile(pathOf(name));
    },
    removeFolder: (dataset) => {
      const folder = join(directory, dataset);
      // What a seeding beside has begun stays.
      if (existsSync(folder) && readdirSync(folder).length === 0) rmdirSync(folder);
    },
    close: () => {
      for (const connection of open.values()) connection.close();
      open.clear();
    },
  };
}

/** Databases in memory, gone with the process. */
export function filesInMemory(): GenerationFiles {
  const open = new Map<string, Connection>();
  return {
    pathOf: () => undefined,
    exists: (name) => open.has(name),
    writtenAt: async () => 0,
    create: (name) => {
      const connection = new Connection(':memory:');
      open.set(name, connection);
      return connection;
    },
    open: (name) => {
      const connection = open.get(name);
      if (!connection) throw missing(name);
      return connection;
    },
    release: (name) => {
      const connection = open.get(name);
      open.delete(name);
      return connection;
    },
    remove: (name) => {
      open.get(name)?.close();
      open.delete(name);
    },
    removeFolder: () => undefined,
    close: () => {
      for (const connection of open.values()) connection.close();
      open.clear();
    },
  };
}

/** The names of the generations that lie in a directory. */
export function generationNamesIn(directory: string): string[] {
  const datasets = readdirSync(directory, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return datasets.flatMap(({ name }) =>
    readdirSync(join(directory, name))
      .filter((file) => file.endsWith('.sqlite'))
      .map((file) => `${name}/${file}`),
  );
}

/** Removes a database with what SQLite keeps beside it. Those who have it open can go on reading. */
export function removeFile(path: string): void {
  for (const suffix of suffixes) rmSync(`${path}${suffix}`, { force: true });
}

async function mtimeOf(path: string): Promise<number> {
  const stats = await stat(path).catch(() => undefined);
  return stats?.mtimeMs ?? 0;
}

function reconnect(path: string): Connection | undefined {
  try {
    return existsSync(path) ? new Connection(path) : undefined;
  } catch (error) {
    // It is about to be removed, which must be possible for a damaged file too.
    if (error instanceof StoreError) return undefined;
    throw error;
  }
}

function missing(path: string): StoreError {
  return new StoreError(
    'STORE_UNAVAILABLE',
    `The generation "${path}" is gone: a newer one has replaced it. Open the dataset again.`,
    {
      details: { file: path },
    },
  );
}
