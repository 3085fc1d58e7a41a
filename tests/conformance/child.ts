/**
 * The other process of the tests: `node child.ts COMMAND URL`. Says `ready` when there is something to see, and
 * then lives until it is killed or its input ends.
 */
import { openStore, type Store } from '../../src/store/index.ts';
import { openPostgresStore } from '../../src/store/postgres/open.ts';
import { libraryModel } from '../fixtures/library.ts';
import { batchOf, book, entity, publish, standing } from './rows.ts';

const books = entity('Book');
const batchSize = 500;

const commands: Readonly<Record<string, (store: Store) => Promise<void>>> = {
  publish: async (store) => {
    await publish(store, 'shared', new Map([[books, [book(0), book(1), book(2)]]]));
    say('ready');
  },
  lease: async (store) => {
    await store.control.acquire('shared');
    say('ready');
  },
  /** Takes a lease that does not last long, renews it, and tells when it is lost. */
  'brief lease': async (store) => {
    const lease = await store.control.acquire('shared');
    say('ready');
    setInterval(async () => {
      if ((await lease?.renew()) === false) say('lost');
    }, 500);
  },
  /** Publishes more and more books, without end. */
  'publish on': async (store) => {
    say('ready');
    for (let count = 20; ; count += 10) {
      await publish(store, 'shared', new Map([[books, Array.from({ length: count }, (_, index) => book(index))]]));
    }
  },
  /** Adds a row to the published generation. */
  append: async (store) => {
    const generation = await store.open('shared', libraryModel);
    const sequence = (await generation?.state())?.checkpoint.sequence ?? 0;
    await generation?.write(batchOf(sequence, new Map([[books, [book(3, { prequelId: null })]]])));
    say('ready');
  },
  /** Writes without end. */
  write: async (store) => {
    const generation = await store.create('shared', libraryModel, '1.0.0', []);
    say(generation.id);
    for (let sequence = 0; ; sequence++) {
      const rows = Array.from({ length: batchSize }, (_, index) => book(sequence * batchSize + index));
      await generation.write(batchOf(sequence, new Map([...(sequence === 0 ? standing : []), [books, rows]])));
      if (sequence === 3) say('ready');
      await new Promise(setImmediate);
    }
  },
};

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

const [, , command = '', url = ''] = process.argv;
process.stdin.resume().on('end', () => process.exit());
await commands[command]?.(
  command === 'brief lease' ? await openPostgresStore({ url, leaseLifetime: 2_000 }) : await openStore(url),
);
