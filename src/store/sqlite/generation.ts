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
