import type { Plan } from '../../plan/index.ts';
import type { SliceProgress, Slices } from '../../store/slices.ts';
import type { Generation } from '../../store/store.ts';
import type { SeedingHooks } from '../batch-writer.ts';
import { JobError } from '../error.ts';
import { overtaken } from '../writers.ts';
import { cutPlan, stageCount } from './cut-plan.ts';
import type { Dispatcher } from './dispatcher.ts';
import type { SliceOrder } from './slice-makers.ts';

/** How long one waits for news before the store is asked, in milliseconds. */
const POLL = 500;
/** When a slice that is still not done is handed out again, in milliseconds: the dispatcher may have lost it. */
const AGAIN = 3_000;

/** The position of a generation that is made of slices: which of them are done is written with each. */
const SLICED = { sliced: true };

/** Whether a generation is made of slices, as its checkpoint tells. */
export function isSliced(position: unknown): boolean {
  return typeof position === 'object' && position !== null && 'sliced' in position;
}

/**
 * Has a plan made slice by slice, by whomever the dispatcher reaches, and finishes the generation. Whoever runs this leads: what those
 * who led before have told others to do is void from here on. It may be cut off anywhere and gone on with, here or elsewhere.
 *
 * @returns false when it was stopped before the end.
 * @throws JobError DATASET_BUSY when another process leads now; the failure of a slice; what the store raises.
 */
export async function runSlices(
  plan: Plan,
  generation: Generation,
  slices: Slices,
  hooks: SeedingHooks,
  dispatcher: Dispatcher,
): Promise<boolean> {
  const state = await generation.state();
  if (!state.finished) {
    const fence = await moveFence(generation);
    await slices.plan(cutPlan(plan));
    const counted = new Map([...state.totals].map(([entity, { rows }]) => [entity, rows]));
    const lead = new Lead({ generation, slices, hooks, dispatcher, fence, counted });
    for (let stage = 0; stage < stageCount(plan); stage++) {
      if (stage === 1) await generation.index();
      if (await lead.stage(stage)) continue;
      await moveFence(generation);
      return false;
    }
    await generation.finish();
  }
  await slices.clear();
  return !hooks.shouldStop();
}

/** Makes void what others were told to do; gives the fence that holds from now on. */
async function moveFence(generation: Generation): Promise<number> {
  const { sequence } = (await generation.state()).checkpoint;
  if (await generation.write({ sequence, position: SLICED, inserts: [], changes: new Map() })) return sequence + 1;
  throw overtaken(generation.dataset);
}

interface LeadOptions {
  readonly generation: Generation;
  readonly slices: Slices;
  readonly hooks: SeedingHooks;
  readonly dispatcher: Dispatcher;
  readonly fence: number;
  /** Rows that have been told of, by entity. */
  readonly counted: Map<string, number>;
}

/** Sees to it that slices get done. */
class Lead {
  readonly #options: LeadOptions;
  readonly #order: SliceOrder;
  /** When slices were handed out, by their numbers. */
  #out = new Map<number, number>();

  constructor(options: LeadOptions) {
    const { generation, fence } = options;
    this.#options = options;
    this.#order = { generation: generation.id, dataset: generation.dataset, domain: generation.domain.name, fence };
  }

  /** Resolves when all slices of a stage are done; with false when it is to be stopped before. */
  async stage(stage: number): Promise<boolean> {
    const { generation, slices, hooks, dispatcher } = this.#options;
    for (;;) {
      if (hooks.shouldStop()) return false;
      const progress = await slices.progress(stage);
      this.#take(progress);
      if (progress.isComplete) return true;
      await this.#handOut(stage);
      await dispatcher.news(generation.id, POLL);
    }
  }

  #take({ fence, failure, rows }: SliceProgress): void {
    const { generation, hooks, counted } = this.#options;
    if (fence !== this.#options.fence) throw overtaken(generation.dataset);
    for (const [entity, now] of rows) {
      const before = counted.get(entity) ?? 0;
      if (now > before) hooks.onRows(entity, now - before);
      counted.set(entity, now);
    }
    if (failure) throw new JobError(failure.code, failure.message);
  }

  async #handOut(stage: number): Promise<void> {
    const { slices, dispatcher } = this.#options;
    const pending = await slices.pending(stage, -1, dispatcher.window);
    const now = performance.now();
    const out = new Map(pending.map(({ ordinal }) => [ordinal, this.#out.get(ordinal) ?? Number.NEGATIVE_INFINITY]));
    const due = [...out].filter(([, since]) => now - since >= AGAIN).map(([ordinal]) => ordinal);
    this.#out = out;
    if (due.length === 0 || !(await dispatcher.handOut(this.#order, due))) return;
    for (const ordinal of due) out.set(ordinal, now);
  }
}
