import { LRUCache } from 'lru-cache';
import type { Generation } from '../store/index.ts';
import type { Integrity } from './integrity.ts';
import { verifyGeneration } from './verify.ts';

/** Results kept: of a generation as long as nobody writes to it. */
const KEPT = 100;

/** A verification that is under way, or waits for its turn. */
interface Run {
  readonly result: Promise<Integrity>;
  readonly controller: AbortController;
  waiting: number;
}

/**
 * Verifies for many callers: one generation at a time, each once until it is written to. Callers that ask for the same share a run, which
 * ends when none of them waits for it any more.
 */
export class Verifier {
  readonly #known = new LRUCache<string, { readonly revision: number; readonly integrity: Integrity }>({ max: KEPT });
  readonly #runs = new Map<string, Run>();
  #last: Promise<unknown> = Promise.resolve();

  /** @throws as `verifyGeneration`; the signal's reason once it is aborted. */
  async verify(generation: Generation, signal?: AbortSignal): Promise<Integrity> {
    signal?.throwIfAborted();
    const revision = await generation.revision();
    const known = this.#known.get(generation.id);
    if (known?.revision === revision) return known.integrity;
    const name = `${generation.id} ${revision}`;
    const run = this.#runs.get(name) ?? this.#begin(name, generation);
    run.waiting++;
    try {
      return await unlessAborted(run.result, signal);
    } finally {
      run.waiting--;
      if (run.waiting === 0) {
        run.controller.abort();
        if (this.#runs.get(name) === run) this.#runs.delete(name);
      }
    }
  }

  #begin(name: string, generation: Generation): Run {
    const controller = new AbortController();
    const result = this.#last.then(async () => {
      const revision = await generation.revision();
      const integrity = await verifyGeneration(generation, { signal: controller.signal });
      this.#known.set(generation.id, { revision, integrity });
      return integrity;
    });
    this.#last = result.catch(() => undefined);
    const run = { result, controller, waiting: 0 };
    this.#runs.set(name, run);
    return run;
  }
}

/** The result, or the signal's reason as soon as it is aborted. */
async function unlessAborted<T>(result: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return result;
  const ended = Promise.withResolvers<never>();
  const stop = () => ended.reject(signal.reason);
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await Promise.race([result, ended.promise]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
