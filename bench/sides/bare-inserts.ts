import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { PlanRequest } from '../../src/plan/index.ts';
import type { Round } from '../side.ts';
import { databaseIn, inFolder, seedInto } from '../workshop.ts';

/** The limit of SQLite: the rows that ours writes, ready-made in memory, by bare prepared statements into the same tables. */
export default async function prepare(request: PlanRequest): Promise<Round> {
  const ready = await inFolder(async (folder) => {
    await seedInto(`file:${folder}`, request);
    return readReadyMade(databaseIn(folder));
  });
  return async (clock) => {
    await inFolder((folder) => clock(() => insert(join(folder, 'bare.sqlite'), ready)));
    return { rows: ready.rows };
  };
}

type Cell = string | number | null;

/** A database's tables with their rows, ready-made in memory, and the statements that make its tables and indexes. */
interface ReadyMade {
  readonly rows: number;
  readonly tables: readonly {
    readonly name: string;
    readonly create: string;
    readonly width: number;
    readonly rows: readonly Cell[][];
  }[];
  readonly indexes: readonly string[];
}

const ROWS_A_STATEMENT = 100;
const ROWS_A_TRANSACTION = 10_000;

/** Reads what Seedgraph has written, shadow columns and all, so that both sides store the very same. */
function readReadyMade(file: string): ReadyMade {
  const database = new DatabaseSync(file, { readOnly: true });
  const schema = database
    .prepare("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'")
    .all();
  const tables = schema
    .filter(({ type, name }) => type === 'table' && !String(name).startsWith('_'))
    .map(({ name, sql }) => {
      const statement = database.prepare(`SELECT * FROM "${name}"`);
      statement.setReturnArrays(true);
      // Tables hold texts and numbers alone.
      const rows = statement.all() as unknown as Cell[][];
      return { name: String(name), create: String(sql), width: statement.columns().length, rows };
    });
  database.close();
  const names = new Set(tables.map(({ name }) => name));
  const indexes = schema.filter(
    ({ type, sql }) => type === 'index' && [...names].some((name) => String(sql).includes(`"${name}"`)),
  );
  return { rows: tables.reduce((sum, { rows }) => sum + rows.length, 0), tables, indexes: indexes.map(({ sql }) => String(sql)) };
}

/** Tables, rows, then the same indexes. No generation, no digest, no checkpoints. */
function insert(file: string, { tables, indexes }: ReadyMade): void {
  const database = new DatabaseSync(file);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
  for (const { create } of tables) database.exec(create);
  for (const { name, width, rows } of tables) {
    const tuple = `(${new Array(width).fill('?').join()})`;
    const prepare = (count: number) => database.prepare(`INSERT INTO "${name}" VALUES ${new Array(count).fill(tuple).join()}`);
    const full = prepare(ROWS_A_STATEMENT);
    for (let from = 0; from < rows.length; from += ROWS_A_TRANSACTION) {
      database.exec('BEGIN');
      for (let at = from; at < Math.min(rows.length, from + ROWS_A_TRANSACTION); at += ROWS_A_STATEMENT) {
        const part = rows.slice(at, at + ROWS_A_STATEMENT);
        (part.length === ROWS_A_STATEMENT ? full : prepare(part.length)).run(...part.flat());
      }
      database.exec('COMMIT');
    }
  }
  for (const index of indexes) database.exec(index);
  database.close();
}
