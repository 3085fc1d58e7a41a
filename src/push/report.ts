import type { EntityModel } from '../definition/index.ts';
import type { GenerationState, Ledger, LedgerState } from '../store/index.ts';
import type { Level } from './levels.ts';

/** What is at the API of one entity. `uncertain`: may be there, and cannot be looked up. */
export interface PushedEntity {
  readonly entity: string;
  readonly rows: number;
  readonly created: number;
  readonly adopted: number;
  /** What they refer to is not there. */
  readonly skipped: number;
  readonly failed: number;
  readonly uncertain: number;
}

/** A row that is not at the API, and why. */
export interface MissingRow {
  readonly entity: string;
  readonly key: string;
  readonly state: LedgerState;
  readonly reason: string;
}

/** What a push, with those before it that it went on from, has come to. */
export interface PushReport {
  readonly target: string;
  /** In the order in which they are sent. */
  readonly entities: readonly PushedEntity[];
  /** The first that are not there: refused ones before those that only depend on them. */
  readonly missing: readonly MissingRow[];
}

/** How many rows a report names that are not there. */
const MOST_NAMED = 20;

export async function reportOf(
  target: string,
  levels: readonly Level[],
  state: GenerationState,
  ledger: Ledger,
): Promise<PushReport> {
  const counts = await ledger.counts();
  const count = (entity: EntityModel, ...states: readonly LedgerState[]) =>
    counts.filter((part) => part.entity === entity.name && states.includes(part.state)).reduce((sum, { rows }) => sum + rows, 0);
  const entities = levels.flat().map(({ entity }) => ({
    entity: entity.name,
    rows: state.totals.get(entity.name)?.rows ?? 0,
    created: count(entity, 'created'),
    adopted: count(entity, 'adopted'),
    skipped: count(entity, 'skipped'),
    failed: count(entity, 'failed'),
    uncertain: count(entity, 'uncertain'),
  }));
  const sent = new Set(entities.map(({ entity }) => entity));
  const missing = (await ledger.missing(MOST_NAMED)).filter(({ entity }) => sent.has(entity));
  return {
    target,
    entities,
    missing: missing.map(({ entity, key, state: is, reason }) => ({ entity, key, state: is, reason: reason ?? '' })),
  };
}

/** How many rows are not at the API that should be. */
export function missingRows({ entities }: PushReport): number {
  return entities.reduce((sum, { rows, created, adopted }) => sum + rows - created - adopted, 0);
}
