import type { Ledger, LedgerCount, LedgerEntry, LedgerHead, LedgerState } from '../ledger.ts';
import type { Database, TextRow } from './database.ts';

/** What a ledger is called. */
export interface LedgerName {
  readonly dataset: string;
  readonly domain: string;
  readonly target: string;
}

/** Opens a ledger, and makes it when it is missing. */
export async function openLedger(database: Database, { dataset, domain, target }: LedgerName): Promise<Ledger> {
  const name = [dataset, domain, target];
  const find = () =>
    database.rows('SELECT ordinal FROM seedgraph.ledger WHERE dataset = $1 AND domain = $2 AND target = $3', name);
  const [known] = await find();
  if (known) return new PostgresLedger(database, Number(known[0]));
  await database.run(
    'INSERT INTO seedgraph.ledger (dataset, domain, target) VALUES ($1, $2, $3) ON CONFLICT (dataset, domain, target) DO NOTHING',
    name,
  );
  const [made] = await find();
  return new PostgresLedger(database, Number(made?.[0]));
}

/** A ledger in the control schema. Commits wait for the disk, so that what is about to be sent is not forgotten in a power cut. */
class PostgresLedger implements Ledger {
  readonly #database: Database;
  readonly #ordinal: number;

  constructor(database: Database, ordinal: number) {
    this.#database = database;
    this.#ordinal = ordinal;
  }

  async head(): Promise<LedgerHead | undefined> {
    const [row] = await this.#database.rows('SELECT head FROM seedgraph.ledger WHERE ordinal = $1', [this.#ordinal]);
    return row?.[0] ? JSON.parse(row[0]) : undefined;
  }

  async begin({ id, digest, unknownBefore }: LedgerHead): Promise<void> {
    const head = JSON.stringify({ id, digest, unknownBefore });
    await this.#database.transaction(
      async (client) => {
        await client.run('DELETE FROM seedgraph.ledger_entry WHERE ledger = $1', [this.#ordinal]);
        await client.run('UPDATE seedgraph.ledger SET head = $2 WHERE ordinal = $1', [this.#ordinal, head]);
      },
      { repeatable: true, statementTimeout: 0 },
    );
  }

  async entries(entity: string, keys: readonly string[]): Promise<(LedgerEntry | undefined)[]> {
    const rows = await this.#database.rows(
      `SELECT key, state, remote_id, reason FROM seedgraph.ledger_entry WHERE ledger = $1 AND entity = $2 AND key = ANY($3)`,
      [this.#ordinal, entity, keys],
    );
    const found = new Map(rows.map((row) => [row[0], entryOf(row)]));
    return keys.map((key) => found.get(key));
  }

  async write(entity: string, entries: readonly LedgerEntry[]): Promise<void> {
    // One statement may not write a row twice; the last word counts.
    const last = [...new Map(entries.map((entry) => [entry.key, entry])).values()];
    await this.#database.run(
      `INSERT INTO seedgraph.ledger_entry (ledger, entity, key, state, remote_id, reason)
       SELECT $1, $2, * FROM unnest($3::text[], $4::text[], $5::text[], $6::text[])
       ON CONFLICT (ledger, entity, key) DO UPDATE SET state = excluded.state, remote_id = excluded.remote_id, reason = excluded.reason`,
      [
        this.#ordinal,
        entity,
        last.map(({ key }) => key),
        last.map(({ state }) => state),
        last.map(({ id }) => id),
        last.map(({ reason }) => reason),
      ],
    );
  }

  async holder(entity: string, id: string): Promise<string | undefined> {
    const [row] = await this.#database.rows(
      'SELECT key FROM seedgraph.ledger_entry WHERE ledger = $1 AND entity = $2 AND remote_id = $3 LIMIT 1',
      [this.#ordinal, entity, id],
    );
    return row?.[0] ?? undefined;
  }

  async counts(): Promise<LedgerCount[]> {
    const rows = await this.#database.rows(
      'SELECT entity, state, count(*) FROM seedgraph.ledger_entry WHERE ledger = $1 GROUP BY entity, state',
      [this.#ordinal],
    );
    return rows.map(([entity, state, count]) => ({
      entity: String(entity),
      state: state as LedgerState,
      rows: Number(count),
    }));
  }

  async missing(limit: number): Promise<(LedgerEntry & { readonly entity: string })[]> {
    const found: (LedgerEntry & { readonly entity: string })[] = [];
    for (const state of ['failed', 'uncertain', 'skipped']) {
      const rows = await this.#database.rows(
        `SELECT key, state, remote_id, reason, entity FROM seedgraph.ledger_entry
         WHERE ledger = $1 AND reason IS NOT NULL AND state = $2 ORDER BY entity, key LIMIT $3`,
        [this.#ordinal, state, limit - found.length],
      );
      found.push(...rows.map((row) => ({ ...entryOf(row), entity: String(row[4]) })));
    }
    return found;
  }

  async close(): Promise<void> {
    // It has no session of its own.
  }
}

// The states in the table were written by this class.
function entryOf([key, state, id, reason]: TextRow): LedgerEntry {
  return { key: String(key), state: state as LedgerState, id: id ?? null, reason: reason ?? null };
}
