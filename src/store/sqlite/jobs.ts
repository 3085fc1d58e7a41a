import type { Cell } from '../../definition/index.ts';
import type { JobQuery, JobRecord, JobStatus } from '../control.ts';
import type { Connection } from './connection.ts';

// Interrupted ones wait to be resumed.
const settled: readonly JobStatus[] = ['CANCELED', 'COMPLETED', 'FAILED'];

/** Jobs in the control database: the whole record as JSON, beside the columns that they are found by. */
export class JobTable {
  readonly #connection: Connection;
  readonly #maxSettled: number;

  /** @param maxSettled How many jobs that have come to an end are kept, the newest. */
  constructor(connection: Connection, maxSettled: number) {
    this.#connection = connection;
    this.#maxSettled = maxSettled;
  }

  save(job: JobRecord): void {
    this.#connection.write(() => {
      this.#connection.run(
        `INSERT INTO "job" ("id", "idempotency_key", "status", "dataset", "record") VALUES (?, ?, ?, ?, ?)
         ON CONFLICT ("id") DO UPDATE SET "idempotency_key" = excluded."idempotency_key", "status" = excluded."status",
           "dataset" = excluded."dataset", "record" = excluded."record"`,
        [job.id, job.idempotencyKey, job.status, job.dataset, JSON.stringify(job)],
      );
      if (settled.includes(job.status) && Number.isFinite(this.#maxSettled)) this.#forgetOldest();
    });
  }

  byId(id: string): JobRecord | undefined {
    return this.#jobs('WHERE "id" = ?', [id])[0];
  }

  byIdempotencyKey(key: string): JobRecord | undefined {
    return this.#jobs('WHERE "idempotency_key" = ?', [key])[0];
  }

  list({ limit, after, ...filter }: JobQuery): JobRecord[] {
    const { where, parameters } = whereOf(filter);
    const later = after === undefined ? '' : 'AND "ordinal" < (SELECT "ordinal" FROM "job" WHERE "id" = ?)';
    const page = after === undefined ? [limit] : [after, limit];
    return this.#jobs(`${where} ${later} ORDER BY "ordinal" DESC LIMIT ?`, [...parameters, ...page]);
  }

  count(filter: Pick<JobQuery, 'status' | 'dataset'>): number {
    const { where, parameters } = whereOf(filter);
    return Number(this.#connection.get(`SELECT count(*) FROM "job" ${where}`, parameters)?.[0]);
  }

  requestStop(id: string, wanted: boolean): void {
    const sql = wanted ? 'INSERT OR IGNORE INTO "stop" VALUES (?)' : 'DELETE FROM "stop" WHERE "job" = ?';
    if (wanted !== this.stopRequested(id)) this.#connection.write(() => this.#connection.run(sql, [id]));
  }

  stopRequested(id: string): boolean {
    return this.#connection.get('SELECT 1 FROM "stop" WHERE "job" = ?', [id]) !== undefined;
  }

  #forgetOldest(): void {
    this.#connection.run(
      `DELETE FROM "job" WHERE "ordinal" IN (SELECT "ordinal" FROM "job" WHERE "status" IN (SELECT value FROM json_each(?))
         ORDER BY "ordinal" DESC LIMIT -1 OFFSET ?)`,
      [JSON.stringify(settled), this.#maxSettled],
    );
  }

  #jobs(rest: string, parameters: readonly Cell[]): JobRecord[] {
    return this.#connection.all(`SELECT "record" FROM "job" ${rest}`, parameters).map(([record]) => JSON.parse(String(record)));
  }
}

function whereOf({ status, dataset }: Pick<JobQuery, 'status' | 'dataset'>): { where: string; parameters: Cell[] } {
  const conditions = ['1 = 1'];
  const parameters: Cell[] = [];
  if (status) {
    conditions.push('"status" IN (SELECT value FROM json_each(?))');
    parameters.push(JSON.stringify(status));
  }
  if (dataset !== undefined) {
    conditions.push('"dataset" = ?');
    parameters.push(dataset);
  }
  return { where: `WHERE ${conditions.join(' AND ')}`, parameters };
}
