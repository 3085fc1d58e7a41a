import type { Slice, SliceOutcome, SliceProgress, SliceRows, Slices } from '../slices.ts';
import type { EntityTotals } from '../store.ts';
import { ahead } from './ahead.ts';
import type { Client, TextRow } from './client.ts';
import { copyStatement, copyText } from './copy.ts';
import type { Database } from './database.ts';
import { codeOf } from './failure.ts';
import { inPlace } from './moved.ts';
import type { Place } from './place.ts';
import { quoted } from './quoting.ts';
import { rowErrorOf } from './row-failure.ts';
import { endStandstill } from './standstill.ts';
import { addTotals } from './state.ts';

/** Slices that are recorded with one statement. */
const PAGE = 1_000;

/** Rows that are lost when the server's machine fails take the mark of their slice with them. */
const inSlices = { synchronousCommit: false };

/** The table `_slice`, which a generation has while it is made of slices. */
export class PostgresSlices implements Slices {
  readonly #place: Place;
  readonly #database: Database;

  constructor(place: Place, database: Database) {
    this.#place = place;
    this.#database = database;
  }

  async plan(slices: Iterable<Slice>): Promise<void> {
    await this.#in((schema) =>
      this.#database.transaction(async (client) => {
        // Of two who lead, one after the other.
        await client.rows(`SELECT 1 FROM ${quoted(schema, '_state')} FOR UPDATE`);
        if (await isPlanned(client, schema)) return;
        await client.rows(tableOf(schema).join('; '));
        for (const page of pagesOf(slices)) await client.run(insertSql(schema), [JSON.stringify(page)]);
      }),
    );
  }

  async pending(stage: number, after: number, limit: number): Promise<Slice[]> {
    const where = 'WHERE "stage" = $1 AND "ordinal" > $2 AND NOT "done" ORDER BY "ordinal" LIMIT $3';
    return this.#in(async (schema) => {
      return (await this.#database.rows(`${selectSql(schema)} ${where}`, [stage, after, limit])).map(sliceOf);
    });
  }

  async get(ordinal: number): Promise<Slice | undefined> {
    return this.#unlessGone(undefined, async (schema) => {
      const [row] = await this.#database.rows(`${selectSql(schema)} WHERE "ordinal" = $1`, [ordinal]);
      return row && sliceOf(row);
    });
  }

  async progress(stage: number): Promise<SliceProgress> {
    const [row = []] = await this.#in((schema) => this.#database.rows(progressSql(schema), [stage]));
    const [fence, isComplete, failure, totals] = row;
    // Written below, and nowhere else.
    const rows = JSON.parse(totals ?? '[]') as readonly (readonly [string, number])[];
    return {
      fence: Number(fence),
      isComplete: isComplete === 't',
      failure: failure ? JSON.parse(failure) : undefined,
      rows: new Map(rows),
    };
  }

  async write(slice: Slice, fence: number, rows: () => AsyncIterable<SliceRows>): Promise<SliceOutcome> {
    try {
      const name = `slice ${this.#place.id} ${slice.ordinal}`;
      const outcome = await this.#unlessGone('overtaken', (schema) =>
        this.#database.transaction((client) => writeSlice(client, { schema, slice, fence, rows }), { ...inSlices, name }),
      );
      if (outcome === 'taken') await endStandstill(this.#database, name);
      return outcome;
    } catch (error) {
      if (error instanceof Overtaken) return 'overtaken';
      throw rowErrorOf(error);
    }
  }

  async fail(ordinal: number, fence: number, failure: NonNullable<SliceProgress['failure']>): Promise<void> {
    await this.#unlessGone(0, (schema) =>
      this.#database.run(
        `UPDATE ${quoted(schema, '_slice')} SET "failure" = $3, "fence" = $2
         WHERE "ordinal" = $1 AND NOT "done" AND (SELECT "sequence" FROM ${quoted(schema, '_state')}) = $2`,
        [ordinal, fence, JSON.stringify(failure)],
      ),
    );
  }

  async clear(): Promise<void> {
    await this.#in((schema) => this.#database.run(`DROP TABLE IF EXISTS ${quoted(schema, '_slice')}`));
  }

  async #in<Result>(work: (schema: string) => Promise<Result>): Promise<Result> {
    return inPlace(this.#place, work);
  }

  /** Does something with the slices of the generation; where it is gone, or has slices no more, there is nothing to do. */
  async #unlessGone<Result>(gone: Result, work: (schema: string) => Promise<Result>): Promise<Result> {
    try {
      return await this.#in(work);
    } catch (error) {
      if (codeOf(error) === '42P01' || (await this.#place.find()) === undefined) return gone;
      throw error;
    }
  }
}

/** Thrown to undo what was written for somebody who does not want it any more. */
class Overtaken extends Error {}

interface SliceWrite {
  readonly schema: string;
  readonly slice: Slice;
  readonly fence: number;
  readonly rows: () => AsyncIterable<SliceRows>;
}

async function writeSlice(client: Client, { schema, slice: { ordinal }, fence, rows }: SliceWrite): Promise<SliceOutcome> {
  const table = quoted(schema, '_slice');
  const [row] = await client.rows(`SELECT "done" FROM ${table} WHERE "ordinal" = $1 FOR UPDATE SKIP LOCKED`, [ordinal]);
  if (!row) return 'taken';
  if (row[0] === 't') return 'done';
  const state = `SELECT s."sequence" FROM ${buildingSql(schema)}`;
  const isHeld = async (lock: string) => Number((await client.rows(`${state} ${lock}`))[0]?.[0]) === fence;
  if (!(await isHeld(''))) return 'overtaken';
  const totals = new Map<string, EntityTotals>();
  for await (const batch of ahead(rows())) {
    await client.copyFrom(copyStatement(schema, batch.entity), copyText(batch.entity, batch.rows));
    const { name } = batch.entity;
    const before = totals.get(name) ?? { rows: 0, sum: 0n };
    totals.set(name, { rows: before.rows + batch.rows.length, sum: before.sum + batch.sum });
  }
  // From here to the end, which is near, nobody can move it.
  if (!(await isHeld('FOR SHARE OF s'))) throw new Overtaken();
  await client.run(`UPDATE ${table} SET "done" = true, "failure" = NULL WHERE "ordinal" = $1`, [ordinal]);
  if (totals.size > 0) await addTotals(client, schema, [...totals]);
  return 'written';
}

async function isPlanned(client: Client, schema: string): Promise<boolean> {
  const [[table] = []] = await client.rows('SELECT to_regclass($1)', [quoted(schema, '_slice')]);
  return table !== null && table !== undefined;
}

function tableOf(schema: string): string[] {
  const table = quoted(schema, '_slice');
  return [
    `CREATE TABLE ${table} ("ordinal" integer PRIMARY KEY, "stage" integer NOT NULL, "slice" json NOT NULL,
       "done" boolean NOT NULL DEFAULT false, "failure" json, "fence" bigint)`,
    `CREATE INDEX "_slice_left" ON ${table} ("stage", "ordinal") WHERE NOT "done"`,
    `COMMENT ON TABLE ${table} IS 'Seedgraph: the parts in which these tables are being filled.'`,
  ];
}

function insertSql(schema: string): string {
  return `INSERT INTO ${quoted(schema, '_slice')} ("ordinal", "stage", "slice")
    SELECT (s->>'ordinal')::integer, (s->>'stage')::integer, s FROM json_array_elements($1) s`;
}

function selectSql(schema: string): string {
  return `SELECT "slice" FROM ${quoted(schema, '_slice')}`;
}

function progressSql(schema: string): string {
  const table = (name: string) => quoted(schema, name);
  return `SELECT s."sequence", NOT EXISTS (SELECT FROM ${table('_slice')} WHERE "stage" = $1 AND NOT "done"),
    (SELECT "failure" FROM ${table('_slice')} WHERE "stage" = $1 AND NOT "done" AND "fence" = s."sequence" LIMIT 1),
    (SELECT coalesce(json_agg(json_build_array(t."entity", t."rows")), '[]') FROM ${table('_totals')} t)
    FROM ${buildingSql(schema)}`;
}

/** The state of a generation, as long as it is wanted: the tables of one that was discarded stay for a while. */
function buildingSql(schema: string): string {
  return `${quoted(schema, '_state')} s JOIN seedgraph.generation g ON g.id = s."generation" AND g.status = 'building'`;
}

/** Written by `plan`, and by nothing else. */
function sliceOf([slice]: TextRow): Slice {
  return JSON.parse(String(slice)) as Slice;
}

function* pagesOf(slices: Iterable<Slice>): IterableIterator<Slice[]> {
  let page: Slice[] = [];
  for (const slice of slices) {
    page.push(slice);
    if (page.length < PAGE) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}
