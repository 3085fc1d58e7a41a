import type { Block } from '../../generate/index.ts';
import type { MadeBlock } from './unit.ts';

/** A block of a plan, and where one goes on behind it. */
export interface Step<Position> {
  readonly block: Block;
  readonly after: Position;
}

/** A step, with its rows where they have been made already. */
export interface MadeStep<Position> extends Step<Position> {
  readonly made?: MadeBlock | undefined;
}

/**
 * Rows of a unit, as far as blocks allow. Long enough that sending it costs little beside making it, short enough that to receive it
 * (0.4 µs a row) holds nobody up.
 */
export const UNIT_ROWS = 2_000;

/** Makes the rows of some blocks of one entity elsewhere; undefined for blocks that only the taker can make. */
export type MakeUnit = (blocks: readonly Block[]) => Promise<readonly MadeBlock[] | undefined> | undefined;

/**
 * The steps in their order, whose rows are made ahead of the one that is taken: at most `window` units are on their way or wait to be
 * taken, so that memory is bounded however slow the taker is.
 */
export async function* makeAhead<Position>(
  steps: Iterable<Step<Position>>,
  make: MakeUnit,
  window: number,
): AsyncGenerator<MadeStep<Position>> {
  const units = unitsOf(steps);
  const ahead: { readonly steps: readonly Step<Position>[]; readonly made: ReturnType<MakeUnit> }[] = [];
  for (;;) {
    while (ahead.length < window) {
      const unit = units.next().value;
      if (!unit) break;
      const made = make(unit.map(({ block }) => block));
      // Told when its turn comes; nobody asks any more when the taker has stopped.
      made?.catch(() => undefined);
      ahead.push({ steps: unit, made });
    }
    const next = ahead.shift();
    if (!next) return;
    const made = await next.made;
    for (const [index, step] of next.steps.entries()) yield { ...step, made: made?.[index] };
  }
}

/** Neighbouring steps of one entity, of about `UNIT_ROWS` rows. */
function* unitsOf<Position>(steps: Iterable<Step<Position>>): Generator<readonly Step<Position>[], undefined> {
  let unit: Step<Position>[] = [];
  let rows = 0;
  for (const step of steps) {
    if (unit[0] && (unit[0].block.entity !== step.block.entity || rows >= UNIT_ROWS)) {
      yield unit;
      unit = [];
      rows = 0;
    }
    unit.push(step);
    rows += step.block.ordinals.length;
  }
  if (unit.length > 0) yield unit;
  return undefined;
}
