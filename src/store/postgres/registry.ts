import type { Client, Database, TextRow } from './database.ts';
import type { Revisions } from './revisions.ts';

/**
 * What a generation is to its dataset and domain. `building`: nobody sees it yet; `published`: readers see it; `replaced`: those who
 * read it already go on; `discarded`: it is gone, and its schema is to be dropped.
 */
export type GenerationStatus = 'building' | 'published' | 'replaced' | 'discarded';

/** What the registry knows of a generation. */
export interface GenerationRecord {
  readonly id: string;
  readonly dataset: string;
  readonly domain: string;
  readonly schema: string;
  readonly status: GenerationStatus;
}

/** A dataset, as the registry knows it. */
export interface RegisteredDataset {
  readonly name: string;
  /** In milliseconds since 1970, as the next. */
  readonly createdAt: number;
  readonly writtenAt: number;
  readonly domains: readonly string[];
}

const select = 'SELECT id, dataset, domain, schema_name, status FROM seedgraph.generation';

/** Which datasets and generations there are. */
export class Registry {
  readonly #database: Database;
  readonly #revisions: Revisions;
  readonly #published = new Map<string, GenerationRecord | undefined>();
  #publishedAt: number | undefined;

  constructor(database: Database, revisions: Revisions) {
    this.#database = database;
    this.#revisions = revisions;
  }

  /** In the order of their names. */
  async datasets(): Promise<RegisteredDataset[]> {
    const rows = await this.#database.rows(
      `SELECT d.name, ${millisecondsOf('d.created_at')}, ${millisecondsOf('greatest(d.created_at, max(g.written_at))')},
         coalesce(json_agg(g.domain ORDER BY g.domain) FILTER (WHERE g.domain IS NOT NULL), '[]')
       FROM seedgraph.dataset d LEFT JOIN seedgraph.generation g ON g.dataset = d.name AND g.status = 'published'
       GROUP BY d.name ORDER BY d.name`,
    );
    return rows.map(([name, createdAt, writtenAt, domains]) => ({
      name: String(name),
      createdAt: Number(createdAt),
      writtenAt: Number(writtenAt),
      domains: JSON.parse(String(domains)),
    }));
  }

  /** Asked for by every request, hence remembered until a generation is published or dropped, by any process. */
  async published(dataset: string, domain: string): Promise<GenerationRecord | undefined> {
    const revision = this.#revisions.ofRegistry;
    if (revision === undefined || revision !== this.#publishedAt) this.#published.clear();
    this.#publishedAt = revision;
    const name = `${dataset}/${domain}`;
    if (this.#published.has(name)) return this.#published.get(name);
    const record = await publishedIn(this.#database, dataset, domain);
    // Unless it has changed while it was read.
    if (record && revision !== undefined && revision === this.#revisions.ofRegistry) this.#published.set(name, record);
    return record;
  }

  async generation(id: string): Promise<GenerationRecord | undefined> {
    return recordOf(await this.#database.rows(`${select} WHERE id = $1`, [id]));
  }

  /** Where a generation's tables are; undefined when it was discarded. */
  async schemaOf(id: string): Promise<string | undefined> {
    const record = await this.generation(id);
    return record?.status === 'discarded' ? undefined : record?.schema;
  }
}

/** What can ask for rows: the database, or a client in a transaction. */
type Reader = Pick<Client, 'rows'>;

export async function publishedIn(reader: Reader, dataset: string, domain: string): Promise<GenerationRecord | undefined> {
  const sql = `${select} WHERE dataset = $1 AND domain = $2 AND status = 'published'`;
  return recordOf(await reader.rows(sql, [dataset, domain]));
}

/** A generation, which nobody else changes before the transaction ends. */
export async function lockedGeneration(client: Client, id: string): Promise<GenerationRecord | undefined> {
  return recordOf(await client.rows(`${select} WHERE id = $1 FOR UPDATE`, [id]));
}

/** The published generations of a dataset. */
export async function publishedGenerations(client: Client, dataset: string): Promise<GenerationRecord[]> {
  return recordsOf(await client.rows(`${select} WHERE dataset = $1 AND status = 'published'`, [dataset]));
}

/** Another schema, another status: both from here on. */
export async function saveRecord(client: Client, { id, schema, status }: GenerationRecord): Promise<void> {
  const sql = 'UPDATE seedgraph.generation SET schema_name = $2, status = $3, status_since = now() WHERE id = $1';
  await client.rows(sql, [id, schema, status]);
}

function recordOf(rows: readonly TextRow[]): GenerationRecord | undefined {
  return recordsOf(rows)[0];
}

function recordsOf(rows: readonly TextRow[]): GenerationRecord[] {
  return rows.map(([id, dataset, domain, schema, status]) => ({
    id: String(id),
    dataset: String(dataset),
    domain: String(domain),
    schema: String(schema),
    // Held to these by a CHECK.
    status: status as GenerationStatus,
  }));
}

function millisecondsOf(time: string): string {
  return `floor(extract(epoch FROM ${time}) * 1000)`;
}
