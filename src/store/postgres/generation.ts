import { randomUUID } from 'node:crypto';
import type { Cell, CellRow, DomainModel, EntityModel, LookupModel } from '../../definition/index.ts';
import type { Aggregation, Counting, Find, Group, Page } from '../query.ts';
import type { Slices } from '../slices.ts';
import type { Batch, Generation, GenerationState, MarkedKey } from '../store.ts';
import type { Client } from './client.ts';
import type { Database } from './database.ts';
import { analyze, makeIndexes, makeReferences } from './finishing.ts';
import { lookUpRows } from './lookups.ts';
import { inPlace } from './moved.ts';
import type { Place } from './place.ts';
import { quoted } from './quoting.ts';
import { Reader } from './reader.ts';
import { rowErrorOf } from './row-failure.ts';
import { getRows, rangeOfRows } from './rows.ts';
import { PostgresSlices } from './slices.ts';
import { pastStandstill } from './standstill.ts';
import { marksOf, marksSql, rowsOfSql, stateOf, stateSql } from './state.ts';
import { type Written, writeBatch } from './writing.ts';

/**
 * A batch is a transaction with a dozen round trips. Of LARGE, with 250 rows a batch took this process 8 µs a row and the server 8; with
 * 1,000 6 and 6; with 5,000 3 and 5, with 20,000 2 and 4.5: little more for four times the memory, and for what a crash loses.
 */
const BATCH_ROWS = 5_000;

/** How long a statement of a batch waits for locks, in milliseconds, before it is looked for writers that stand still. */
const LOCK_TIMEOUT = 5_000;

/** How long a batch waits for other writers, in milliseconds. */
const PATIENCE = 30_000;

/** What a generation tells its store, and asks it for. */
export interface GenerationHooks {
  /** A row is read or written. */
  used(): void;
  /** Changes with every committed write, by any process. */
  revision(): Promise<number>;
  /** Called in the transaction of every write, so that other processes hear of it when it is committed. */
  announce(client: Client): Promise<void>;
  /** Called after every committed write. */
  written(): void;
}

/** A generation in a schema of its own. */
export class PostgresGeneration implements Generation {
  readonly id: string;
  readonly dataset: string;
  readonly domain: DomainModel;
  readonly place: Place;
  readonly slices: Slices;
  readonly batchRows = BATCH_ROWS;
  readonly #database: Database;
  readonly #hooks: GenerationHooks;
  readonly #reader: Reader;

  constructor(place: Place, domain: DomainModel, database: Database, hooks: GenerationHooks) {
    this.id = place.id;
    this.dataset = place.dataset;
    this.domain = domain;
    this.place = place;
    this.slices = new PostgresSlices(place, database);
    this.#database = database;
    this.#hooks = hooks;
    this.#reader = new Reader(place, database);
  }

  async revision(): Promise<number> {
    return this.#hooks.revision();
  }

  async state(): Promise<GenerationState> {
    const [row = []] = await this.#read((schema) => ({ sql: stateSql(schema), parameters: [this.id] }));
    return stateOf(row);
  }

  async get(entity: EntityModel, keys: readonly string[]): Promise<(CellRow | undefined)[]> {
    this.#hooks.used();
    return getRows(this.#reader, this.id, entity, keys);
  }

  async lookUp(
    entity: EntityModel,
    lookup: LookupModel,
    values: readonly Exclude<Cell, null>[],
  ): Promise<(CellRow | undefined)[]> {
    this.#hooks.used();
    return lookUpRows(this.#reader, this.id, entity, lookup, values);
  }

  async find(query: Find): Promise<Page[]> {
    this.#hooks.used();
    return this.#reader.find(query);
  }

  async count(query: Counting): Promise<number[]> {
    if (!query.within && !query.where) {
      query.signal?.throwIfAborted();
      const parameters = [this.id, query.entity.name];
      const [[rows] = []] = await this.#read((schema) => ({ sql: rowsOfSql(schema), parameters }), query.signal);
      return [Number(rows ?? 0)];
    }
    const perParent = await this.aggregate({ ...query, groupBy: [], measured: [], maxGroups: 1 });
    return perParent.map(([group]) => group?.count ?? 0);
  }

  async aggregate(query: Aggregation): Promise<Group[][]> {
    this.#hooks.used();
    return this.#reader.aggregate(query);
  }

  async range(entity: EntityModel, from: string, to: string, limit: number): Promise<CellRow[]> {
    this.#hooks.used();
    return rangeOfRows(this.#reader, this.id, entity, { from, to, limit });
  }

  async marks({ name }: EntityModel, from: string, to: string, limit: number): Promise<MarkedKey[]> {
    const parameters = [this.id, name, from, to, limit];
    return marksOf(await this.#read((schema) => ({ sql: marksSql(schema), parameters })));
  }

  /**
   * Writes a batch in one transaction. It is tried again when the connection is lost; it knows itself again by a token when it had been
   * committed all the same.
   */
  async write(batch: Batch): Promise<boolean> {
    const token = randomUUID();
    const written = await this.#coded((schema) => this.#attempt(schema, batch, token));
    if (written === 'overtaken') return false;
    this.#hooks.used();
    this.#hooks.written();
    return true;
  }

  async index(): Promise<void> {
    if ((await this.state()).finished) return;
    await this.#coded(async (schema) => {
      await makeIndexes(this.#database, schema, this.domain);
      // What comes next reads by them, once for each row.
      await analyze(this.#database, schema, this.domain);
    });
  }

  async finish(): Promise<void> {
    if ((await this.state()).finished) return;
    await this.#coded(async (schema) => {
      await makeIndexes(this.#database, schema, this.domain);
      await makeReferences(this.#database, schema, this.domain);
      await analyze(this.#database, schema, this.domain);
      await this.#database.run(`UPDATE ${quoted(schema, '_state')} SET "finished" = true`);
    });
  }

  async #attempt(schema: string, batch: Batch, token: string): Promise<Written> {
    const work = async (client: Client) => {
      const written = await writeBatch(client, schema, this.id, batch, token);
      if (written === 'written') await this.#hooks.announce(client);
      return written;
    };
    const name = `write ${this.id}`;
    const attempt = () => this.#database.transaction(work, { repeatable: true, lockTimeout: LOCK_TIMEOUT, name });
    return pastStandstill(this.#database, name, PATIENCE, attempt);
  }

  /** Works where the tables are. @throws StoreError CONFLICT, INVALID_VALUE where rows break the rules of their tables. */
  async #coded<Result>(work: (schema: string) => Promise<Result>): Promise<Result> {
    try {
      return await inPlace(this.place, work);
    } catch (error) {
      throw rowErrorOf(error);
    }
  }

  #read(...given: Parameters<Reader['texts']>): ReturnType<Reader['texts']> {
    return this.#reader.texts(...given);
  }
}
