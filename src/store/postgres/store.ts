import { randomUUID } from 'node:crypto';
import type { DomainModel } from '../../definition/index.ts';
import type { Control } from '../control.ts';
import { checkDatasetName } from '../dataset-name.ts';
import { StoreError } from '../error.ts';
import type { Ledger } from '../ledger.ts';
import type { DatasetRecord, Generation, RecipeEntry, Store, StoredRows } from '../store.ts';
import { addGeneration, discardGeneration, dropDataset, publishGeneration } from './changes.ts';
import { postgresControl } from './control.ts';
import { createTables } from './create-tables.ts';
import type { Client, Database } from './database.ts';
import { PostgresGeneration } from './generation.ts';
import type { Leases } from './leases.ts';
import { openLedger } from './ledger.ts';
import { olderRows } from './older-rows.ts';
import { Place } from './place.ts';
import { type GenerationRecord, Registry } from './registry.ts';
import type { Revisions } from './revisions.ts';
import { hasSchemaOf, isFinished } from './state.ts';
import { sweep, sweepLast } from './sweeper.ts';
import { untilUnlocked } from './until-unlocked.ts';

/** How often replaced generations are looked for that nobody needs any more, in milliseconds. */
const SWEEP_INTERVAL = 600_000;

/** What a store is made of: see `openPostgresStore`. */
export interface PostgresStoreParts {
  readonly url: string;
  readonly identity: string;
  readonly database: Database;
  readonly revisions: Revisions;
  readonly leases: Leases;
}

/** Datasets in a PostgreSQL database: a schema for each generation, and one for control. */
export class PostgresStore implements Store {
  readonly url: string;
  readonly identity: string;
  readonly control: Control;
  readonly #database: Database;
  readonly #revisions: Revisions;
  readonly #leases: Leases;
  readonly #registry: Registry;
  /** The generations that were handed out, by id; the same object every time, so that caches can go by it. */
  readonly #known = new Map<string, PostgresGeneration>();
  /** When each dataset was last used through this store, in milliseconds. */
  readonly #usedAt = new Map<string, number>();
  readonly #sweeping: NodeJS.Timeout;
  #swept: Promise<void>;
  #closed: Promise<void> | undefined;

  constructor({ url, identity, database, revisions, leases }: PostgresStoreParts) {
    this.url = url;
    this.identity = identity;
    this.control = postgresControl(database, leases);
    this.#database = database;
    this.#revisions = revisions;
    this.#leases = leases;
    this.#registry = new Registry(database, revisions);
    this.#swept = this.#sweep();
    this.#sweeping = setInterval(() => this.#sweep(), SWEEP_INTERVAL).unref();
  }

  async datasets(): Promise<DatasetRecord[]> {
    const datasets = await this.#registry.datasets();
    return datasets.map(({ name, createdAt, writtenAt, domains }) => {
      const usedAt = Math.max(writtenAt, this.#usedAt.get(name) ?? 0);
      return { name, createdAt: new Date(createdAt).toISOString(), lastUsedAt: new Date(usedAt).toISOString(), domains };
    });
  }

  async open(dataset: string, domain: DomainModel): Promise<Generation | undefined> {
    const record = await this.#registry.published(dataset, domain.name);
    const known = record && this.#known.get(record.id);
    if (known?.domain === domain) return known;
    this.#forgetReplaced(dataset, domain);
    return record && this.#generation(record, domain);
  }

  async openRows(dataset: string, domain: DomainModel): Promise<StoredRows | undefined> {
    const record = await this.#registry.published(dataset, domain.name);
    if (!record) return undefined;
    const place = this.#placeOf(record);
    return (await hasSchemaOf(this.#database, place, domain))
      ? this.open(dataset, domain)
      : olderRows(this.#database, place, domain);
  }

  async create(dataset: string, domain: DomainModel, version: string, recipe: readonly RecipeEntry[]): Promise<Generation> {
    checkDatasetName(dataset);
    const record = await this.#change(async (client) => {
      // A new one each time: one that was made and is not known of is discarded by the next.
      const added = await addGeneration(client, { id: randomUUID(), dataset, domain: domain.name });
      await createTables(client, added.schema, domain, { id: added.id, version, recipe });
      return added;
    });
    this.#sweep();
    return this.#remember(record, domain);
  }

  async reopen(id: string, domain: DomainModel): Promise<Generation | undefined> {
    const record = await this.#registry.generation(id);
    if (record?.status !== 'building' || record.domain !== domain.name) return undefined;
    return this.#generation(record, domain);
  }

  async publish(generation: Generation): Promise<void> {
    const { id, dataset, domain } = generation;
    let attempts = 0;
    await this.#change(async (client) => {
      attempts++;
      const isDone = attempts > 1 && (await this.#registry.generation(id))?.status === 'published';
      // The answer to an earlier attempt was lost.
      if (!isDone) await publishGeneration(client, { id, dataset, domain: domain.name }, isFinished);
    });
    this.#sweep();
  }

  async discard(generation: Generation): Promise<void> {
    const { id, dataset } = generation;
    this.#known.delete(id);
    await this.#change((client) => discardGeneration(client, { id, dataset }));
    this.#sweep();
  }

  async ledger(dataset: string, domain: DomainModel, target: string): Promise<Ledger> {
    checkDatasetName(dataset);
    return openLedger(this.#database, { dataset, domain: domain.name, target });
  }

  async drop(dataset: string): Promise<boolean> {
    let isDropped = false;
    // True also where the answer to the attempt that did it was lost.
    await this.#change(async (client) => {
      isDropped = (await dropDataset(client, dataset)) || isDropped;
    });
    this.#usedAt.delete(dataset);
    await this.#sweep();
    return isDropped;
  }

  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  async #close(): Promise<void> {
    clearInterval(this.#sweeping);
    await this.#swept;
    await Promise.all([this.#leases.close(), this.#revisions.close()]);
    await sweepLast(this.#database).catch(() => undefined);
    this.#known.clear();
    await this.#database.close();
  }

  /** Changes which generations there are, and tells everybody. */
  async #change<Result>(work: (client: Client) => Promise<Result>): Promise<Result> {
    const result = await untilUnlocked(this.#database, async (client) => {
      const changed = await work(client);
      await this.#revisions.announceRegistry(client);
      return changed;
    });
    this.#revisions.registryChanged();
    return result;
  }

  /** @throws StoreError STORE_UNAVAILABLE when the tables are not those of the domain. */
  async #generation(record: GenerationRecord, domain: DomainModel): Promise<PostgresGeneration> {
    if (await hasSchemaOf(this.#database, this.#placeOf(record), domain)) return this.#remember(record, domain);
    const message =
      `The dataset "${record.dataset}" has other tables than the domain "${domain.name}" asks for now: fields or entities have ` +
      'changed since. Bring it up to date (a seeding with the mode update), seed it again, or use the definitions that it was made with.';
    throw new StoreError('STORE_UNAVAILABLE', message, { details: { schema: record.schema } });
  }

  /** The generation as it was handed out before, or from now on. */
  #remember(record: GenerationRecord, domain: DomainModel): PostgresGeneration {
    const known = this.#known.get(record.id);
    if (known?.domain === domain) return known;
    const { id, dataset } = record;
    const generation = new PostgresGeneration(this.#placeOf(record), domain, this.#database, {
      used: () => this.#usedAt.set(dataset, Date.now()),
      revision: () => this.#revisions.of(id),
      announce: (client) => this.#revisions.announce(client, id),
      written: () => this.#revisions.written(id),
    });
    this.#known.set(id, generation);
    return generation;
  }

  /** Callers that still have a generation of this place keep it; it is not handed out again. */
  #forgetReplaced(dataset: string, domain: DomainModel): void {
    for (const [id, generation] of this.#known) {
      if (generation.dataset === dataset && generation.domain.name === domain.name) this.#known.delete(id);
    }
  }

  #placeOf(record: GenerationRecord): Place {
    return new Place(record, (id) => this.#registry.schemaOf(id));
  }

  /** Not while another one is under way; what cannot be dropped now can be later. Nobody needs to wait for it. */
  #sweep(): Promise<void> {
    this.#swept = (this.#swept ?? Promise.resolve()).then(() => sweep(this.#database)).catch(() => undefined);
    return this.#swept;
  }
}
