import { type CellRow, type EntityModel, keyOf } from '../../definition/index.ts';
import type { PlannedBlock, PlannedRows } from '../../generate/index.ts';
import type { Mark, MarkedKey } from '../../store/store.ts';
import type { Treatment, Treatments } from './treatments.ts';

/** A range of an entity's keys that is composed at once: a block, a single stranger, or what is behind the last row. */
export interface Span extends Partial<Pick<PlannedBlock, 'branch' | 'prefix'>>, Pick<PlannedBlock, 'to' | 'seeded' | 'added'> {}

/** What is stored of a span. */
export interface StoredSpan {
  readonly rows: readonly CellRow[];
  readonly marks: readonly MarkedKey[];
}

/** An address, or the key of a stranger, at which there may be a row. */
export interface Candidate {
  readonly treatment: Treatment;
  /** Whether the recipe makes a row there. */
  readonly isPlanned: boolean;
  /** Where it is planned: its number among its siblings, and whether a later operation than the seeding makes it. */
  readonly ordinal: number | undefined;
  readonly isAdded: boolean;
  readonly stored: CellRow | undefined;
  readonly mark: Mark | undefined;
  readonly isStranger: boolean;
}

const nothing = { ordinal: undefined, isAdded: false, stored: undefined, mark: undefined, isStranger: false };

/** Whatever of a span is planned, stored or marked: by key, in the order of keys. */
export async function candidatesOf(
  entity: EntityModel,
  span: Span,
  stored: StoredSpan,
  { planned, treatments }: { readonly planned: PlannedRows; readonly treatments: Treatments },
): Promise<Map<string, Candidate>> {
  const found = plannedIn(entity, span, planned, treatments);
  const codec = planned.keys.of(entity);
  const at = (key: string): Candidate => {
    const known = found.get(key);
    if (known) return known;
    const address = codec.decode(key);
    // Strangers are judged below, all at once.
    const treatment = address ? treatments.at(entity, address) : 'copy';
    return { ...nothing, treatment, isPlanned: false, isStranger: !address };
  };
  for (const row of stored.rows) {
    const key = keyOf(entity, row);
    found.set(key, { ...at(key), stored: row });
  }
  for (const { key, mark } of stored.marks) found.set(key, { ...at(key), mark });
  await judgeStrangers(entity, found, treatments);
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function plannedIn(entity: EntityModel, span: Span, planned: PlannedRows, treatments: Treatments): Map<string, Candidate> {
  const { prefix, seeded, added } = span;
  const found = new Map<string, Candidate>();
  if (!prefix) return found;
  const whole = treatments.ofAll(entity);
  const add = (ordinals: readonly number[], isAdded: boolean) => {
    for (const [number, key] of planned.keys.of(entity).siblings(prefix, ordinals).entries()) {
      const ordinal = ordinals[number] ?? 0;
      const treatment = whole ?? treatments.at(entity, [...prefix, ordinal]);
      found.set(key, { ...nothing, treatment, isPlanned: true, ordinal, isAdded });
    }
  };
  add(seeded, false);
  add(added, true);
  return found;
}

async function judgeStrangers(entity: EntityModel, found: Map<string, Candidate>, treatments: Treatments): Promise<void> {
  const strangers = [...found].filter(([, { isStranger }]) => isStranger);
  if (strangers.length === 0) return;
  const judged = await treatments.ofStrangers(
    entity,
    strangers.map(([key]) => key),
  );
  for (const [index, [key, candidate]] of strangers.entries()) {
    found.set(key, { ...candidate, treatment: judged[index] ?? 'copy' });
  }
}
