import type { InterfaceRef } from '@pothos/core';
import { canonicalKey } from '../definition/index.ts';
import type { JobRecord } from '../store/control.ts';
import type { Builder, SchemaTypes } from './builder.ts';
import type { RequestContext } from './context.ts';
import { Loaded } from './loaded.ts';

/** What has an ID of its own. */
export type NodeShape = Loaded | JobRecord;

/** Adds `interface Node` and the queries `node` and `nodes`. */
export function addNode(builder: Builder): InterfaceRef<SchemaTypes, unknown> {
  const node = builder.interfaceRef<NodeShape>('Node').implement({
    description: 'Anything with an ID.',
    resolveType: (value) => (value instanceof Loaded ? value.entity.typeName : 'Job'),
    fields: (t) => ({
      id: t.id({ description: 'Unique among everything.', resolve: (value) => (value instanceof Loaded ? value.key : value.id) }),
    }),
  });
  builder.queryFields((t) => ({
    node: t.field({
      type: node,
      nullable: true,
      description: 'Whatever has this ID in the dataset, or the job with it; null when nothing has.',
      args: { id: t.arg.id({ required: true }) },
      resolve: (_root, { id }, context) => findNode(id, context),
    }),
    nodes: t.field({
      type: [node],
      nullable: { list: false, items: true },
      description: 'The same for several IDs, in their order.',
      args: { ids: t.arg.idList({ required: true }) },
      resolve: (_root, { ids }, context) => Promise.all(ids.map((id) => findNode(id, context))),
    }),
  }));
  return node as InterfaceRef<SchemaTypes, unknown>;
}

async function findNode(id: string, context: RequestContext): Promise<NodeShape | null> {
  const key = canonicalKey(id);
  const found = await Promise.all(context.session.engine.domains.map((domain) => findRow(domain, key, context)));
  return found.find((row) => row !== undefined) ?? (await context.session.engine.jobs.get(key)) ?? null;
}

/** Reads the entity from the key where that is possible; a key from elsewhere is looked for in every table. */
async function findRow(
  domain: RequestContext['session']['engine']['domains'][number],
  key: string,
  { session }: RequestContext,
): Promise<Loaded | undefined> {
  const source = await session.source(domain);
  if (!source) return undefined;
  const loaders = session.loaders(source);
  const entity = (await session.engine.jobs.entityOfKey(source, key)) ?? (await loaders.entityOf(key));
  return entity && loaders.row(entity, key);
}
