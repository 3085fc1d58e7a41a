import type { EntityModel } from '../definition/index.ts';
import type { Group } from '../store/query.ts';
import { aggregateRequest, type Selected } from './aggregate-request.ts';
import type { RequestContext } from './context.ts';
import type { Arguments } from './dynamic.ts';
import { Figures } from './figures.ts';
import type { Loaded } from './loaded.ts';
import { type ManyModel, relationId, relationOf, targetOf } from './related-list.ts';

type Request = ReturnType<typeof aggregateRequest>;

/** Figures over the rows of an entity. @throws StoreError TOO_MANY_GROUPS; RequestError as `filterCondition`. */
export async function aggregateAll(
  entity: EntityModel,
  args: Arguments,
  { session }: RequestContext,
  selected: Selected,
): Promise<Figures[]> {
  const request = aggregateRequest(entity, args, selected);
  const source = await session.source(entity.domain);
  if (source) return figures(request, session.loaders(source).groups(request));
  // Nothing is nowhere in groups, but without `groupBy` there is always one.
  return request.groupBy.length > 0 ? [] : [new Figures(request, { keys: [], count: 0, measures: [] })];
}

/** Figures over the rows that a relation leads to; one statement for all parents. The same errors. */
export function aggregateMany(
  parent: Loaded,
  many: ManyModel,
  args: Arguments,
  { session }: RequestContext,
  selected: Selected,
): Promise<Figures[]> {
  const request = aggregateRequest(targetOf(many), args, selected);
  const measured = request.measured.map(({ name }) => name);
  const id = relationId(parent.entity, many.name, [args, measured]);
  return figures(request, session.loaders(parent.source).groupsOf(id, relationOf(many), request, parent.key));
}

async function figures(request: Request, read: Promise<readonly Group[]>): Promise<Figures[]> {
  const groups = await read;
  return groups.map((group) => new Figures(request, group));
}
