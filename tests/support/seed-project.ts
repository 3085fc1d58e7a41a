import { writeFileSync } from 'node:fs';
import { createJobs } from '../../src/jobs/index.ts';
import { loadProject } from '../../src/project/index.ts';
import { openStore } from '../../src/store/index.ts';

/**
 * A process of its own that seeds the first domain of a project in memory, and ends when it has nothing to do any more.
 * Arguments: the project's folder, number of threads; and a file that changes when the project has been loaded, with its new text.
 * Prints the job as JSON.
 */
const [folder = '', threads = '0', changing, text = ''] = process.argv.slice(2);
const { domains, source, version } = await loadProject({ file: folder });
const [domain] = domains;
if (!domain) throw new Error('There is no domain.');
if (changing !== undefined) writeFileSync(changing, text);

const store = await openStore('memory:');
const jobs = await createJobs({ store, domains, version, threads: { count: Number(threads), source, minRows: 0 } });
const job = await jobs.wait((await jobs.seed({ domain, dataset: 'default', preset: 'SMALL' })).id);
await jobs.close();
await store.close();
process.stdout.write(JSON.stringify(job));
