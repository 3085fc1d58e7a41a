import type { Control, JobRecord, JobStatus, JobStepRecord } from '../store/control.ts';
import { RateMeter } from './rate-meter.ts';

/** The states that a job does not leave by itself. */
export const SETTLED: ReadonlySet<JobStatus> = new Set(['INTERRUPTED', 'CANCELED', 'COMPLETED', 'FAILED']);

/** How often progress is saved, in milliseconds. The generation knows it exactly; this copy is for lists. */
const SAVE_INTERVAL = 500;

/** Told of rows that have been committed. */
export type RowsCommitted = (domain: string, entity: string, rows: number) => void;

/** A job that runs in this process: its present state, and those who wait for the next. */
export class LiveJob {
  #record: JobRecord;
  #step: JobStepRecord | null = null;
  readonly #control: Control;
  readonly #onRows: RowsCommitted;
  readonly #onSaved: (id: string) => void;
  readonly #waiting = new Set<() => void>();
  readonly #rate = new RateMeter();
  readonly #rates = new Map<string, RateMeter>();
  #savedAt = 0;
  #saving: Promise<void> = Promise.resolve();
  #abandoned = false;
  #stopRequested: 'cancel' | 'interrupt' | undefined;

  /** @param onSaved Told that others can see a change. */
  constructor(record: JobRecord, control: Control, onRows: RowsCommitted, onSaved: (id: string) => void = () => undefined) {
    this.#record = record;
    this.#control = control;
    this.#onRows = onRows;
    this.#onSaved = onSaved;
  }

  get record(): JobRecord {
    return this.#record;
  }

  /** The step that moved last; null before the first and after the last change. */
  get step(): JobStepRecord | null {
    return SETTLED.has(this.#record.status) ? null : this.#step;
  }

  get settled(): boolean {
    return SETTLED.has(this.#record.status);
  }

  /** Why the run should stop, if it should. */
  get stopRequested(): 'cancel' | 'interrupt' | undefined {
    return this.#stopRequested;
  }

  /** Asks the run to stop after its present batch. */
  stop(reason: 'cancel' | 'interrupt'): void {
    this.#stopRequested ??= reason;
  }

  /** Asks the run to stop for good, and says so. */
  async cancel(): Promise<JobRecord> {
    this.stop('cancel');
    return this.change({ status: 'CANCELING' });
  }

  /** Changes the record, saves it and resolves when it is saved. */
  async change(changes: Partial<JobRecord>): Promise<JobRecord> {
    this.#set(changes);
    await this.#save();
    return this.#record;
  }

  /** Saves the end of the job, does what has to be done `before` it is told, and tells it. */
  async settle(changes: Partial<JobRecord>, before: () => Promise<void>): Promise<void> {
    await this.#saving.catch(() => undefined);
    await this.#control.saveJob({ ...this.#record, ...changes, seq: this.#record.seq + 1 });
    await before();
    this.#set(changes);
    this.#onSaved(this.#record.id);
  }

  /** Ends every wait: the job goes on elsewhere, and its state is found where it is saved. */
  abandon(): void {
    this.#abandoned = true;
    this.#wake();
  }

  /** Counts rows that have been committed; with the first of them a job that was queued is running. Saved now and then. */
  addRows(entity: string, rows: number): void {
    const now = performance.now();
    const rate = this.#rateOf(entity).add(rows, now);
    const steps = this.#record.steps.map((step) => (step.entity === entity ? advance(step, rows, rate) : step));
    this.#step = steps.find((step) => step.entity === entity) ?? null;
    const wasQueued = this.#record.status === 'QUEUED';
    const begun = wasQueued ? { status: 'RUNNING' as const, startedAt: this.#record.startedAt ?? new Date().toISOString() } : {};
    this.#set({ ...begun, steps, inserted: this.#record.inserted + rows, rate: this.#rate.add(rows, now) });
    this.#onRows(this.#record.domain, entity, rows);
    // Should saving fail, the next one repeats it; the last is awaited.
    if (wasQueued || Date.now() - this.#savedAt >= SAVE_INTERVAL) this.#save().catch(() => undefined);
  }

  /** Resolves at the next change. */
  changed(): { promise: Promise<void>; forget: () => void } {
    let wake: () => void = () => undefined;
    const promise = new Promise<void>((resolve) => {
      wake = resolve;
    });
    this.#waiting.add(wake);
    return { promise, forget: () => this.#waiting.delete(wake) };
  }

  /** Resolves when the job has come to an end, or was abandoned. */
  async end(): Promise<void> {
    while (!this.settled && !this.#abandoned) await this.changed().promise;
  }

  #rateOf(entity: string): RateMeter {
    const meter = this.#rates.get(entity) ?? new RateMeter();
    this.#rates.set(entity, meter);
    return meter;
  }

  #set(changes: Partial<JobRecord>): void {
    this.#record = { ...this.#record, ...changes, seq: this.#record.seq + 1 };
    this.#wake();
  }

  #wake(): void {
    for (const wake of this.#waiting) wake();
    this.#waiting.clear();
  }

  /** Saves one after the other, so that an older state never replaces a newer. */
  #save(): Promise<void> {
    this.#savedAt = Date.now();
    this.#saving = this.#saving
      .catch(() => undefined)
      .then(async () => {
        await this.#control.saveJob(this.#record);
        this.#onSaved(this.#record.id);
      });
    return this.#saving;
  }
}

function advance(step: JobStepRecord, rows: number, rate: number | null): JobStepRecord {
  const inserted = step.inserted + rows;
  return { ...step, inserted, rate, status: inserted >= step.planned ? 'COMPLETED' : 'RUNNING' };
}
