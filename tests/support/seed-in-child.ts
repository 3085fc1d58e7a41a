import { createJobs } from '../../src/jobs/index.ts';
import { openStore } from '../../src/store/index.ts';
import { domainUnderTest } from './domains.ts';
import { testedSource } from './load-tested-domain.ts';

/**
 * A process of its own that seeds a dataset and says how far it is, perhaps to be killed on the way.
 * Arguments: domain, URL of the store, plan request as JSON, number of threads. Prints the job's id, rows so far, and the digest at the end.
 */
const [name = '', url = 'memory:', request = '{}', threads = '0'] = process.argv.slice(2);
const { domain } = domainUnderTest(name);

const store = await openStore(url);
const made = { count: Number(threads), source: testedSource(name), minRows: 0 };
const jobs = await createJobs({ store, domains: [domain], version: 'test', threads: made });
const { id } = await jobs.seed({ domain, dataset: 'default', ...JSON.parse(request) });
process.stdout.write(`${id}\n`);
const timer = setInterval(async () => process.stdout.write(`${(await jobs.get(id))?.inserted}\n`), 1);
const { digest } = await jobs.wait(id);
clearInterval(timer);
await jobs.close();
await store.close();
process.stdout.write(`digest ${digest}\n`);
