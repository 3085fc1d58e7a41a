import type { JobQuery, JobRecord } from '../control.ts';
import type { Database, Parameter } from './database.ts';

/** Jobs in the control schema: the whole record as JSON, beside the columns that they are found by. */
export class JobTable {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async save(job: JobRecord): Promise<void> {
    await this.#database.run(
      `INSERT INTO seedgraph.job (id, idempotency_key, status, dataset, record) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (id) DO UPDATE SET idempotency_key = excluded.idempotency_key, status = excluded.status,
         dataset = excluded.dataset, record = excluded.record`,
      [job.id, job.idempotencyKey, job.status, job.dataset, JSON.stringify(job)],
    );
  }

  async byId(id: string): Promise<JobRecord | undefined> {
    return (await this.#jobs('WHERE id = $1', [id]))[0];
  }

  async byIdempotencyKey(key: string): Promise<JobRecord | undefined> {
    return (await this.#jobs('WHERE idempotency_key = $1', [key]))[0];
  }

  async list({ limit, after, ...filter }: JobQuery): Promise<JobRecord[]> {
    const { where, parameters } = whereOf(filter);
    const next = parameters.length + 1;
    const later = after === undefined ? '' : `AND ordinal < (SELECT ordinal FROM seedgraph.job WHERE id = $${next + 1})`;
    const rest = after === undefined ? [limit] : [limit, after];
    return this.#jobs(`${where} ${later} ORDER BY ordinal DESC LIMIT $${next}`, [...parameters, ...rest]);
  }

  async count(filter: Pick<JobQuery, 'status' | 'dataset'>): Promise<number> {
    const { where, parameters } = whereOf(filter);
    const [row] = await this.#database.rows(`SELECT count(*) FROM seedgraph.job ${where}`, parameters);
    return Number(row?.[0]);
  }

  async requestStop(id: string, wanted: boolean): Promise<void> {
    const sql = wanted
      ? 'INSERT INTO seedgraph.stop VALUES ($1) ON CONFLICT DO NOTHING'
      : 'DELETE FROM seedgraph.stop WHERE job = $1';
    await this.#database.run(sql, [id]);
  }

  async stopRequested(id: string): Promise<boolean> {
    return (await this.#database.rows('SELECT 1 FROM seedgraph.stop WHERE job = $1', [id])).length > 0;
  }

  async #jobs(rest: string, parameters: readonly Parameter[]): Promise<JobRecord[]> {
    const rows = await this.#database.rows(`SELECT record FROM seedgraph.job ${rest}`, parameters);
    return rows.map(([record]) => JSON.parse(String(record)));
  }
}

function whereOf({ status, dataset }: Pick<JobQuery, 'status' | 'dataset'>): { where: string; parameters: Parameter[] } {
  const parameters = [status, dataset].filter((given) => given !== undefined);
  const conditions = ['true'];
  if (status) conditions.push('status = ANY($1)');
  if (dataset !== undefined) conditions.push(`dataset = $${parameters.length}`);
  return { where: `WHERE ${conditions.join(' AND ')}`, parameters };
}
