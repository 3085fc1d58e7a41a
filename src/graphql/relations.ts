import type { InverseModel, ReferenceModel, ThroughModel } from '../definition/index.ts';
import { Connection } from './connection.ts';
import type { RequestContext } from './context.ts';
import type { Arguments } from './dynamic.ts';
import { Loaded } from './loaded.ts';
import type { Relation } from './loaders.ts';
import { pageRequest } from './page-request.ts';

/** The row that a reference points at. */
export async function resolveReference(
  parent: Loaded,
  reference: ReferenceModel,
  context: RequestContext,
): Promise<Loaded | null> {
  const key = parent.cell(reference.field);
  if (key === null) return null;
  const { source } = parent;
  const row = await context.session.loaders(source).row(reference.to, String(key));
  return row ? new Loaded(reference.to, row, source) : null;
}

/** The one row that refers to the parent by a unique reference. */
export async function resolveSingle(parent: Loaded, inverse: InverseModel, context: RequestContext): Promise<Loaded | null> {
  const { source } = parent;
  const query = { entity: inverse.from, order: [], limit: 1 };
  const id = relationId(parent, inverse.name);
  const { rows } = await context.session.loaders(source).page(id, { kind: 'inverse', by: inverse.by }, query, parent.key);
  return rows[0] ? new Loaded(inverse.from, rows[0], source) : null;
}

/** The rows that refer to the parent, or that a joining entity ties to it. */
export function resolveMany(
  parent: Loaded,
  many: InverseModel | ThroughModel,
  args: Arguments,
  { session }: RequestContext,
): Connection {
  const entity = 'through' in many ? many.to : many.from;
  const relation: Relation = 'through' in many ? { kind: 'through', through: many } : { kind: 'inverse', by: many.by };
  const request = pageRequest(entity, args);
  const { where } = request.query;
  // Equal arguments give equal requests, so their text tells which parents can share a statement.
  const id = relationId(parent, many.name);
  return new Connection(request, parent.source, (source) => ({
    page: () => session.loaders(source).page(`${id} ${JSON.stringify(args)}`, relation, request.query, parent.key),
    total: () =>
      session
        .loaders(source)
        .count(`${id} ${JSON.stringify(args.filter ?? null)}`, relation, { entity, ...(where && { where }) }, parent.key),
  }));
}

function relationId(parent: Loaded, name: string): string {
  return `${parent.entity.typeName}.${name}`;
}
