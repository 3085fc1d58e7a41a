import { expect, onTestFinished, test } from 'vitest';
import type { Generation, Store } from '../../src/store/index.ts';
import { openPostgresStore } from '../../src/store/postgres/open.ts';
import { libraryModel } from '../fixtures/library.ts';
import { breakingProxy } from '../support/breaking-proxy.ts';
import { postgresStores } from '../support/postgres-stores.ts';
import { describeWith, postgres } from '../support/services.ts';
import { batchOf, entity, member, publish } from './rows.ts';

const members = entity('Member');
const newMember = (sequence: number, index: number) => batchOf(sequence, new Map([[members, [member(index)]]]));

describeWith([postgres], 'a process that stands still while it writes to PostgreSQL', () => {
  const stores = postgresStores();

  /** A published dataset, and a process that is stopped in the middle of adding a row to it. */
  async function stopped() {
    const { url, store } = await stores.open();
    const { id } = await publish(store, 'a');
    const proxy = await breakingProxy(url);
    onTestFinished(proxy.close);
    const other = await openPostgresStore({ url: proxy.url });
    const sleeper = (await other.open('a', libraryModel)) as Generation;
    const { sequence } = (await sleeper.state()).checkpoint;
    const stop = proxy.stopBehind('FROM STDIN');
    const written = sleeper.write(newMember(sequence, 100));
    const goOn = await stop;
    const end = async () => {
      goOn();
      const outcome = await written.catch((error) => error.code);
      await other.close();
      return outcome;
    };
    return { store, id, sequence, end };
  }

  const added = [100, 101].map((index) => String(member(index)[0]));
  const held = async (store: Store) => (await store.open('a', libraryModel))?.get(members, added);

  test('keeps nobody from adding rows, or from replacing them', async () => {
    const adding = async () => {
      const { store, sequence, end } = await stopped();
      const generation = (await store.open('a', libraryModel)) as Generation;
      expect(await generation.write(newMember(sequence, 101))).toBe(true);
      // Its place was taken: it learns that it wrote nothing.
      expect(await end()).toBe(false);
      expect(await held(store)).toEqual([undefined, member(101)]);
    };
    const replacing = async () => {
      const { store, id, end } = await stopped();
      const { id: next } = await publish(store, 'a');
      expect(next).not.toBe(id);
      await end();
      expect((await store.open('a', libraryModel))?.id).toBe(next);
    };
    await Promise.all([adding(), replacing()]);
  }, 60_000);
});
