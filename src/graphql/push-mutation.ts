import { type DomainModel, SeedgraphError } from '../definition/index.ts';
import type { Builder } from './builder.ts';
import { RequestError, raiseAt } from './error.ts';
import type { JobRefs } from './job-type.ts';

/** Adds `pushDataset`, where there is a domain that a REST API takes. */
export function addPush(builder: Builder, domains: readonly DomainModel[], { job }: JobRefs): void {
  const sendable = domains.filter(({ definition }) => definition.rest !== undefined);
  const [first] = sendable;
  if (!first) return;
  const input = addInput(builder, first);
  builder.mutationFields((t) => ({
    pushDataset: t.field({
      type: job,
      description:
        'Fills a REST API from a dataset, without waiting: follow it with Subscription.jobProgress. Rows that are there already stay as they are; a push that was cut off or did not send all rows is gone on with by the same mutation, or by resumeJob.',
      args: { input: t.arg({ type: input, required: true }) },
      // Requests leave the server, with the operator's key.
      extensions: { role: 'admin' },
      resolve: async (_root, { input: { domain: name, dataset, ...wanted } }, { session }) => {
        const domain = name == null ? first : sendable.find((candidate) => candidate.name === name);
        if (!domain) throw unknownDomain(String(name), sendable);
        const kept = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value != null));
        try {
          const request = { kind: 'push', domain, dataset: session.target(dataset), input: kept } as const;
          return await session.engine.jobs.start(request);
        } catch (error) {
          return raiseAt(['input', ...(error instanceof SeedgraphError ? error.inputPath : [])], error);
        }
      },
    }),
  }));
}

function addInput(builder: Builder, { name }: DomainModel) {
  return builder.inputType('PushDatasetInput', {
    description: 'What is pushed, and where.',
    fields: (t) => ({
      baseUrl: t.string({ required: true, description: 'The base URL of the API; one that the operator has allowed.' }),
      dataset: t.string({ description: 'Default: the header `x-dataset`, else `default`.' }),
      domain: t.string({ description: `What of the dataset. Default: ${name}.` }),
      features: t.stringList({ description: 'Only these entities, by their plurals, and what they refer to. Default: all.' }),
      concurrency: t.int({ description: 'Requests at a time, from 1 to 64. Default: 8.' }),
      restart: t.boolean({
        description: 'Forget earlier pushes there, and look each record up before it is sent. Default: false.',
      }),
    }),
  });
}

function unknownDomain(given: string, domains: readonly DomainModel[]): RequestError {
  const known = domains.map(({ name }) => name).join(', ');
  return new RequestError('PUSH_UNSUPPORTED', `The domain "${given}" cannot be pushed; ${known} can.`, {
    path: ['input', 'domain'],
    details: { given },
  });
}
