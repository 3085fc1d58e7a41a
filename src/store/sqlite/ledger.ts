import type { Ledger, LedgerCount, LedgerEntry, LedgerHead, LedgerState } from '../ledger.ts';
import type { Connection } from './connection.ts';

const schema = [
  `CREATE TABLE IF NOT EXISTS "head" ("one" INTEGER PRIMARY KEY CHECK ("one" = 1), "id" TEXT NOT NULL, "digest" TEXT NOT NULL,
    "unknown_before" INTEGER NOT NULL) STRICT`,
  `CREATE TABLE IF NOT EXISTS "entry" ("entity" TEXT NOT NULL, "key" TEXT NOT NULL, "state" TEXT NOT NULL, "id" TEXT, "reason" TEXT,
    PRIMARY KEY ("entity", "key")) STRICT, WITHOUT ROWID`,
  'CREATE INDEX IF NOT EXISTS "entry_id" ON "entry" ("entity", "id") WHERE "id" IS NOT NULL',
  'CREATE INDEX IF NOT EXISTS "entry_missing" ON "entry" ("state", "entity", "key") WHERE "reason" IS NOT NULL',
  // Counting millions of entries would hold everybody up.
  `CREATE TABLE IF NOT EXISTS "count" ("entity" TEXT NOT NULL, "state" TEXT NOT NULL, "rows" INTEGER NOT NULL,
    PRIMARY KEY ("entity", "state")) STRICT, WITHOUT ROWID`,
];

/** A ledger in a SQLite database of its own. */
export class SqliteLedger implements Ledger {
  readonly #connection: Connection;
  readonly #onClose: () => void;

  constructor(connection: Connection, onClose: () => void) {
    this.#connection = connection;
    this.#onClose = onClose;
    for (const statement of schema) connection.exec(statement);
  }

  async head(): Promise<LedgerHead | undefined> {
    const row = this.#connection.get('SELECT "id", "digest", "unknown_before" FROM "head"');
    return row && { id: String(row[0]), digest: String(row[1]), unknownBefore: row[2] === 1 };
  }

  async begin({ id, digest, unknownBefore }: LedgerHead): Promise<void> {
    this.#connection.write(() => {
      this.#connection.run('DELETE FROM "entry"');
      this.#connection.run('DELETE FROM "count"');
      this.#connection.run('INSERT OR REPLACE INTO "head" VALUES (1, ?, ?, ?)', [id, digest, unknownBefore ? 1 : 0]);
    });
  }

  async entries(entity: string, keys: readonly string[]): Promise<(LedgerEntry | undefined)[]> {
    const rows = this.#connection.all(
      'SELECT "key", "state", "id", "reason" FROM "entry" WHERE "entity" = ? AND "key" IN (SELECT value FROM json_each(?))',
      [entity, JSON.stringify(keys)],
    );
    const found = new Map(rows.map((row) => [String(row[0]), entryOf(row)]));
    return keys.map((key) => found.get(key));
  }

  async write(entity: string, entries: readonly LedgerEntry[]): Promise<void> {
    // What is about to be sent must not be forgotten, lest it be sent twice; an outcome that is lost can be looked up.
    const lasting = entries.some(({ state }) => state === 'sent');
    if (lasting) this.#connection.exec('PRAGMA synchronous = full');
    try {
      this.#connection.write(() => {
        for (const entry of entries) this.#put(entity, entry);
      });
    } finally {
      if (lasting) this.#connection.exec('PRAGMA synchronous = normal');
    }
  }

  async holder(entity: string, id: string): Promise<string | undefined> {
    const row = this.#connection.get('SELECT "key" FROM "entry" WHERE "entity" = ? AND "id" = ?', [entity, id]);
    return row && String(row[0]);
  }

  async counts(): Promise<LedgerCount[]> {
    const rows = this.#connection.all('SELECT "entity", "state", "rows" FROM "count" WHERE "rows" > 0');
    return rows.map(([entity, state, count]) => ({
      entity: String(entity),
      state: String(state) as LedgerState,
      rows: Number(count),
    }));
  }

  async missing(limit: number): Promise<(LedgerEntry & { readonly entity: string })[]> {
    const found: (LedgerEntry & { readonly entity: string })[] = [];
    for (const state of ['failed', 'uncertain', 'skipped']) {
      const rows = this.#connection.all(
        `SELECT "key", "state", "id", "reason", "entity" FROM "entry" WHERE "reason" IS NOT NULL AND "state" = ?
         ORDER BY "entity", "key" LIMIT ?`,
        [state, limit - found.length],
      );
      found.push(...rows.map((row) => ({ ...entryOf(row), entity: String(row[4]) })));
    }
    return found;
  }

  async close(): Promise<void> {
    this.#onClose();
  }

  #put(entity: string, { key, state, id, reason }: LedgerEntry): void {
    const before = this.#connection.get('SELECT "state" FROM "entry" WHERE "entity" = ? AND "key" = ?', [entity, key]);
    this.#connection.run('INSERT OR REPLACE INTO "entry" VALUES (?, ?, ?, ?, ?)', [entity, key, state, id, reason]);
    if (before) this.#count(entity, String(before[0]), -1);
    this.#count(entity, state, 1);
  }

  #count(entity: string, state: string, change: number): void {
    this.#connection.run(
      `INSERT INTO "count" VALUES (?, ?, ?) ON CONFLICT ("entity", "state") DO UPDATE SET "rows" = "rows" + excluded."rows"`,
      [entity, state, change],
    );
  }
}

// The states in the table were written by this class.
function entryOf([key, state, id, reason]: readonly unknown[]): LedgerEntry {
  return { key: String(key), state: String(state) as LedgerState, id: textOf(id), reason: textOf(reason) };
}

function textOf(cell: unknown): string | null {
  return cell === null ? null : String(cell);
}
