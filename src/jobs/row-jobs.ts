import type { CellRow } from '../definition/index.ts';
import type { Store } from '../store/store.ts';
import { appendRows } from './append.ts';
import type { Preview } from './compose/preview.ts';
import { removeEntities } from './compose/remove-entities.ts';
import { checkDatasetName } from './dataset-name.ts';
import { removeRows } from './edit/remove.ts';
import { updateRow } from './edit/update.ts';
import { shuttingDown } from './error.ts';
import type { GenerateRequest, Jobs, Removal, RemoveEntitiesRequest, RemoveRequest, UpdateRequest } from './jobs.ts';
import type { RowsCommitted } from './live-job.ts';
import type { UnderWay } from './under-way.ts';
import type { WriterKind, Writers } from './writers.ts';

/** What changes of rows run on. */
export interface RowJobsOptions {
  readonly store: Store;
  readonly version: string;
  readonly writers: Writers;
  readonly underWay: UnderWay;
  readonly onRows: RowsCommitted;
  /** Whether no more work is taken. */
  readonly isClosed: () => boolean;
}

/** Additions, changes and removals of rows: each all or nothing, one at a time at each dataset. */
export class RowJobs implements Pick<Jobs, 'generate' | 'update' | 'remove' | 'removeEntities'> {
  readonly #options: RowJobsOptions;

  constructor(options: RowJobsOptions) {
    this.#options = options;
  }

  async generate(request: GenerateRequest): Promise<readonly CellRow[]> {
    const { store, version, onRows } = this.#options;
    return this.#alone(request.dataset, () => appendRows(store, version, request, onRows));
  }

  async update(request: UpdateRequest): Promise<CellRow> {
    const { store, version } = this.#options;
    return this.#alone(request.dataset, () => updateRow(store, version, request));
  }

  async remove(request: RemoveRequest): Promise<Removal> {
    const { store, version } = this.#options;
    const remove = () => removeRows(store, version, request);
    if (!request.dryRun) return this.#alone(request.dataset, remove);
    // What writes nothing need not wait for those who do.
    checkDatasetName(request.dataset);
    return remove();
  }

  /** A new generation takes the place of the old one, as with a seeding. */
  async removeEntities(request: RemoveEntitiesRequest): Promise<Preview> {
    const { store, version, isClosed } = this.#options;
    return this.#alone(request.dataset, () => removeEntities(store, version, request, isClosed), 'seed');
  }

  async #alone<T>(dataset: string, work: () => Promise<T>, kind: WriterKind = 'generate'): Promise<T> {
    const { writers, underWay, isClosed } = this.#options;
    const refuseWhenClosed = () => {
      if (isClosed()) throw shuttingDown();
    };
    refuseWhenClosed();
    checkDatasetName(dataset);
    const done = writers.alone(dataset, kind, () => {
      refuseWhenClosed();
      return work();
    });
    underWay.track(done);
    return done;
  }
}
