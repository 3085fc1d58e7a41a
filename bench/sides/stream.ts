import { createPlan, type PlanRequest } from '../../src/plan/index.ts';
import { streamRows } from '../../src/stream/index.ts';
import type { Round } from '../side.ts';
import { intoPipe } from '../sink.ts';
import { domain } from '../workshop.ts';

export interface StreamOptions {
  readonly request: PlanRequest;
  readonly entity: string;
}

/** Makes the rows of one entity and writes them as NDJSON into a pipe; nothing is prepared. */
export default async function prepare({ request, entity }: StreamOptions): Promise<Round> {
  const plan = createPlan(domain, request);
  const stage = plan.stages.find((each) => each.entity.name === entity);
  return async (clock) => {
    await clock(() => intoPipe(streamRows({ plan, entities: [domain.entity(entity)] })));
    return { rows: stage?.rows ?? 0 };
  };
}
