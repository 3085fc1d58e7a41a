import type { EntityModel, FieldModel } from '../../definition/index.ts';
import { declaredLink } from '../../generate/index.ts';
import { type BranchLayout, layoutOf } from '../../plan/index.ts';

/** How the rows are found that hang under rows of an entity. */
export type Below =
  /** Rows of `entity` whose `field` refers to them. */
  | { readonly kind: 'referring'; readonly entity: EntityModel; readonly field: FieldModel }
  /** The row of `entity` that their own `field` refers to: an account. */
  | { readonly kind: 'referred'; readonly entity: EntityModel; readonly field: FieldModel; readonly branch: BranchLayout }
  /** Rows that no reference ties to them: by address. */
  | { readonly kind: 'addressed'; readonly entity: EntityModel; readonly branch: BranchLayout };

/**
 * What hangs under the rows of an entity. References without a link of their own follow from where rows hang, so they tell it;
 * also of rows that were imported, and have no address.
 */
export function belowOf(owner: EntityModel): Below[] {
  const layout = layoutOf(owner.domain);
  return owner.domain.entities.flatMap((entity): Below[] => {
    const referring = layout.hangsUnder(entity, owner) ? impliedReferences(entity, owner) : [];
    if (referring.length > 0) return referring.map((field) => ({ kind: 'referring', entity, field }));
    const branches = layout.of(entity).branches.filter((branch) => branch.owner === owner);
    return branches.flatMap((branch): Below[] => {
      const referred = branch.arity.kind === 'one' ? impliedReferences(owner, entity) : [];
      if (referred.length > 0) return referred.map((field) => ({ kind: 'referred', entity, field, branch }));
      return [{ kind: 'addressed', entity, branch }];
    });
  });
}

function impliedReferences(from: EntityModel, to: EntityModel): FieldModel[] {
  return from.references.filter((reference) => reference.to === to && !declaredLink(from, reference)).map(({ field }) => field);
}
