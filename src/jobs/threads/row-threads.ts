import type { Piscina } from 'piscina';
import { type DomainSource, SeedgraphError } from '../../definition/index.ts';
import type { Block } from '../../generate/index.ts';
import { type Layout, layoutOf, type Plan, recipeOf } from '../../plan/index.ts';
import { JobError } from '../error.ts';
import { type MadeStep, makeAhead } from './make-ahead.ts';
import type { Answer } from './thread.ts';
import { type MadeBlock, sentBlock, type Unit } from './unit.ts';

/** So many rows are made in the time that a thread takes to start: it loads the definitions, and compiles them while it runs. */
const FEW_ROWS = 100_000;

/** Units on their way, or waiting to be written, for each thread: one is made, one waits for the thread, one for the writer. */
const UNITS_EACH = 3;

/** How long threads without work are kept, in milliseconds: starting one anew takes 300 ms, keeping it 120 MB. */
const IDLE = 10_000;

/** Where rows are made, beside the thread that writes them. */
export interface ThreadsOptions {
  /** How many. 0: rows are made by the thread that writes them. */
  readonly count: number;
  /** What the threads load. */
  readonly source: DomainSource;
  /** Plans of fewer rows are made without threads. Default: 100,000. */
  readonly minRows?: number;
}

/**
 * None: to hand a row over costs about as much as to make it, so that on two cores ten schools took longer with threads (SQLite 8.1 s
 * and 6.7 s, PostgreSQL 10.4 s and 8.6 s). They pay for definitions whose rows are dear.
 */
export const DEFAULT_THREADS = 0;

/** Threads that make rows. Started with the first seeding that is large enough, and let go when there was no work for a while. */
export class RowThreads {
  readonly #options: ThreadsOptions;
  #pool: Promise<Piscina> | undefined;
  #busy = 0;
  #letGo: NodeJS.Timeout | undefined;

  constructor(options: ThreadsOptions) {
    this.#options = options;
  }

  /**
   * The steps of a plan with their rows, made ahead. Without rows those that the caller makes: all of a small plan, and what is
   * derived from stored rows, and everything when the threads cannot load the same definitions.
   *
   * @param seeding is of this plan alone, and the same when it is gone on with.
   */
  ahead<Position>(
    plan: Plan,
    seeding: string,
    steps: Iterable<MadeStep<Position>>,
  ): Iterable<MadeStep<Position>> | AsyncIterable<MadeStep<Position>> {
    const { count, minRows = FEW_ROWS } = this.#options;
    if (count === 0 || plan.rows < minRows) return steps;
    const layout = layoutOf(plan.domain);
    const shared = { seeding, domain: plan.domain.name, recipe: recipeOf(plan) };
    const make = (blocks: readonly Block[]) => {
      const unit = unitOf(layout, shared, blocks);
      return unit && this.#make(unit);
    };
    return makeAhead(steps, make, count * UNITS_EACH);
  }

  /** Ends the threads. What they were making is refused with an error. */
  async close(): Promise<void> {
    clearTimeout(this.#letGo);
    const pool = this.#pool;
    this.#pool = undefined;
    await (await pool)?.destroy();
  }

  async #make(unit: Unit): Promise<readonly MadeBlock[] | undefined> {
    clearTimeout(this.#letGo);
    this.#busy++;
    try {
      this.#pool ??= this.#start();
      const answer: Answer = await (await this.#pool).run({ source: this.#options.source, unit }).catch((error: unknown) => {
        throw threadDied(error);
      });
      if ('failure' in answer) throw errorOf(answer.failure);
      return answer.made;
    } finally {
      this.#busy--;
      if (this.#busy === 0) this.#letGo = setTimeout(() => void this.close(), IDLE).unref();
    }
  }

  async #start(): Promise<Piscina> {
    // Loaded when it is needed: most commands never do.
    const { Piscina } = await import('piscina');
    const { count } = this.#options;
    const pool = new Piscina({
      // Beside this file: TypeScript in a checkout, JavaScript in the package.
      filename: new URL(`./thread${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url).href,
      minThreads: count,
      maxThreads: count,
      // A thread finds its next unit at hand when it has made one.
      concurrentTasksPerWorker: 2,
      recordTiming: false,
    });
    // A thread died that had nothing to do. Should others never start, those who wait for them are told so.
    pool.on('error', () => void pool.destroy());
    return pool;
  }
}

function unitOf(layout: Layout, shared: Omit<Unit, 'entity' | 'blocks'>, blocks: readonly Block[]): Unit | undefined {
  const entity = blocks[0]?.entity;
  if (!entity || 'derive' in entity.definition) return undefined;
  return { ...shared, entity: entity.name, blocks: blocks.map((block) => sentBlock(layout, block)) };
}

function errorOf({ code, message, stack }: Extract<Answer, { failure: unknown }>['failure']): Error {
  const error = code === undefined ? new Error(message) : new SeedgraphError(code, message);
  if (stack !== undefined) error.stack = stack;
  return error;
}

function threadDied(error: unknown): JobError {
  const why = error instanceof Error ? error.message : String(error);
  const message = `A thread that made rows has ended: ${why}. Resume the job, perhaps with fewer threads (--threads 0: none).`;
  return new JobError('THREAD_DIED', message, { cause: error });
}
