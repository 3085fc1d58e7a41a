import { setTimeout } from 'node:timers/promises';

/** The streams that are open now, so that all of them can be ended. */
export class LiveStreams {
  readonly #open = new Set<{ end(): void }>();
  #ended = false;

  /** How many there are. */
  get size(): number {
    return this.#open.size;
  }

  /** The same stream, until it ends by itself, is ended by its reader, or by `end`. */
  track<T>(source: AsyncIterable<T>): AsyncIterableIterator<T> {
    const stream: LiveStream<T> = new LiveStream(source[Symbol.asyncIterator](), () => this.#open.delete(stream));
    if (this.#ended) stream.end();
    else this.#open.add(stream);
    return stream;
  }

  /** Waits until every stream has ended by itself, at most `patience` milliseconds; what is open then is ended. */
  async drain(patience: number): Promise<void> {
    const deadline = Date.now() + patience;
    while (this.#open.size > 0 && Date.now() < deadline) await setTimeout(5);
    this.end();
  }

  /** Ends every stream, present and future; readers see them as complete. */
  end(): void {
    this.#ended = true;
    for (const stream of this.#open) stream.end();
  }
}

class LiveStream<T> implements AsyncIterableIterator<T> {
  readonly #source: AsyncIterator<T>;
  readonly #closed: () => void;
  #ended = false;
  /** End the reads that are under way. */
  readonly #pending = new Set<() => void>();

  constructor(source: AsyncIterator<T>, closed: () => void) {
    this.#source = source;
    this.#closed = closed;
  }

  /** Lets go of the source. One that does not answer is not waited for. */
  end(): void {
    this.#closed();
    this.#ended = true;
    for (const release of this.#pending) release();
    this.#pending.clear();
    void this.#source.return?.().catch(() => undefined);
  }

  /** No race against a promise that lives as long as the stream: such a promise would keep every event that it lost to. */
  next(): Promise<IteratorResult<T>> {
    if (this.#ended) return Promise.resolve({ done: true, value: undefined });
    return new Promise((resolve, reject) => {
      const release = () => resolve({ done: true, value: undefined });
      this.#pending.add(release);
      this.#source
        .next()
        .then(
          (result) => {
            if (result.done) this.#closed();
            resolve(result);
          },
          (error: unknown) => {
            this.#closed();
            reject(error);
          },
        )
        .finally(() => this.#pending.delete(release));
    });
  }

  async return(): Promise<IteratorResult<T>> {
    this.end();
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
