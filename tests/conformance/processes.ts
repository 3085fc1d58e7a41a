import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Store, withEntityCache } from '../../src/store/index.ts';
import { libraryModel } from '../fixtures/library.ts';
import { until } from '../server/served.ts';
import { book, entity, keyOf, publish } from './rows.ts';

const books = entity('Book');

/** Another process that has the same store open. */
export interface Other {
  readonly child: ChildProcess;
  /** What it has said before it was ready. */
  readonly said: string[];
}

/** Starts the other process and waits until it is ready. It is killed when the test ends. */
export type StartOther = (command: string) => Promise<Other>;

/**
 * What holds for two processes that have the same store open, for any store that outlives them.
 *
 * @param more Tests of a store's own.
 */
export function describeProcesses(
  name: string,
  open: () => Promise<{ readonly store: Store; readonly url: string }>,
  more: (parts: { readonly other: StartOther; readonly store: () => Store; readonly url: () => string }) => void = () =>
    undefined,
): void {
  describe(`${name}, two processes`, () => {
    let store: Store;
    let url: string;
    const children: ChildProcess[] = [];

    beforeEach(async () => {
      ({ store, url } = await open());
    });

    afterEach(async () => {
      for (const child of children.splice(0)) await kill(child);
    });

    async function other(command: string): Promise<Other> {
      const script = join(import.meta.dirname, 'child.ts');
      const child = spawn(process.execPath, [script, command, url], { stdio: ['pipe', 'pipe', 'inherit'] });
      children.push(child);
      const said: string[] = [];
      for await (const line of createInterface(child.stdout)) {
        if (line === 'ready') return { child, said };
        said.push(line);
      }
      throw new Error(`The other process ended while it was to ${command}.`);
    }

    it('sees what the other publishes, while readers of the former generation go on', async () => {
      await publish(store, 'shared', new Map([[books, [book(0)]]]));
      const former = await store.open('shared', libraryModel);
      expect(await former?.count({ entity: books })).toEqual([1]);
      await other('publish');
      await until(async () => (await store.open('shared', libraryModel))?.id !== former?.id);
      const now = await store.open('shared', libraryModel);
      expect(await now?.count({ entity: books })).toEqual([3]);
      await publish(store, 'another', new Map());
      expect(await former?.get(books, [keyOf('Book', 0), keyOf('Book', 1)])).toEqual([book(0), undefined]);
    });

    it('sees what the other appends, through a cache too', async () => {
      const cached = withEntityCache(store);
      await publish(cached, 'shared', new Map([[books, [book(0)]]]));
      const generation = await cached.open('shared', libraryModel);
      const keys = [keyOf('Book', 0), keyOf('Book', 3)];
      expect(await generation?.get(books, keys)).toEqual([book(0), undefined]);
      const before = await generation?.revision();
      await other('append');
      // At once, or as soon as it is told.
      await until(async () => (await generation?.revision()) !== before);
      expect(await generation?.get(books, keys)).toEqual([book(0), book(3, { prequelId: null })]);
    });

    it('waits for the lease of the other until it ends', async () => {
      const { child } = await other('lease');
      expect(await store.control.leased('shared')).toBe(true);
      expect(await store.control.acquire('shared')).toBeUndefined();
      await kill(child);
      // A server takes a moment to see that its client is gone.
      await until(async () => !(await store.control.leased('shared')));
      expect(await store.control.acquire('shared')).toBeDefined();
    });

    it('has whole batches alone after the other was killed while writing, and goes on from there', async () => {
      const { child, said } = await other('write');
      await kill(child);
      const generation = await store.reopen(said[0] ?? '', libraryModel);
      const state = await generation?.state();
      const rows = await generation?.range(books, '', '~', 1_000_000);
      const batches = state?.checkpoint.sequence ?? 0;
      expect(batches).toBeGreaterThan(3);
      expect(state?.checkpoint.position).toEqual({ sequence: batches - 1 });
      expect(state?.totals.get('Book')).toEqual({ rows: batches * 500, sum: BigInt(batches) });
      expect(rows).toHaveLength(batches * 500);
      expect(rows?.at(-1)).toEqual(book(batches * 500 - 1));
      await generation?.finish();
      if (generation) await store.publish(generation);
      expect(await (await store.open('shared', libraryModel))?.count({ entity: books })).toEqual([batches * 500]);
    });

    more({ other, store: () => store, url: () => url });
  });
}

export async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}
