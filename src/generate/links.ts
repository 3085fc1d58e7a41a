import type { Address, ConfigWithVolumes, EntityModel, ReferenceModel, Scope } from '../definition/index.ts';
import type { Layout } from '../plan/index.ts';

/** Says which row a reference points at; null for none. */
export type Link = (scope: Scope<ConfigWithVolumes>) => Address | null;

/**
 * The link of a reference: the definition's own, or the one that follows from where rows hang: the row that this one
 * hangs under, or the one that hangs under this one one-to-one. Undefined where neither exists (a series decides itself).
 */
export function linkOf(layout: Layout, entity: EntityModel, reference: ReferenceModel): Link | undefined {
  // Link functions are typed by their entity's own fields; the engine looks them up by name.
  const declared = (entity.definition.links as Readonly<Record<string, Link>> | undefined)?.[reference.field.name];
  if (declared) return declared;
  if (layout.hangsUnder(entity, reference.to)) return ({ address }) => layout.ancestor(entity, address, reference.to) ?? null;
  const branch = layout.oneUnder(reference.to, entity);
  return branch && (({ address }) => layout.child(branch, address, 0));
}
