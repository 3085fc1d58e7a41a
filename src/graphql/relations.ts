import type { InverseModel, ReferenceModel } from '../definition/index.ts';
import type { Connection } from './connection.ts';
import type { RequestContext } from './context.ts';
import type { Arguments } from './dynamic.ts';
import { type Loaded, loaded } from './loaded.ts';
import { type ManyModel, RelatedList, relationId } from './related-list.ts';

/** The row that a reference points at. */
export function resolveReference(
  parent: Loaded,
  reference: ReferenceModel,
  { session }: RequestContext,
): Promise<Loaded | undefined> | null {
  const key = parent.cell(reference.field);
  return key === null ? null : session.loaders(parent.source).row(reference.to, String(key));
}

/** The one row that refers to the parent by a unique reference. */
export async function resolveSingle(parent: Loaded, inverse: InverseModel, context: RequestContext): Promise<Loaded | null> {
  const { source, entity, key } = parent;
  const query = { entity: inverse.from, order: [], limit: 1 };
  const id = relationId(entity, inverse.name);
  const { rows } = await context.session.loaders(source).pageOf(id, { kind: 'inverse', by: inverse.by }, query, key);
  return rows[0] ? loaded(inverse.from, rows[0], source) : null;
}

/** The rows that refer to the parent, or that a joining entity ties to it. */
export function resolveMany(parent: Loaded, many: ManyModel, args: Arguments, { session }: RequestContext): Connection {
  const { entity, source } = parent;
  const loaders = session.loaders(source);
  const id = relationId(entity, many.name, args);
  const list = loaders.lists.get(id) ?? new RelatedList(loaders, id, entity, many, args, session.maxPageSize);
  loaders.lists.set(id, list);
  return list.of(parent);
}
