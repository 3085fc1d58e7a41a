import type { EntityModel } from '../../definition/index.ts';
import { JobError } from '../error.ts';

/** Derived rows follow from others, so that to change them by hand would be to contradict these. @throws JobError NOT_EDITABLE. */
export function checkEditable(entity: EntityModel): void {
  const { definition } = entity;
  if (!('derive' in definition)) return;
  const sources = definition.derive.from.map((name) => entity.domain.entity(name).typeName).join(', ');
  throw new JobError('NOT_EDITABLE', `Rows of ${entity.typeName} are derived from ${sources}: change those.`, {
    details: { entity: entity.typeName },
  });
}
