import { randomUUID } from 'node:crypto';
import type { DomainModel } from '../../definition/index.ts';
import type { Control } from '../control.ts';
import { checkDatasetName } from '../dataset-name.ts';
import { StoreError } from '../error.ts';
import type { Ledger } from '../ledger.ts';
import type { DatasetRecord, Generation, RecipeEntry, Store, StoredRows } from '../store.ts';
import type { Connection } from './connection.ts';
import { sqliteControl } from './control.ts';
import type { GenerationFiles } from './files.ts';
import { fileNameOf, type GenerationRecord, SqliteGeneration } from './generation.ts';
import { DatabaseHandle } from './handle.ts';
import type { Ledgers } from './ledgers.ts';
import { OlderRows } from './older-rows.ts';
import type { Registry } from './registry.ts';
import { schemaOf } from './schema.ts';
import { hasSchemaOf, initialiseState, isFinished } from './state.ts';

/** Replaced generations whose databases stay open for those who read them still. */
const RETIRED_KEPT = 4;

/** What a store is made of: see `openSqliteStore`. */
export interface SqliteStoreParts {
  readonly url: string;
  readonly connection: Connection;
  readonly registry: Registry;
  readonly files: GenerationFiles;
  readonly ledgers: Ledgers;
  /** How many jobs that have come to an end are kept. */
  readonly maxSettledJobs: number;
}

/** Datasets in SQLite databases: one for each generation, and one for control. */
export class SqliteStore implements Store {
  readonly url: string;
  readonly control: Control;
  readonly #connection: Connection;
  readonly #registry: Registry;
  readonly #files: GenerationFiles;
  readonly #ledgers: Ledgers;
  /** The generations that were handed out, by id; the same object every time, so that caches can go by it. */
  readonly #known = new Map<string, SqliteGeneration>();
  /** When each dataset was last used through this store, in milliseconds. */
  readonly #usedAt = new Map<string, number>();
  /** Replaced generations that readers may still be in, the oldest first. */
  readonly #retired: DatabaseHandle[] = [];

  constructor({ url, connection, registry, files, ledgers, maxSettledJobs }: SqliteStoreParts) {
    this.url = url;
    this.control = sqliteControl(connection, maxSettledJobs);
    this.#connection = connection;
    this.#registry = registry;
    this.#files = files;
    this.#ledgers = ledgers;
  }

  async datasets(): Promise<DatasetRecord[]> {
    const generations = Map.groupBy(this.#registry.all(), ({ dataset }) => dataset);
    const records = this.#registry.datasets().map(async (record) => {
      const written = (generations.get(record.name) ?? []).map((each) => this.#files.writtenAt(fileNameOf(each)));
      const times = [Date.parse(record.createdAt), this.#usedAt.get(record.name) ?? 0, ...(await Promise.all(written))];
      return { ...record, lastUsedAt: new Date(Math.max(...times)).toISOString() };
    });
    return Promise.all(records);
  }

  async open(dataset: string, domain: DomainModel): Promise<Generation | undefined> {
    const record = this.#registry.published(dataset, domain.name);
    const known = record && this.#known.get(record.id);
    if (known?.domain === domain) return known;
    this.#retireReplaced(dataset, domain, record);
    if (!record) return undefined;
    if (!known && !this.#files.exists(fileNameOf(record))) return this.#openNewer(record, domain);
    return this.#generation(record, domain);
  }

  async openRows(dataset: string, domain: DomainModel): Promise<StoredRows | undefined> {
    const record = this.#registry.published(dataset, domain.name);
    if (!record || !this.#files.exists(fileNameOf(record))) return this.open(dataset, domain);
    const handle = this.#handle(record);
    return hasSchemaOf(handle.connection(), domain) ? this.open(dataset, domain) : new OlderRows(record, domain, handle);
  }

  async create(dataset: string, domain: DomainModel, version: string, recipe: readonly RecipeEntry[]): Promise<Generation> {
    checkDatasetName(dataset);
    const record = { id: randomUUID(), dataset, domain: domain.name, published: false };
    // The registry first: a file that it does not know is taken for a leftover.
    const older = this.#registry.add(record);
    if (older) this.#remove(older);
    const connection = this.#files.create(fileNameOf(record));
    connection.write(() => {
      for (const statement of schemaOf(domain)) connection.exec(statement);
      initialiseState(connection, domain, version, recipe);
    });
    return this.#generation(record, domain);
  }

  async reopen(id: string, domain: DomainModel): Promise<Generation | undefined> {
    const record = this.#registry.generation(id);
    if (!record || record.published || record.domain !== domain.name || !this.#files.exists(fileNameOf(record))) return undefined;
    return this.#generation(record, domain);
  }

  async publish(generation: Generation): Promise<void> {
    const record = this.#registry.generation(generation.id);
    if (record && !isFinished(this.#files.open(fileNameOf(record)))) {
      throw new StoreError('CONFLICT', `The generation "${generation.id}" is not finished; call finish() before publishing it.`);
    }
    const previous = this.#registry.publish(generation.id);
    if (previous) this.#remove(previous);
  }

  async discard(generation: Generation): Promise<void> {
    const record = this.#registry.generation(generation.id);
    if (!record || record.published) return;
    // The rows first, and no reader keeps them: on a full disk the registry has no room to write before they are gone.
    this.#known.delete(record.id);
    this.#files.remove(fileNameOf(record));
    this.#registry.discard(record.id);
  }

  async ledger(dataset: string, domain: DomainModel, target: string): Promise<Ledger> {
    checkDatasetName(dataset);
    return this.#ledgers.open(dataset, domain.name, target);
  }

  async drop(dataset: string): Promise<boolean> {
    const generations = this.#registry.drop(dataset);
    for (const record of generations ?? []) this.#remove(record);
    if (generations) this.#ledgers.drop(dataset);
    if (generations) this.#files.removeFolder(dataset);
    this.#usedAt.delete(dataset);
    return generations !== undefined;
  }

  async close(): Promise<void> {
    for (const retired of this.#retired) retired.close();
    this.#known.clear();
    this.#ledgers.close();
    this.#files.close();
    this.#connection.close();
  }

  /** Between reading the registry and opening the file, another process may have published: then there is a newer one. */
  async #openNewer(missing: GenerationRecord, domain: DomainModel): Promise<Generation | undefined> {
    const record = this.#registry.published(missing.dataset, missing.domain);
    if (record?.id !== missing.id) return this.open(missing.dataset, domain);
    const file = this.#files.pathOf(fileNameOf(missing));
    const message = `The database "${file}" is missing. Seed the dataset "${missing.dataset}" again, or drop it.`;
    throw new StoreError('STORE_UNAVAILABLE', message, { details: { file } });
  }

  /** @throws StoreError STORE_UNAVAILABLE when the tables are not those of the domain. */
  #generation(record: GenerationRecord, domain: DomainModel): SqliteGeneration {
    const known = this.#known.get(record.id);
    if (known?.domain === domain) return known;
    const name = fileNameOf(record);
    const handle = this.#handle(record);
    if (!hasSchemaOf(handle.connection(), domain)) {
      const message =
        `The dataset "${record.dataset}" has other tables than the domain "${domain.name}" asks for now: fields or entities have ` +
        'changed since. Bring it up to date (a seeding with the mode update), seed it again, or use the definitions that it was made with.';
      throw new StoreError('STORE_UNAVAILABLE', message, { details: { file: name } });
    }
    const generation = new SqliteGeneration(record, domain, handle);
    this.#known.set(record.id, generation);
    return generation;
  }

  #handle(record: GenerationRecord): DatabaseHandle {
    const used = () => this.#usedAt.set(record.dataset, Date.now());
    return this.#known.get(record.id)?.handle ?? new DatabaseHandle(this.#files, fileNameOf(record), used);
  }

  #remove(record: GenerationRecord): void {
    this.#retire(record.id);
    this.#files.remove(fileNameOf(record));
  }

  /** Another process may have published: what it has replaced is let go here as well. */
  #retireReplaced(dataset: string, domain: DomainModel, published: GenerationRecord | undefined): void {
    for (const generation of [...this.#known.values()]) {
      if (generation.dataset !== dataset || generation.domain.name !== domain.name || generation.id === published?.id) continue;
      if (!this.#registry.generation(generation.id)) this.#retire(generation.id);
    }
  }

  /** Callers that still have the generation go on reading it, until so many more have been replaced that its file is closed. */
  #retire(id: string): void {
    const handle = this.#known.get(id)?.handle;
    this.#known.delete(id);
    if (!handle) return;
    handle.retire();
    this.#retired.push(handle);
    if (this.#retired.length > RETIRED_KEPT) this.#retired.shift()?.close();
  }
}
