import type { DomainModel, EntityModel } from '../../src/definition/index.ts';
import { createPlan, type PlanRequest } from '../../src/plan/index.ts';
import { type StreamRequest, streamRows } from '../../src/stream/index.ts';

type Options = Omit<StreamRequest, 'plan' | 'shard'>;

/** What a stream gives in all. */
export function streamed(domain: DomainModel, request: PlanRequest, options: Options = {}): string {
  return [...streamRows({ plan: createPlan(domain, request), ...options })].join('');
}

/** The shards of a stream, in their order. */
export function shardsOf(of: number, domain: DomainModel, request: PlanRequest, options: Options = {}): string[] {
  const plan = createPlan(domain, request);
  return Array.from({ length: of }, (_, at) => [...streamRows({ plan, ...options, shard: { number: at + 1, of } })].join(''));
}

/** The lines of NDJSON, read. */
export function linesOf(text: string): unknown[] {
  if (text !== '' && !text.endsWith('\n')) throw new Error('The last line does not end.');
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));
}

/** A case for each entity. */
export const entitiesOf = (domain: DomainModel): { readonly name: string; readonly entity: EntityModel }[] =>
  domain.entities.map((entity) => ({ name: entity.name, entity }));
