import type { EntityModel, FieldModel, ReferenceModel } from './model.ts';
import type { Path } from './rules.ts';

/** A path, resolved. */
export interface PathModel {
  readonly path: Path;
  /** The references to follow, from the first; none for a field of the row itself. */
  readonly via: readonly ReferenceModel[];
  readonly field: FieldModel;
}

/** Resolves a path that the validator has found to exist. @throws TypeError otherwise. */
export function pathOf(entity: EntityModel, path: Path): PathModel {
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  const via: ReferenceModel[] = [];
  let at = entity;
  for (const step of steps) {
    const reference = at.references.find(({ name }) => name === step);
    if (!reference) throw new TypeError(`${at.name} has no relation "${step}".`);
    via.push(reference);
    at = reference.to;
  }
  return { path, via, field: at.fieldNamed(last) };
}
