import type { JobEvent } from '../jobs/jobs.ts';
import type { JobRecord } from '../store/control.ts';
import type { Builder } from './builder.ts';
import type { PageInfoRef } from './connection-type.ts';
import type { Session } from './context.ts';
import { decodeTextCursor, encodeTextCursor } from './cursor.ts';
import { namedAs, RequestError } from './error.ts';
import type { JobRefs } from './job-type.ts';
import { pageSize } from './page-request.ts';

/** Adds `cancelJob`, `resumeJob` and `dropDataset`. */
export function addJobMutations(builder: Builder, { job }: JobRefs): void {
  builder.mutationFields((t) => ({
    cancelJob: t.field({
      type: job,
      description: 'Asks a job to stop after its present batch. What the dataset held before stays in place.',
      args: { id: t.arg.id({ required: true }) },
      resolve: (_root, { id }, { session }) => session.engine.jobs.cancel(id),
    }),
    resumeJob: t.field({
      type: job,
      description: 'Goes on with a job that was canceled, interrupted or has failed.',
      args: { id: t.arg.id({ required: true }) },
      resolve: (_root, { id }, { session }) => session.engine.jobs.resume(id),
    }),
    dropDataset: t.boolean({
      description: 'Removes a dataset with everything in it. `default` is emptied and stays. False when there was none.',
      args: { name: t.arg.string({ required: true }) },
      // What callers of a guarded server need; see `server/access`.
      extensions: { role: 'admin' },
      resolve: async (_root, { name }, { session }) => {
        const dropped = await session.engine.jobs.drop(name).catch((error) => namedAs('name', error));
        session.forget();
        return dropped;
      },
    }),
  }));
}

/** Adds `job` and `jobs`. */
export function addJobQueries(builder: Builder, refs: JobRefs, pageInfo: PageInfoRef): void {
  const connection = addJobConnection(builder, refs, pageInfo);
  builder.queryFields((t) => ({
    job: t.field({
      type: refs.job,
      nullable: true,
      description: 'The job with this ID; null when there is none.',
      args: { id: t.arg.id({ required: true }) },
      resolve: (_root, { id }, { session }) => session.engine.jobs.get(id),
    }),
    jobs: t.field({
      type: connection,
      description: 'Jobs of all datasets, newest first.',
      args: {
        status: t.arg({ type: [refs.status], description: 'In one of these states. Default: in any.' }),
        first: t.arg.int({ description: 'At most so many, 0 to 1000. Default: 100.' }),
        after: t.arg.string({ description: 'Begins behind this cursor.' }),
      },
      resolve: (_root, args, { session }) => listJobs(session, args),
    }),
  }));
}

/** Adds `jobProgress`. */
export function addJobSubscription(builder: Builder, { job, step }: JobRefs): void {
  const event = builder.objectRef<JobEvent>('JobEvent').implement({
    description: 'A moment of a job.',
    fields: (t) => ({
      seq: t.exposeInt('seq', { description: 'Ascends. Gaps mean that newer events have replaced older ones.' }),
      job: t.field({ type: job, description: 'The job at that moment.', resolve: ({ job: record }) => record }),
      step: t.field({
        type: step,
        nullable: true,
        description: 'The step that moved.',
        resolve: ({ job: record, step: part }, _args, { session }) => part && session.named(record, part),
      }),
    }),
  });
  builder.subscriptionType({ description: 'What can be followed, over WebSocket (graphql-ws) or server-sent events.' });
  builder.subscriptionFields((t) => ({
    jobProgress: t.field({
      type: event,
      description: 'A snapshot first, then changes; ends with the event that ends the job.',
      args: {
        id: t.arg.id({ required: true }),
        afterSeq: t.arg.int({ description: 'The last event that is known already.' }),
      },
      subscribe: async (_root, { id, afterSeq }, { session }) => {
        const { jobs } = session.engine;
        if (await jobs.get(id)) return jobs.progress(id, afterSeq ?? undefined);
        throw new RequestError('JOB_NOT_FOUND', `There is no job "${id}".`, { path: ['id'], details: { given: id } });
      },
      resolve: (moment) => moment,
    }),
  }));
}

interface JobList {
  readonly jobs: readonly JobRecord[];
  readonly more: boolean;
  readonly total: number;
  readonly after: boolean;
}

type JobListArgs = {
  readonly status?: readonly JobRecord['status'][] | null | undefined;
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
};

/** One job more than asked for tells whether there are more. */
async function listJobs(session: Session, { status, first, after }: JobListArgs): Promise<JobList> {
  const size = pageSize({ first }, session.maxPageSize);
  const position = after == null ? undefined : decodeTextCursor('Job', after, ['after']);
  const { jobs, total } = await session.engine.jobs.list({
    limit: size + 1,
    ...(status && { status }),
    ...(position !== undefined && { after: position }),
  });
  return { jobs: jobs.slice(0, size), more: jobs.length > size, total, after: position !== undefined };
}

function addJobConnection(builder: Builder, { job }: JobRefs, pageInfo: PageInfoRef) {
  const cursorOf = ({ id }: JobRecord) => encodeTextCursor('Job', id);
  const edge = builder.objectRef<JobRecord>('JobEdge').implement({
    description: 'An item of a list, with its place in it.',
    fields: (t) => ({
      cursor: t.string({ description: 'For `after`.', resolve: cursorOf }),
      node: t.field({ type: job, description: 'The item.', resolve: (record) => record }),
    }),
  });
  return builder.objectRef<JobList>('JobConnection').implement({
    description: 'A list of jobs, a page at a time.',
    fields: (t) => ({
      nodes: t.field({ type: [job], description: 'The items of this page.', resolve: ({ jobs }) => jobs }),
      edges: t.field({ type: [edge], description: 'The items of this page with their cursors.', resolve: ({ jobs }) => jobs }),
      pageInfo: t.field({ type: pageInfo, description: 'Whether there is more.', resolve: (list) => pageInfoOf(list, cursorOf) }),
      totalCount: t.expose('total', { type: 'BigInt', description: 'The items on all pages.' }),
    }),
  });
}

function pageInfoOf({ jobs, more, after }: JobList, cursorOf: (job: JobRecord) => string) {
  const [start, end] = [jobs.at(0), jobs.at(-1)];
  return {
    hasNextPage: more,
    hasPreviousPage: after,
    startCursor: start ? cursorOf(start) : null,
    endCursor: end ? cursorOf(end) : null,
  };
}
