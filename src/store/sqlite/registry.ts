import { defaultDataset } from '../dataset-name.ts';
import { StoreError } from '../error.ts';
import type { DatasetRecord } from '../store.ts';
import type { Connection } from './connection.ts';
import type { GenerationRecord } from './generation.ts';

/** The tables of the control database. A file of an older layout is refused by `user_version`. */
const schema = `
  CREATE TABLE IF NOT EXISTS "dataset" ("name" TEXT PRIMARY KEY, "created_at" TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS "generation" ("id" TEXT PRIMARY KEY, "dataset" TEXT NOT NULL, "domain" TEXT NOT NULL,
    "published" INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE UNIQUE INDEX IF NOT EXISTS "generation__place" ON "generation" ("dataset", "domain", "published");
  CREATE TABLE IF NOT EXISTS "job" ("ordinal" INTEGER PRIMARY KEY AUTOINCREMENT, "id" TEXT NOT NULL UNIQUE,
    "idempotency_key" TEXT UNIQUE, "status" TEXT NOT NULL, "dataset" TEXT NOT NULL, "record" TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS "stop" ("job" TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS "lease" ("dataset" TEXT PRIMARY KEY, "token" TEXT NOT NULL, "pid" INTEGER NOT NULL,
    "host" TEXT NOT NULL, "renewed_at" INTEGER NOT NULL) STRICT, WITHOUT ROWID;
`;

/** Which datasets there are, and which generations: one row for the published and one for the unpublished of a domain. */
export class Registry {
  readonly #connection: Connection;
  readonly #published = new Map<string, GenerationRecord>();
  #publishedAt: number | undefined;
  readonly #maxDatasets: number;

  constructor(connection: Connection, maxDatasets: number) {
    this.#connection = connection;
    this.#maxDatasets = maxDatasets;
    connection.write(() => {
      connection.exec(schema);
      this.#addDataset(defaultDataset);
    });
  }

  datasets(): Omit<DatasetRecord, 'lastUsedAt'>[] {
    const rows = this.#connection.all(
      `SELECT d."name", d."created_at", json_group_array(g."domain") FILTER (WHERE g."published" = 1)
       FROM "dataset" d LEFT JOIN "generation" g ON g."dataset" = d."name" GROUP BY d."name" ORDER BY d."name"`,
    );
    return rows.map(([name, createdAt, domains]) => ({
      name: String(name),
      createdAt: String(createdAt),
      domains: (JSON.parse(String(domains ?? '[]')) as string[]).sort(),
    }));
  }

  /** Asked for by every request, hence remembered until something is written, by any process. */
  published(dataset: string, domain: string): GenerationRecord | undefined {
    const revision = this.#connection.revision();
    if (revision !== this.#publishedAt) this.#published.clear();
    this.#publishedAt = revision;
    const name = `${dataset}/${domain}`;
    const known = this.#published.get(name);
    if (known) return known;
    const [row] = this.#generations('"dataset" = ? AND "domain" = ? AND "published" = 1', [dataset, domain]);
    if (row) this.#published.set(name, row);
    return row;
  }

  generation(id: string): GenerationRecord | undefined {
    const [row] = this.#generations('"id" = ?', [id]);
    return row;
  }

  all(): GenerationRecord[] {
    return this.#generations('1 = 1', []);
  }

  /** Adds an unpublished generation, and its dataset. Returns the unpublished one that it takes the place of. */
  add({ id, dataset, domain }: GenerationRecord): GenerationRecord | undefined {
    return this.#connection.write(() => {
      this.#addDataset(dataset);
      const [older] = this.#generations('"dataset" = ? AND "domain" = ? AND "published" = 0', [dataset, domain]);
      if (older) this.#remove(older.id);
      this.#connection.run('INSERT INTO "generation" VALUES (?, ?, ?, 0)', [id, dataset, domain]);
      return older;
    });
  }

  /**
   * Publishes a generation and returns the one that it replaces.
   * @throws StoreError CONFLICT when it is not among the unpublished any more.
   */
  publish(id: string): GenerationRecord | undefined {
    return this.#connection.write(() => {
      const record = this.generation(id);
      if (!record || record.published) {
        throw new StoreError('CONFLICT', `The generation "${id}" is not waiting to be published: it is published or discarded.`);
      }
      const previous = this.published(record.dataset, record.domain);
      if (previous) this.#remove(previous.id);
      this.#connection.run('UPDATE "generation" SET "published" = 1 WHERE "id" = ?', [id]);
      return previous;
    });
  }

  /** Removes an unpublished generation, and a dataset that was made for it alone. False when there is none. */
  discard(id: string): boolean {
    return this.#connection.write(() => {
      const record = this.generation(id);
      if (!record || record.published) return false;
      this.#remove(id);
      this.#connection.run(
        'DELETE FROM "dataset" WHERE "name" = ?1 AND "name" <> ?2 AND NOT EXISTS (SELECT 1 FROM "generation" WHERE "dataset" = ?1)',
        [record.dataset, defaultDataset],
      );
      return true;
    });
  }

  /** Removes a dataset and returns its generations; undefined when there is no such dataset. */
  drop(dataset: string): GenerationRecord[] | undefined {
    return this.#connection.write(() => {
      if (!this.#connection.get('SELECT 1 FROM "dataset" WHERE "name" = ?', [dataset])) return undefined;
      const generations = this.#generations('"dataset" = ?', [dataset]);
      for (const { id } of generations) this.#remove(id);
      if (dataset !== defaultDataset) this.#connection.run('DELETE FROM "dataset" WHERE "name" = ?', [dataset]);
      return generations;
    });
  }

  #addDataset(name: string): void {
    if (this.#connection.get('SELECT 1 FROM "dataset" WHERE "name" = ?', [name])) return;
    const count = Number(this.#connection.get('SELECT count(*) FROM "dataset"')?.[0]);
    if (count >= this.#maxDatasets) {
      const message = `The store holds ${count} datasets, which is as many as it may. Drop one that is not needed any more.`;
      throw new StoreError('STORE_LIMIT', message, { details: { limit: this.#maxDatasets } });
    }
    this.#connection.run('INSERT INTO "dataset" VALUES (?, ?)', [name, new Date().toISOString()]);
  }

  #remove(id: string): void {
    this.#connection.run('DELETE FROM "generation" WHERE "id" = ?', [id]);
  }

  #generations(condition: string, parameters: readonly string[]): GenerationRecord[] {
    const sql = `SELECT "id", "dataset", "domain", "published" FROM "generation" WHERE ${condition}`;
    return this.#connection.all(sql, parameters).map(([id, dataset, domain, published]) => ({
      id: String(id),
      dataset: String(dataset),
      domain: String(domain),
      published: published === 1,
    }));
  }
}
