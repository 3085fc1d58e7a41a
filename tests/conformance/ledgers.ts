import { describe, expect, it } from 'vitest';
import type { LedgerEntry, LedgerState, Store } from '../../src/store/index.ts';
import { libraryModel } from '../fixtures/library.ts';
import type { OpenStore } from './store.ts';

const target = 'https://library.example';
const head = { id: 'first', digest: 'abc', unknownBefore: false };
const ledgerOf = (store: Store, at = target) => store.ledger('default', libraryModel, at);

function entry(key: string, state: LedgerState): LedgerEntry {
  const isThere = state === 'created' || state === 'adopted';
  const isMissing = state === 'failed' || state === 'skipped' || state === 'uncertain';
  return { key, state, id: isThere ? `id of ${key}` : null, reason: isMissing ? `no ${key}` : null };
}

/** What is known of rows at other places, for any store. */
export function describeLedgers(open: OpenStore): void {
  describe('ledgers', () => {
    it('are empty, begin, and begin anew', async () => {
      const ledger = await ledgerOf((await open()).store);
      expect([await ledger.head(), await ledger.counts()]).toEqual([undefined, []]);
      await ledger.begin(head);
      await ledger.write('Book', [entry('1', 'created')]);
      expect(await ledger.head()).toEqual(head);
      const anew = { id: 'second', digest: 'def', unknownBefore: true };
      await ledger.begin(anew);
      expect([await ledger.head(), await ledger.counts(), await ledger.entries('Book', ['1'])]).toEqual([anew, [], [undefined]]);
    });

    it('give back what was written last, by key and by id', async () => {
      const ledger = await ledgerOf((await open()).store);
      await ledger.begin(head);
      await ledger.write('Book', [entry('1', 'sent'), entry('2', 'sent'), entry('3', 'sent')]);
      await ledger.write('Book', [entry('1', 'created'), entry('3', 'failed')]);
      await ledger.write('Author', [entry('1', 'adopted')]);
      const known = await ledger.entries('Book', ['3', '4', '1']);
      expect(known).toEqual([entry('3', 'failed'), undefined, entry('1', 'created')]);
      expect([await ledger.holder('Book', 'id of 1'), await ledger.holder('Book', 'id of 2')]).toEqual(['1', undefined]);
      expect([...(await ledger.counts())].sort((a, b) => `${a.entity}${a.state}`.localeCompare(`${b.entity}${b.state}`))).toEqual(
        [
          { entity: 'Author', state: 'adopted', rows: 1 },
          { entity: 'Book', state: 'created', rows: 1 },
          { entity: 'Book', state: 'failed', rows: 1 },
          { entity: 'Book', state: 'sent', rows: 1 },
        ],
      );
    });

    it('name what is missing: refused rows first, those that depend on them last', async () => {
      const ledger = await ledgerOf((await open()).store);
      await ledger.begin(head);
      await ledger.write('Book', [entry('1', 'skipped'), entry('2', 'uncertain'), entry('3', 'failed'), entry('4', 'created')]);
      const keys = async (limit: number) => (await ledger.missing(limit)).map(({ entity, key }) => `${entity} ${key}`);
      expect(await keys(9)).toEqual(['Book 3', 'Book 2', 'Book 1']);
      expect(await keys(2)).toEqual(['Book 3', 'Book 2']);
    });

    it('are one for each target, and go with the dataset', async () => {
      const { store } = await open();
      const [here, there] = [await ledgerOf(store), await ledgerOf(store, `${target}/2`)];
      await here.begin(head);
      expect(await there.head()).toBeUndefined();
      await Promise.all([here.close(), there.close()]);
      expect(await (await ledgerOf(store)).head()).toEqual(head);
      await store.drop('default');
      expect(await (await ledgerOf(store)).head()).toBeUndefined();
    });

    it('outlive closing, where the store does', async () => {
      const { store, reopen } = await open();
      const ledger = await ledgerOf(store);
      await ledger.begin(head);
      await ledger.write('Book', [entry('1', 'created')]);
      if (!reopen) return;
      const again = await ledgerOf(await reopen());
      expect([await again.head(), await again.entries('Book', ['1'])]).toEqual([head, [entry('1', 'created')]]);
    });
  });
}
