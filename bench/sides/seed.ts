import { inDatabase } from '../databases.ts';
import type { Round } from '../side.ts';
import { inFolder, schools, seedInto } from '../workshop.ts';

interface Options {
  readonly store: 'file' | 'memory' | 'postgres';
  readonly schools: number;
  /** That make the rows. Default: none, as everywhere. */
  readonly threads?: number;
  /** So many schools are seeded first, uncounted, where each round is a new process. Default: none. */
  readonly warmUp?: number;
}

/** Seeding as the gateway does it: plan, generation, digest, checkpoints, indexes, publishing; opening the empty store included. */
export default async function prepare({ store, schools: count, threads, warmUp }: Options): Promise<Round> {
  if (warmUp) await inStore(store, (url) => seedInto(url, schools(warmUp), threads));
  return (clock) =>
    inStore(store, async (url) => {
      const { inserted } = await clock(() => seedInto(url, schools(count), threads));
      return { rows: inserted };
    });
}

function inStore<T>(store: Options['store'], work: (url: string) => Promise<T>): Promise<T> {
  if (store === 'memory') return work('memory:');
  return store === 'postgres' ? inDatabase(work) : inFolder((folder) => work(`file:${folder}`));
}
