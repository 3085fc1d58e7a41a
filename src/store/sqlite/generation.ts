import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Cell, CellRow, DomainModel, EntityModel, LookupModel } from '../../definition/index.ts';
import type { Aggregation, Counting, Find, Group, Page } from '../query.ts';
import type { Batch, Generation, GenerationState, MarkedKey } from '../store.ts';
import { aggregateGroups } from './aggregating.ts';
import type { Connection } from './connection.ts';
import { findPages } from './finding.ts';
import type { DatabaseHandle } from './handle.ts';
import { runInTurns, runInWorker } from './indexing.ts';
import { lookUpRows } from './lookups.ts';
import { Reader } from './reader.ts';
import { RowWriter } from './rows.ts';
import { analyze, indexesOf, quoted, reloadAnalysis } from './schema.ts';
import { advance, isFinished, markFinished, readMarks, readSequence, readState, rowsInAll, rowsOf, writeMarks } from './state.ts';

/** So few rows are indexed in a few milliseconds a statement; to start a thread takes longer, and the memory of a second engine. */
const FEW_ROWS = 10_000;

/** Rows a transaction of a load: inserting 400,000 rows took 2.3 s with 250 rows each, 1.8 s with 4,000, and no less with 20,000. */
const BATCH_ROWS = 4_000;

/** Rows that are inserted in one turn of the event loop: about 2 ms. */
const TURN_ROWS = 256;

/** What the registry knows of a generation. */
export interface GenerationRecord {
  readonly id: string;
  readonly dataset: string;
  readonly domain: string;
  readonly published: boolean;
}

/** The database's name among the files. */
export function fileNameOf({ dataset, domain, id }: Pick<GenerationRecord, 'dataset' | 'domain' | 'id'>): string {
  return `${dataset}/${domain}.${id}.sqlite`;
}

/** A generation in a SQLite database of its own. */
export class SqliteGeneration implements Generation {
  readonly id: string;
  readonly dataset: string;
  readonly domain: DomainModel;
  readonly handle: DatabaseHandle;
  readonly batchRows = BATCH_ROWS;

  constructor(record: GenerationRecord, domain: DomainModel, handle: DatabaseHandle) {
    this.id = record.id;
    this.dataset = record.dataset;
    this.domain = domain;
    this.handle = handle;
  }

  async revision(): Promise<number> {
    return this.#connection().revision();
  }

  async state(): Promise<GenerationState> {
    return readState(this.#connection());
  }

  async get(entity: EntityModel, keys: readonly string[]): Promise<(CellRow | undefined)[]> {
    const { one, some } = selectsOf(entity);
    const [key] = keys;
    if (key === undefined) return [];
    if (keys.length === 1) return [this.#connection().get(one, [key])];
    const rows = await this.#reader(undefined).all({ sql: some, parameters: [JSON.stringify(keys)] });
    const byKey = new Map(rows.map((row) => [row[entity.key.index], row]));
    return keys.map((each) => byKey.get(each));
  }

  async lookUp(
    entity: EntityModel,
    lookup: LookupModel,
    values: readonly Exclude<Cell, null>[],
  ): Promise<(CellRow | undefined)[]> {
    return lookUpRows(this.#connection(), entity, lookup, values);
  }

  async find(query: Find): Promise<Page[]> {
    return findPages(this.#reader(query.signal), query);
  }

  async count(query: Counting): Promise<number[]> {
    if (!query.within && !query.where) return [rowsOf(this.#connection(), query.entity.name)];
    const perParent = await this.aggregate({ ...query, groupBy: [], measured: [], maxGroups: 1 });
    return perParent.map(([group]) => group?.count ?? 0);
  }

  async aggregate(query: Aggregation): Promise<Group[][]> {
    return aggregateGroups(this.#reader(query.signal), query);
  }

  async range(entity: EntityModel, from: string, to: string, limit: number): Promise<CellRow[]> {
    return this.#connection().all(selectsOf(entity).range, [from, to, limit]);
  }

  async marks(entity: EntityModel, from: string, to: string, limit: number): Promise<MarkedKey[]> {
    return readMarks(this.#connection(), entity, from, to, limit);
  }

  async write(batch: Batch): Promise<boolean> {
    const connection = this.#connection();
    if (isLarge(batch) && !isFinished(connection)) return connection.writeInTurns(() => insertInTurns(connection, batch));
    return connection.write(() => {
      if (readSequence(connection) !== batch.sequence) return false;
      for (const { entity, keys } of batch.deletions ?? []) writerOf(entity).delete(connection, keys);
      for (const { entity, rows } of batch.inserts) writerOf(entity).insert(connection, rows);
      for (const { entity, rows } of batch.replacements ?? []) writerOf(entity).replace(connection, rows);
      writeMarks(connection, batch.marks);
      advance(connection, batch);
      return true;
    });
  }

  async index(): Promise<void> {
    if (!isFinished(this.#connection())) await this.#run(indexesOf(this.domain));
  }

  async finish(): Promise<void> {
    if (isFinished(this.#connection())) return;
    await this.#run([...indexesOf(this.domain), ...analyze]);
    this.#connection().exec(reloadAnalysis);
    markFinished(this.#connection());
    // Those of the load are of no use to readers, and weigh more than a small dataset.
    this.#connection().forgetStatements();
  }

  async #run(statements: readonly string[]): Promise<void> {
    const file = this.handle.path;
    if (file && rowsInAll(this.#connection()) > FEW_ROWS) await runInWorker({ file, statements });
    else await runInTurns(this.#connection(), statements);
  }

  #connection(): Connection {
    return this.handle.connection();
  }

  #reader(signal: AbortSignal | undefined): Reader {
    return new Reader(() => this.#connection(), signal);
  }
}

function isLarge({ inserts, deletions, replacements }: Batch): boolean {
  return !deletions && !replacements && inserts.reduce((sum, { rows }) => sum + rows.length, 0) > TURN_ROWS;
}

/** Writes a batch that is nothing but new rows, in turns. For generations that nobody reads yet. */
async function insertInTurns(connection: Connection, batch: Batch): Promise<boolean> {
  if (readSequence(connection) !== batch.sequence) return false;
  for (const { entity, rows } of batch.inserts) {
    for (let from = 0; from < rows.length; from += TURN_ROWS) {
      writerOf(entity).insert(connection, rows.slice(from, from + TURN_ROWS));
      await nextTurn();
    }
  }
  writeMarks(connection, batch.marks);
  advance(connection, batch);
  return true;
}

/** What depends on nothing but the entity, made once for all generations: a server may have a thousand of them. */
function onceAnEntity<Made>(make: (entity: EntityModel) => Made): (entity: EntityModel) => Made {
  const made = new WeakMap<EntityModel, Made>();
  return (entity) => {
    const known = made.get(entity) ?? make(entity);
    made.set(entity, known);
    return known;
  };
}

const writerOf = onceAnEntity((entity) => new RowWriter(entity));

/** The statements whose shape never changes. */
const selectsOf = onceAnEntity((entity) => {
  const columns = entity.fields.map(({ column }) => quoted(column)).join(', ');
  const select = `SELECT ${columns} FROM ${quoted(entity.table)}`;
  const key = quoted(entity.key.column);
  return {
    one: `${select} WHERE ${key} = ?`,
    some: `${select} WHERE ${key} IN (SELECT value FROM json_each(?))`,
    range: `${select} WHERE ${key} BETWEEN ? AND ? ORDER BY ${key} LIMIT ?`,
  };
});
