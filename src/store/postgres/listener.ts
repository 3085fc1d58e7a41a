import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { lockKey } from './lock-key.ts';
import { sessionSettings } from './settings.ts';

/** How often the session is asked whether it is still there, in milliseconds: a broken network says nothing by itself. */
const PING_INTERVAL = 10_000;
const FIRST_PAUSE = 50;
const LONGEST_PAUSE = 5_000;

/** Who is told what was heard. */
export interface Listeners {
  readonly onMessage: (payload: string) => void;
  /** Something may have been missed, from here to the next `onMessage`. */
  readonly onGap: () => void;
}

/** A session that hears what other processes announce. It is connected anew, for as long as it takes, whenever it is lost. */
export class Listener {
  readonly #config: pg.ClientConfig;
  readonly #channel: string;
  readonly #to: Listeners;
  readonly #closing = new AbortController();
  readonly #tried = Promise.withResolvers<void>();
  readonly #running: Promise<void>;
  #isListening = false;

  /** @param channel A fixed name: letters and underscores. */
  constructor(config: pg.ClientConfig, channel: string, to: Listeners) {
    this.#config = { ...config, query_timeout: PING_INTERVAL };
    this.#channel = channel;
    this.#to = to;
    this.#running = this.#run();
  }

  /** Whether everything is heard. Waits for the first attempt to connect. */
  async isListening(): Promise<boolean> {
    await this.#tried.promise;
    return this.#isListening;
  }

  /** Whether everything is heard at this moment. */
  get isListeningNow(): boolean {
    return this.#isListening;
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    for (let pause = FIRST_PAUSE; !this.#closing.signal.aborted; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
      const client = new pg.Client(this.#config);
      if (await this.#listen(client)) pause = FIRST_PAUSE;
      this.#isListening = false;
      this.#to.onGap();
      this.#tried.resolve();
      await client.end().catch(() => undefined);
      // It must not keep the process alive, and closing ends it.
      await sleep(pause, undefined, { signal: this.#closing.signal, ref: false }).catch(() => undefined);
    }
  }

  /** Returns when the session is lost, or closed: whether there was one. */
  async #listen(client: pg.Client): Promise<boolean> {
    const lost = new Promise<void>((resolve) => {
      client.on('error', () => resolve());
      client.on('end', resolve);
      this.#closing.signal.addEventListener('abort', () => resolve(), { once: true });
    });
    client.on('notification', ({ payload = '' }) => this.#to.onMessage(payload));
    try {
      await client.connect();
      // The lock, which any number of sessions may share, says that somebody has a store open here.
      await client.query(`${sessionSettings}; LISTEN ${this.#channel}; SELECT pg_advisory_lock_shared(${lockKey('open')})`);
    } catch {
      return false;
    }
    this.#to.onGap();
    this.#isListening = true;
    this.#tried.resolve();
    const ping = setInterval(() => client.query('SELECT 1').catch(() => client.end()), PING_INTERVAL).unref();
    await lost;
    clearInterval(ping);
    return true;
  }
}
