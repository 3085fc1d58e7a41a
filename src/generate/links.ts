import type { Address, ConfigWithVolumes, EntityModel, ReferenceModel, Scope } from '../definition/index.ts';
import type { Layout } from '../plan/index.ts';

/** Says which row a reference points at. */
export interface Link {
  /** The target of the row at which the scope stands; null for none. */
  readonly target: (scope: Scope<ConfigWithVolumes>) => Address | null;
  /** Rows that share all but the last part of their address share the target. */
  readonly shared: boolean;
}

/**
 * The link of a reference: the definition's own, or the one that follows from where rows hang: the row that this one
 * hangs under, or the one that hangs under this one one-to-one. Undefined where neither exists (a series decides itself).
 */
export function linkOf(layout: Layout, entity: EntityModel, reference: ReferenceModel): Link | undefined {
  const declared = declaredLink(entity, reference);
  if (declared) return { target: declared, shared: false };
  if (layout.hangsUnder(entity, reference.to)) {
    const { levels, branches } = layout.of(entity);
    const shared = branches.length === 1 && layout.of(reference.to).levels < levels;
    return { target: ({ address }) => layout.ancestor(entity, address, reference.to) ?? null, shared };
  }
  const branch = layout.oneUnder(reference.to, entity);
  return branch && { target: ({ address }) => layout.child(branch, address, 0), shared: false };
}

/** The link that the definition itself gives a reference: it leads to a row beside, and not to one that this one belongs to. */
export function declaredLink(entity: EntityModel, reference: ReferenceModel): Link['target'] | undefined {
  // Link functions are typed by their entity's own fields; the engine looks them up by name.
  return (entity.definition.links as Readonly<Record<string, Link['target']>> | undefined)?.[reference.field.name];
}
