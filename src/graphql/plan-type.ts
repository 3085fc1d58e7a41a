import type { ObjectRef } from '@pothos/core';
import type { Plan, Stage } from '../plan/index.ts';
import type { Builder, SchemaTypes } from './builder.ts';

export type PlanRef = ObjectRef<SchemaTypes, Plan>;

/** Adds `Plan` and `PlanStage`. */
export function addPlanType(builder: Builder): PlanRef {
  const stage = builder.objectRef<Stage>('PlanStage').implement({
    description: 'All rows of an entity, as one step of a plan.',
    fields: (t) => ({
      entity: t.string({ description: 'The name of the type.', resolve: ({ entity }) => entity.typeName }),
      rows: t.expose('rows', { type: 'BigInt', description: 'How many rows there will be.' }),
      exact: t.exposeBoolean('exact', { description: 'False when `rows` is an estimate.' }),
    }),
  });
  return builder.objectRef<Plan>('Plan').implement({
    description: 'What a seeding would make, and in which order.',
    fields: (t) => ({
      preset: t.exposeString('preset', { description: 'The preset it starts from.' }),
      seed: t.expose('seed', { type: 'Seed', description: 'The seed.' }),
      rows: t.expose('rows', { type: 'BigInt', description: 'Rows of all entities.' }),
      roots: t.expose('roots', { type: 'BigInt', description: 'How many of what everything else hangs under (schools).' }),
      stages: t.field({ type: [stage], description: 'In the order of generation.', resolve: ({ stages }) => stages }),
    }),
  });
}
