import type { ObjectRef } from '@pothos/core';
import type { DomainModel } from '../definition/index.ts';
import type { DatasetSummary } from '../jobs/jobs.ts';
import type { DatasetRecord } from '../store/store.ts';
import type { Integrity } from '../verify/index.ts';
import type { Builder, SchemaTypes } from './builder.ts';
import type { Engine, Session } from './context.ts';
import { namedAs } from './error.ts';
import { addIntegrity, integrityOf } from './integrity.ts';

/** A dataset; what is in it is read when a selection asks for it. */
class Dataset {
  readonly record: DatasetRecord;
  readonly #engine: Engine;
  #contents: Promise<readonly DatasetSummary[]> | undefined;

  constructor(engine: Engine, record: DatasetRecord) {
    this.#engine = engine;
    this.record = record;
  }

  /** One for each domain that something is published of. */
  contents(): Promise<readonly DatasetSummary[]> {
    this.#contents ??= this.#read();
    return this.#contents;
  }

  /** The content that the dataset's own fields speak of. */
  async first(): Promise<DatasetSummary | undefined> {
    return (await this.contents())[0];
  }

  async #read(): Promise<readonly DatasetSummary[]> {
    const { domains, jobs } = this.#engine;
    const held = domains.filter(({ name }) => this.record.domains.includes(name));
    const summaries = await Promise.all(held.map((domain: DomainModel) => jobs.summary(this.record.name, domain)));
    return summaries.filter((summary) => summary !== undefined);
  }
}

type Count = DatasetSummary['counts'][number];

/** `EntityCount`. */
export type CountRef = ObjectRef<SchemaTypes, Count>;

/** Adds `Dataset` and the queries `dataset` and `datasets`. Gives `EntityCount`, for others that count. */
export function addDatasets(builder: Builder): CountRef {
  const count = addCount(builder);
  const dataset = addDatasetType(builder, count);
  builder.queryFields((t) => ({
    dataset: t.field({
      type: dataset,
      nullable: true,
      description: 'A dataset and what is in it.',
      args: { name: t.arg.string({ description: 'Default: the header `x-dataset`, else `default`.' }) },
      resolve: (_root, { name }, { session }) => findDataset(session, name),
    }),
    datasets: t.field({
      type: [dataset],
      description: 'All datasets, in the order of their names. `default` is always there.',
      resolve: async (_root, _args, { session }) => {
        const records = await session.engine.store.datasets();
        return records.map((record) => new Dataset(session.engine, record));
      },
    }),
  }));
  return count;
}

async function findDataset(session: Session, argument: string | null | undefined): Promise<Dataset | null> {
  const name = nameOf(session, argument);
  const records = await session.engine.store.datasets();
  const record = records.find((candidate) => candidate.name === name);
  if (record) return new Dataset(session.engine, record);
  await session.requireDataset(name, argument == null ? 'dataset' : 'name');
  return null;
}

/** @throws SeedgraphError INVALID_DATASET_NAME, which points at the argument where that is what was given. */
function nameOf(session: Session, argument: string | null | undefined): string {
  try {
    return session.target(argument);
  } catch (error) {
    return namedAs(argument == null ? 'dataset' : 'name', error);
  }
}

function addDatasetType(builder: Builder, count: CountRef): ObjectRef<SchemaTypes, Dataset> {
  const integrity = addIntegrity(builder);
  const content = addContent(builder, count, integrity);
  return builder.objectRef<Dataset>('Dataset').implement({
    description: 'A named universe of rows. Its own fields speak of the first of its `contents`, which mostly is the only one.',
    fields: (t) => ({
      name: t.string({ description: 'Its name.', resolve: ({ record }) => record.name }),
      createdAt: t.field({ type: 'DateTime', description: 'When it was made.', resolve: ({ record }) => record.createdAt }),
      seed: t.field({
        type: 'Seed',
        nullable: true,
        description: 'The seed it was made with; null when nothing is in it.',
        resolve: async (data) => (await data.first())?.seed,
      }),
      preset: t.string({
        nullable: true,
        description: 'The preset it was made with; null when nothing is in it.',
        resolve: async (data) => (await data.first())?.preset,
      }),
      counts: t.field({
        type: [count],
        description: 'Rows of each entity; empty when nothing is in it.',
        resolve: async (data) => (await data.first())?.counts ?? [],
      }),
      digest: t.string({
        nullable: true,
        description: 'Equal for equal data, wherever and however it was made; null when nothing is in it.',
        resolve: async (data) => (await data.first())?.digest,
      }),
      integrity: t.field({
        type: integrity,
        nullable: true,
        description: `${INTEGRITY} Null when nothing is in it.`,
        resolve: async (data, _args, { session }) => {
          const first = await data.first();
          return first && integrityOf(session, first);
        },
      }),
      contents: t.field({ type: [content], description: 'What it holds of each domain.', resolve: (data) => data.contents() }),
    }),
  });
}

function addCount(builder: Builder): CountRef {
  return builder.objectRef<Count>('EntityCount').implement({
    description: 'How many rows there are of an entity.',
    fields: (t) => ({
      entity: t.string({ description: 'The name of the type.', resolve: ({ entity }) => entity.typeName }),
      count: t.expose('count', { type: 'BigInt', description: 'How many.' }),
    }),
  });
}

const INTEGRITY = 'Whether it is sound. Reads all rows, when it is asked for and they have changed since.';

function addContent(
  builder: Builder,
  count: CountRef,
  integrity: ObjectRef<SchemaTypes, Integrity>,
): ObjectRef<SchemaTypes, DatasetSummary> {
  return builder.objectRef<DatasetSummary>('DatasetContent').implement({
    description: 'What a dataset holds of one domain.',
    fields: (t) => ({
      domain: t.string({ description: 'The name of the domain.', resolve: ({ domain }) => domain.name }),
      seed: t.expose('seed', { type: 'Seed', description: 'The seed it was made with.' }),
      preset: t.exposeString('preset', { description: 'The preset it was made with.' }),
      counts: t.field({ type: [count], description: 'Rows of each entity.', resolve: ({ counts }) => counts }),
      digest: t.exposeString('digest', { description: 'Equal for equal data, wherever and however it was made.' }),
      integrity: t.field({
        type: integrity,
        nullable: true,
        description: `${INTEGRITY} Null when it is gone meanwhile.`,
        resolve: (summary, _args, { session }) => integrityOf(session, summary),
      }),
    }),
  });
}
