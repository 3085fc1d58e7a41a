import type { EntityModel } from '../../definition/index.ts';
import { generationOrder } from '../../plan/index.ts';
import { BATCH_ROWS, giveWay } from '../batch-writer.ts';
import { Composer, type Composition, START } from './composer.ts';
import type { Change } from './outcome.ts';

/** What would happen to the rows of an entity. */
export interface EntityChanges {
  readonly entity: EntityModel;
  /** Rows that would be new. */
  readonly make: number;
  /** Rows that would get other values. Roll-ups are not counted: what they tell follows from the other rows. */
  readonly update: number;
  /** Rows that would stay as they are. */
  readonly keep: number;
  readonly remove: number;
}

/** What a seeding or a removal would do, by entity in the order of generation. */
export type Preview = readonly EntityChanges[];

/** Reads everything, as the composition would, and writes nothing. */
export async function previewOf(composition: Composition): Promise<Preview> {
  const composer = new Composer(composition);
  const preview: EntityChanges[] = [];
  let looked = 0;
  for (const entity of generationOrder(composition.source.domain)) {
    const counts: Record<Change, number> = { make: 0, update: 0, keep: 0, remove: 0 };
    for await (const { changes } of composer.spans(entity, START, undefined)) {
      for (const change of changes) counts[change]++;
      const before = looked;
      looked += changes.length + 1;
      if (Math.floor(looked / BATCH_ROWS) > Math.floor(before / BATCH_ROWS)) await giveWay();
    }
    preview.push({ entity, ...counts });
  }
  return preview;
}
