import { Option } from 'commander';
import { SeedgraphError } from '../definition/index.ts';
import { DEFAULT_DATASET } from '../jobs/index.ts';
import { type Generation, nothingIn } from '../store/index.ts';
import { domainNamed } from './common.ts';
import { publishedOf, type ReadOptions, withStore } from './reading.ts';

export const readOption = () => new Option('--dataset <name>', 'the dataset to read').default(DEFAULT_DATASET);

/**
 * Opens what is published of a domain in a dataset, for one command, and closes it whatever happens. The signal is aborted by Ctrl-C.
 *
 * @throws SeedgraphError UNKNOWN_DOMAIN, INVALID_DATASET_NAME, DATASET_NOT_FOUND.
 */
export async function withGeneration<T>(
  options: ReadOptions & { readonly domain: string },
  work: (generation: Generation, signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const domain = domainNamed(options.domain);
  const controller = new AbortController();
  const stop = () => controller.abort(new SeedgraphError('INTERRUPTED', 'Interrupted; nothing was written.'));
  process.once('SIGINT', stop);
  try {
    return await withStore(options, async (store) => {
      const generation = await publishedOf(store, options, domain);
      if (!generation) throw nothingIn(options.dataset, domain.name);
      return work(generation, controller.signal);
    });
  } finally {
    process.off('SIGINT', stop);
  }
}
