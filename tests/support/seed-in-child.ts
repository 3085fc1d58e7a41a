import { createJobs } from '../../src/jobs/index.ts';
import { openStore } from '../../src/store/index.ts';
import { libraryModel } from '../fixtures/library.ts';

/** A process of its own that seeds a dataset and says how far it is, to be killed at some point: URL of the store, overrides as JSON. */
const [url = 'memory:', overrides = '{}'] = process.argv.slice(2);

const store = await openStore(url);
const jobs = await createJobs({ store, domains: [libraryModel], version: 'test' });
const { id } = await jobs.seed({ domain: libraryModel, dataset: 'default', overrides: JSON.parse(overrides) });
process.stdout.write(`${id}\n`);
const timer = setInterval(async () => process.stdout.write(`${(await jobs.get(id))?.inserted}\n`), 1);
await jobs.wait(id);
clearInterval(timer);
await jobs.close();
await store.close();
process.stdout.write('done\n');
