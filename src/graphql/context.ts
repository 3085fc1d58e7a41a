import type { DomainModel } from '../definition/index.ts';
import { checkDatasetName, DEFAULT_DATASET, type Jobs } from '../jobs/index.ts';
import type { JobRecord, JobStepRecord } from '../store/control.ts';
import type { Generation, Store } from '../store/store.ts';
import { RequestError } from './error.ts';
import { Loaders } from './loaders.ts';
import { MAX_PAGE_SIZE } from './page-size.ts';

/** What a schema is built over, and what every request reaches. */
export interface Engine {
  readonly domains: readonly DomainModel[];
  readonly store: Store;
  readonly jobs: Jobs;
  /** The largest page that may be asked for. Default: 1,000. */
  readonly maxPageSize?: number;
}

/** What resolvers get as their context. */
export interface RequestContext {
  readonly session: Session;
}

/** One request: its dataset, the generations it reads and its batching loaders. */
export class Session {
  readonly engine: Engine;
  /** Aborted when nobody waits for the answer any more, or for too long: reads then stop and reject with its reason. */
  readonly signal: AbortSignal | undefined;
  readonly #requested: string | undefined;
  readonly #sources = new Map<string, Promise<Generation | undefined>>();
  readonly #loaders = new Map<Generation, Loaders>();

  /** `requested` is the dataset that the header, or the connection parameter, names. */
  constructor(engine: Engine, requested?: string | undefined, signal?: AbortSignal | undefined) {
    this.engine = engine;
    this.signal = signal;
    this.#requested = requested;
  }

  /** The largest page that may be asked for. */
  get maxPageSize(): number {
    return this.engine.maxPageSize ?? MAX_PAGE_SIZE;
  }

  /** The dataset to write to: the argument's, else the request's. @throws JobError INVALID_DATASET_NAME. */
  target(argument?: string | null): string {
    return checkDatasetName(argument ?? this.#requested ?? DEFAULT_DATASET);
  }

  /**
   * What is published of a domain, the same generation for the whole request; undefined when there is nothing.
   * @throws RequestError DATASET_NOT_FOUND for a dataset that does not exist; the signal's reason once it is aborted.
   */
  source(domain: DomainModel, dataset = this.target()): Promise<Generation | undefined> {
    this.signal?.throwIfAborted();
    const id = `${domain.name}/${dataset}`;
    const known = this.#sources.get(id);
    if (known) return known;
    const opened = this.#open(domain, dataset);
    this.#sources.set(id, opened);
    return opened;
  }

  /** The loaders of a generation. */
  loaders(source: Generation): Loaders {
    this.signal?.throwIfAborted();
    const known = this.#loaders.get(source);
    if (known) return known;
    const made = new Loaders(source, this.signal);
    this.#loaders.set(source, made);
    return made;
  }

  /** A step of a job, with its entity under the name of its type. */
  named(job: JobRecord, step: JobStepRecord): JobStepRecord {
    const domain = this.engine.domains.find(({ name }) => name === job.domain);
    const entity = domain?.entities.find(({ name }) => name === step.entity);
    return entity ? { ...step, entity: entity.typeName } : step;
  }

  /** After a write: what follows in the same request must see it. */
  forget(): void {
    this.#sources.clear();
    this.#loaders.clear();
  }

  async #open(domain: DomainModel, dataset: string): Promise<Generation | undefined> {
    const source = await this.engine.store.open(dataset, domain);
    if (!source) await this.requireDataset(dataset);
    return source;
  }

  /** `argument` is what names the dataset. @throws RequestError DATASET_NOT_FOUND. */
  async requireDataset(dataset: string, argument = 'dataset'): Promise<void> {
    const datasets = dataset === DEFAULT_DATASET ? [] : await this.engine.store.datasets();
    if (dataset === DEFAULT_DATASET || datasets.some(({ name }) => name === dataset)) return;
    throw new RequestError(
      'DATASET_NOT_FOUND',
      `There is no dataset "${dataset}". A seeding makes it; there are ${listed(datasets.map(({ name }) => name))}.`,
      { path: [argument], details: { given: dataset } },
    );
  }
}

/** A server may have a thousand. */
const MOST_LISTED = 10;

function listed(names: readonly string[]): string {
  const more = names.length - MOST_LISTED;
  return `${names.slice(0, MOST_LISTED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
