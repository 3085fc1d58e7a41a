import type { EnumRef, InterfaceRef, ObjectRef } from '@pothos/core';
import type { Json } from '../definition/index.ts';
import type { JobRecord, JobStatus, JobStepRecord } from '../store/control.ts';
import type { Builder, SchemaTypes } from './builder.ts';

/** The types of jobs. */
export interface JobRefs {
  readonly job: ObjectRef<SchemaTypes, JobRecord>;
  readonly step: ObjectRef<SchemaTypes, JobStepRecord>;
  readonly status: EnumRef<SchemaTypes, JobStatus>;
}

/** Adds `Job`, `JobStep`, `JobError` and `JobStatus`. */
export function addJobTypes(builder: Builder, node: InterfaceRef<SchemaTypes, unknown>): JobRefs {
  const status = addStatus(builder);
  const kind = addKind(builder);
  const step = addStep(builder, status);
  const error = builder.objectRef<NonNullable<JobRecord['error']>>('JobError').implement({
    description: 'Why a job failed.',
    fields: (t) => ({
      code: t.exposeString('code', { description: 'Stable, for programs.' }),
      message: t.exposeString('message', { description: 'For people: what was given and what would be right.' }),
    }),
  });
  const job = builder.objectRef<JobRecord>('Job');
  job.implement({
    description: 'A seeding, or other work over a dataset, on its way or at its end.',
    interfaces: [node],
    fields: (t) => ({
      id: t.exposeID('id', { description: 'The ID of the job.' }),
      kind: t.field({ type: kind, description: 'What it does.', resolve: (record) => record.kind }),
      status: t.field({ type: status, description: 'Where it stands.', resolve: (record) => record.status }),
      dataset: t.exposeString('dataset', { description: 'The dataset it writes to, or is about.' }),
      seed: t.expose('seed', { type: 'Seed', description: 'The seed it was given.' }),
      planned: t.expose('planned', { type: 'BigInt', description: 'Rows it will have made at its end.' }),
      inserted: t.expose('inserted', { type: 'BigInt', description: 'Rows made so far.' }),
      rate: t.float({ nullable: true, description: 'Rows a second; null before it is known.', resolve: ({ rate }) => rate }),
      eta: t.float({ nullable: true, description: 'Seconds until all rows are there, at this rate.', resolve: secondsLeft }),
      steps: t.field({
        type: [step],
        description: 'One for each entity, in the order of generation.',
        resolve: (record, _args, { session }) => record.steps.map((part) => session.named(record, part)),
      }),
      error: t.field({ type: error, nullable: true, description: 'Why it failed.', resolve: (record) => record.error }),
      digest: t.exposeString('digest', { nullable: true, description: 'The digest of the dataset when it was completed.' }),
      report: t.field({
        type: 'JSON',
        nullable: true,
        description:
          'What a push has come to: by entity how many rows were created, adopted, skipped, refused or are uncertain, and the first that are missing with the reasons. Of a seeding: `kept`, how many rows stay that its configuration does not make and that may contradict those it makes, where there are any. Null otherwise, and before the end.',
        resolve: ({ report }) => report as Json | undefined,
      }),
      createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was asked for.' }),
      startedAt: t.expose('startedAt', { type: 'DateTime', nullable: true, description: 'When it began.' }),
      completedAt: t.expose('completedAt', { type: 'DateTime', nullable: true, description: 'When it came to its end.' }),
    }),
  });
  return { job, step, status };
}

function addStep(builder: Builder, status: JobRefs['status']): JobRefs['step'] {
  return builder.objectRef<JobStepRecord>('JobStep').implement({
    description: 'How far a job is with one entity.',
    fields: (t) => ({
      entity: t.exposeString('entity', { description: 'The name of the type.' }),
      status: t.field({ type: status, description: 'Where it stands.', resolve: (record) => record.status }),
      planned: t.expose('planned', { type: 'BigInt', description: 'Rows it will have made at its end.' }),
      inserted: t.expose('inserted', { type: 'BigInt', description: 'Rows made so far.' }),
      rate: t.float({ nullable: true, description: 'Rows a second; null before it is known.', resolve: ({ rate }) => rate }),
      eta: t.float({ nullable: true, description: 'Seconds until all rows are there, at this rate.', resolve: secondsLeft }),
    }),
  });
}

/** Zero when all rows are there; null while nothing is being made, or before the rate is known. */
function secondsLeft({ status, planned, inserted, rate }: JobRecord | JobStepRecord): number | null {
  if (inserted >= planned) return 0;
  return status === 'RUNNING' && rate ? (planned - inserted) / rate : null;
}

function addKind(builder: Builder) {
  return builder.enumType('JobKind', {
    description: 'What a job does.',
    values: {
      SEED: { value: 'seed', description: 'Makes the rows of a dataset.' },
      GENERATE: { value: 'generate', description: 'Adds rows to a dataset.' },
      IMPORT: { value: 'import', description: 'Takes rows from a file.' },
      PUSH: { value: 'push', description: 'Fills a REST API from a dataset.' },
    } as const,
  });
}

function addStatus(builder: Builder): JobRefs['status'] {
  return builder.enumType('JobStatus', {
    description: 'The states of a job. COMPLETED is final; the others that have come to rest can be resumed.',
    values: {
      QUEUED: { description: 'Waits for its turn.' },
      RUNNING: { description: 'Makes rows.' },
      CANCELING: { description: 'Ends after its present batch.' },
      CANCELED: { description: 'Was asked to stop.' },
      INTERRUPTED: { description: 'Its process ended.' },
      COMPLETED: { description: 'Everything is there.' },
      FAILED: { description: 'See `error`.' },
    },
  });
}
