import type { InterfaceRef } from '@pothos/core';
import type { GraphQLSchema } from 'graphql';
import type { DomainModel, EntityModel } from '../definition/index.ts';
import { addAggregate, addGroupKey } from './aggregate-types.ts';
import { type Builder, createBuilder, type SchemaTypes } from './builder.ts';
import { addConnection, addPageInfo, type PageInfoRef } from './connection-type.ts';
import { addDatasets } from './datasets.ts';
import { addDomainOperations } from './domain-operations.ts';
import { addDeletePayload, addEdits } from './edit-mutations.ts';
import { addEntityQueries } from './entity-queries.ts';
import { type EntityRefs, implementEntity } from './entity-type.ts';
import { FieldTypes } from './field-types.ts';
import { Filters } from './filters.ts';
import { addGenerate } from './generate-mutation.ts';
import { addJobMutations, addJobQueries, addJobSubscription } from './job-operations.ts';
import { addJobTypes } from './job-type.ts';
import type { Loaded } from './loaded.ts';
import { addNode } from './node.ts';
import { Orders } from './orders.ts';
import { addPlanType } from './plan-type.ts';
import { addPush } from './push-mutation.ts';
import { addScalars } from './scalars.ts';
import { addSeedMode } from './seed-mode.ts';
import { TypeNames } from './type-names.ts';

/** A schema, and which domain each of its types came from. */
export interface BuiltSchema {
  readonly schema: GraphQLSchema;
  readonly names: TypeNames;
}

/**
 * The schema of some domains: types, filters, queries and mutations, all derived from the definitions.
 * It holds no data; what it reads comes with the context of each request (`Session`).
 *
 * @throws DefinitionError when two types would get one name.
 */
export function createSchema(domains: readonly DomainModel[]): BuiltSchema {
  const builder = createBuilder();
  const names = new TypeNames();
  const types = new FieldTypes(builder, names);
  builder.queryType({ description: 'What can be read.' });
  builder.mutationType({ description: 'What can be changed.' });
  addScalars(builder);
  const node = addNode(builder);
  const pageInfo = addPageInfo(builder);
  const jobs = addJobTypes(builder, node);
  const plan = addPlanType(builder);
  const payload = addDeletePayload(builder, addDatasets(builder));
  addJobQueries(builder, jobs, pageInfo);
  addJobMutations(builder, jobs);
  addJobSubscription(builder, jobs);
  addPush(builder, domains, jobs);
  addEntities(builder, domains, { names, types, node, pageInfo, payload });
  const mode = addSeedMode(builder);
  for (const domain of domains) addDomainOperations(builder, names, domain, { jobs, plan, mode });
  return { schema: builder.toSchema({ sortSchema: false }), names };
}

interface Shared {
  readonly names: TypeNames;
  readonly types: FieldTypes;
  readonly node: InterfaceRef<SchemaTypes, unknown>;
  readonly pageInfo: PageInfoRef;
  readonly payload: ReturnType<typeof addDeletePayload>;
}

/** Declares every entity before implementing any, so that relations may form cycles. */
function addEntities(builder: Builder, domains: readonly DomainModel[], shared: Shared): void {
  const { names, types, node, pageInfo, payload } = shared;
  const entities = domains.flatMap((domain) => domain.entities);
  const filters = new Filters(builder, names, types);
  const orders = new Orders(builder, names);
  const groupKey = addGroupKey(builder);
  const refs = new Map<EntityModel, EntityRefs>();
  for (const entity of entities) {
    const ref = builder.objectRef<Loaded>(names.claim(entity.typeName, '', entity.domain));
    const connection = addConnection(builder, names, entity, { node: ref, pageInfo });
    const aggregate = addAggregate(builder, entity, { names, types, groupKey });
    refs.set(entity, { node: ref, connection, filter: filters.of(entity), order: orders.of(entity), ...aggregate });
  }
  for (const entity of entities) {
    implementEntity(builder, entity, { refs, types, node });
    filters.add(entity);
    orders.add(entity);
    addEntityQueries(builder, entity, { refs, types, names });
    addGenerate(builder, entity, { refs, types, names });
    addEdits(builder, entity, { refs, types, names, payload });
  }
}
