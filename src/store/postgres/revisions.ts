import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Client } from './client.ts';
import { Listener } from './listener.ts';

const CHANNEL = 'seedgraph';

/** How often a generation's time of writing is noted, at most. */
const NOTED_EVERY = '5 seconds';

/**
 * What has changed, here and in other processes, as far as anything in memory depends on it: which generations are published, and what
 * was written to them. Changes are announced in the transaction that makes them, hence heard when it is committed, and never
 * otherwise.
 */
export class Revisions {
  readonly #self = randomUUID();
  readonly #listener: Listener;
  readonly #byGeneration = new Map<string, number>();
  #count = 0;
  /** The count when something may have been missed. */
  #gap = 0;
  #registry = 0;

  constructor(config: pg.ClientConfig) {
    this.#listener = new Listener(config, CHANNEL, {
      onMessage: (payload) => this.#hear(payload),
      onGap: () => {
        this.#gap = ++this.#count;
        this.#registry = this.#count;
        this.#byGeneration.clear();
      },
    });
  }

  /** Another number after every write to the generation; a new one each time while other processes cannot be heard. */
  async of(generation: string): Promise<number> {
    if (!(await this.#listener.isListening())) return ++this.#count;
    return this.#byGeneration.get(generation) ?? this.#gap;
  }

  /** Tells the other processes of a write. To be called in its transaction, as late as possible. */
  async announce(client: Client, generation: string): Promise<void> {
    await client.rows(
      `WITH noted AS (UPDATE seedgraph.generation SET written_at = now()
         WHERE id = $1 AND written_at < now() - interval '${NOTED_EVERY}')
       SELECT pg_notify('${CHANNEL}', $2)`,
      [generation, `written ${generation} ${this.#self}`],
    );
  }

  /** Counts a write of this process. To be called when it is committed. */
  written(generation: string): void {
    this.#byGeneration.set(generation, ++this.#count);
  }

  /** Another number whenever generations were published, replaced or dropped; undefined while other processes cannot be heard. */
  get ofRegistry(): number | undefined {
    return this.#listener.isListeningNow ? this.#registry : undefined;
  }

  /** Tells the other processes of such a change. To be called in its transaction. */
  async announceRegistry(client: Client): Promise<void> {
    await client.rows(`SELECT pg_notify('${CHANNEL}', $1)`, [`registry - ${this.#self}`]);
  }

  /** Counts such a change of this process. To be called when it is committed. */
  registryChanged(): void {
    this.#registry = ++this.#count;
  }

  async close(): Promise<void> {
    await this.#listener.close();
  }

  #hear(payload: string): void {
    const [what, generation = '', by] = payload.split(' ');
    // What was done here is known already, and counted when it was done.
    if (by === this.#self) return;
    if (what === 'written') this.written(generation);
    else this.registryChanged();
  }
}
