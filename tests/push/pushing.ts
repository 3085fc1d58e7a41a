import { modelOf } from '../../src/definition/index.ts';
import { school } from '../../src/domains/school/index.ts';
import { createJobs, type Jobs } from '../../src/jobs/index.ts';
import { type PushReport, PushRunner, type PushRunnerOptions } from '../../src/push/index.ts';
import { type Generation, type JobRecord, openStore, type Store } from '../../src/store/index.ts';

export const domain = modelOf(school);

/** SMALL in the dataset `default` of a store in memory, with pushes from it. */
export interface Pushing {
  readonly store: Store;
  readonly jobs: Jobs;
  readonly source: Generation;
  /** Pushes once, and waits for the end. */
  readonly push: (baseUrl: string, input?: object) => Promise<JobRecord & { readonly report?: PushReport }>;
  /** Pushes again and again until all is there, as a patient user would. */
  readonly pushAll: (baseUrl: string, input?: object) => Promise<JobRecord & { readonly report?: PushReport }>;
  readonly close: () => Promise<void>;
}

export async function openPushing(options: Partial<PushRunnerOptions> = {}): Promise<Pushing> {
  const store = await openStore('memory:');
  const runners = { push: new PushRunner({ store, admit: () => undefined, settings: {}, ...options }) };
  const jobs = await createJobs({ store, domains: [domain], version: 'test', runners });
  await jobs.wait((await jobs.seed({ domain, dataset: 'default', preset: 'SMALL' })).id);
  const source = await store.open('default', domain);
  if (!source) throw new Error('There is no dataset.');
  const push: Pushing['push'] = async (baseUrl, input = {}) => {
    const started = await jobs.start({ kind: 'push', domain, dataset: 'default', input: { baseUrl, ...input } });
    return (await jobs.wait(started.id)) as JobRecord & { report?: PushReport };
  };
  return {
    store,
    jobs,
    source,
    push,
    pushAll: async (baseUrl, input) => {
      for (let run = 1; ; run++) {
        const job = await push(baseUrl, input);
        if (job.status === 'COMPLETED' || run === 10) return job;
      }
    },
    close: async () => {
      await jobs.close();
      await store.close();
    },
  };
}

/** How many rows of an entity a report has in some state. */
export function counted(
  report: PushReport | undefined,
  state: 'created' | 'adopted' | 'skipped' | 'failed' | 'uncertain',
): number {
  return report?.entities.reduce((sum, counts) => sum + counts[state], 0) ?? 0;
}
