import type { EntityModel } from '../../definition/index.ts';
import type { BlockPosition } from '../../generate/index.ts';
import { generationOrder } from '../../plan/index.ts';
import type { Batch, Generation, MarkedKey } from '../../store/store.ts';
import { BATCH_ROWS, BatchWriter, giveWay, type SeedingHooks } from '../batch-writer.ts';
import { type ComposedSpan, Composer, type Composition, START } from './composer.ts';

/** Where a run stands: the entity by its number in the order of generation, and the place among its keys. */
interface Position extends BlockPosition {
  readonly entity: number;
}

/**
 * Composes a generation, from its checkpoint on, and finishes it. As with a seeding, a run may be cut anywhere and gone on with,
 * as long as what it is composed of stays as it is.
 *
 * @returns false when it was stopped before the end.
 */
export async function runComposition(composition: Composition, target: Generation, hooks: SeedingHooks): Promise<boolean> {
  const composer = new Composer(composition);
  const { checkpoint } = await target.state();
  const writing = new Writing(target, checkpoint.sequence, hooks);
  // The position was written by this function, in this version: see `Jobs.resume`.
  const begun = (checkpoint.position as Position | null) ?? { entity: 0, ...START };
  let isIndexed = false;
  for (const [number, entity] of generationOrder(target.domain).entries()) {
    if (number < begun.entity) continue;
    const isDerived = 'derive' in entity.definition;
    if (isDerived && !isIndexed) {
      await target.index();
      isIndexed = true;
    }
    const from = number === begun.entity ? begun : START;
    for await (const span of composer.spans(entity, from, target)) {
      if (!(await writing.add(entity, span, { entity: number, ...span.next }))) return false;
    }
    // What follows may be derived from it.
    if (!(await writing.end({ entity: number + 1, ...START }))) return false;
  }
  await target.finish();
  return !hooks.shouldStop();
}

/** Gathers spans, and writes them a batch at a time. */
class Writing {
  readonly #writer: BatchWriter;
  readonly #hooks: SeedingHooks;
  readonly #marks = new Map<EntityModel, MarkedKey[]>();
  #spans = 0;

  constructor(target: Generation, sequence: number, hooks: SeedingHooks) {
    this.#writer = new BatchWriter(target, sequence, hooks.onRows);
    this.#hooks = hooks;
  }

  /** False when the run is to be stopped. */
  async add(entity: EntityModel, { groups, marks }: ComposedSpan, position: Position): Promise<boolean> {
    for (const rows of groups) this.#writer.batcher.add(entity, rows);
    const gathered = this.#marks.get(entity) ?? [];
    for (const mark of marks) gathered.push(mark);
    if (gathered.length > 0) this.#marks.set(entity, gathered);
    if (this.#writer.batcher.rows + gathered.length >= BATCH_ROWS) return this.end(position);
    // Looking takes time too, also where there is nothing to be written.
    if (++this.#spans % BATCH_ROWS === 0) await giveWay();
    return true;
  }

  async end(position: Position): Promise<boolean> {
    if (this.#writer.batcher.rows > 0 || this.#marks.size > 0) await this.#writer.flush(position, this.#takeMarks());
    return !this.#hooks.shouldStop();
  }

  #takeMarks(): Batch['marks'] {
    const marks = [...this.#marks].map(([entity, keys]) => ({ entity, keys }));
    this.#marks.clear();
    return marks;
  }
}
