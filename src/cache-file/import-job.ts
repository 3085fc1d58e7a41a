import { randomUUID } from 'node:crypto';
import { type DomainModel, SeedgraphError } from '../definition/index.ts';
import { digestOf } from '../generate/index.ts';
import { DEFAULT_SEED } from '../plan/index.ts';
import type { Control, JobRecord } from '../store/control.ts';
import type { Generation } from '../store/store.ts';

/**
 * The record of an import, so that others see what is going on; and that the rows of one whose process died are removed when the
 * store is opened next.
 */
export class ImportJob {
  readonly #control: Control;
  #record: JobRecord;

  constructor(control: Control, dataset: string, domain: DomainModel, file: string) {
    const now = new Date().toISOString();
    this.#control = control;
    this.#record = {
      id: randomUUID(),
      seq: 1,
      kind: 'import',
      status: 'RUNNING',
      dataset,
      domain: domain.name,
      seed: DEFAULT_SEED,
      input: { file },
      idempotencyKey: null,
      generation: null,
      planned: 0,
      inserted: 0,
      steps: domain.entities.map(({ name }) => ({ entity: name, status: 'RUNNING', planned: 0, inserted: 0 })),
      error: null,
      digest: null,
      createdAt: now,
      startedAt: now,
      completedAt: null,
    };
  }

  /** To be saved before the generation is made, so that there is none without a job. */
  async begin(): Promise<void> {
    await this.#control.saveJob(this.#record);
  }

  async writesTo({ id }: Generation): Promise<void> {
    this.#record = { ...this.#record, generation: id, seq: this.#record.seq + 1 };
    await this.#control.saveJob(this.#record);
  }

  async complete(generation: Generation): Promise<void> {
    const { totals, recipe } = await generation.state();
    const steps = this.#record.steps.map((step) => {
      const rows = totals.get(step.entity)?.rows ?? 0;
      return { ...step, status: 'COMPLETED' as const, planned: rows, inserted: rows };
    });
    const inserted = steps.reduce((sum, step) => sum + step.inserted, 0);
    const digest = digestOf(generation.domain, totals);
    await this.#settle({ status: 'COMPLETED', steps, planned: inserted, inserted, digest, seed: Number(recipe[0]?.seed) });
  }

  async fail(cause: unknown): Promise<void> {
    const message = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause);
    const error = { code: cause instanceof SeedgraphError ? cause.code : 'JOB_FAILED', message };
    const steps = this.#record.steps.map((step) => ({ ...step, status: 'FAILED' as const }));
    await this.#settle({ status: 'FAILED', steps, error });
  }

  async #settle(outcome: Partial<JobRecord>): Promise<void> {
    this.#record = { ...this.#record, ...outcome, seq: this.#record.seq + 1, completedAt: new Date().toISOString() };
    await this.#control.saveJob(this.#record);
  }
}
