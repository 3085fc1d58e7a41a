import { type CellRow, type EntityModel, keyOf } from '../../definition/index.ts';
import { type BlockPosition, PlannedRows, Replay } from '../../generate/index.ts';
import type { Recipe } from '../../plan/index.ts';
import type { Generation, MarkedKey, StoredRows } from '../../store/store.ts';
import { sourcesOf } from '../sources.ts';
import { type Candidate, candidatesOf, type Span, type StoredSpan } from './candidates.ts';
import { Cursor, LAST_KEY } from './cursor.ts';
import { fillIn } from './fill-in.ts';
import { type Change, isWanted, type Outcome, outcomeOf } from './outcome.ts';
import { Presence } from './presence.ts';
import type { Treatments } from './treatments.ts';

/** What a generation is composed of. */
export interface Composition {
  /** What is stored. */
  readonly source: StoredRows;
  /** What the composed generation's recipe will be. */
  readonly recipe: Recipe;
  readonly treatments: Treatments;
  /** Whether that recipe, or the definitions, may make other rows than those that are stored. */
  readonly compares: boolean;
}

/** A span as it will be. */
export interface ComposedSpan {
  /** Rows in the order of keys, by what is hashed together: those of a block, and each stranger alone. */
  readonly groups: readonly (readonly CellRow[])[];
  readonly marks: readonly MarkedKey[];
  readonly changes: readonly Change[];
  /** Where to go on. */
  readonly next: BlockPosition;
}

/** The beginning of an entity. */
export const START: BlockPosition = { after: '', root: 0 };

/** Lays what is stored beside what a recipe makes, block by block, and tells what will be there. Writes nothing. */
export class Composer {
  readonly #composition: Composition;
  readonly #planned: PlannedRows;
  readonly #presence: Presence;

  constructor(composition: Composition) {
    const { source, recipe, treatments } = composition;
    this.#composition = composition;
    this.#planned = new PlannedRows(new Replay(source.domain, recipe), recipe);
    this.#presence = new Presence(source, this.#planned, treatments);
  }

  /**
   * What an entity's keys behind a position will hold, in their order. Roll-ups are made from what `target` holds; without it those
   * that are stored are taken to stay as they are, and new ones are counted only.
   */
  async *spans(entity: EntityModel, from: BlockPosition, target: Generation | undefined): AsyncGenerator<ComposedSpan> {
    const { source } = this.#composition;
    const rows = new Cursor(
      from.after,
      (row: CellRow) => keyOf(entity, row),
      (key, limit) => source.range(entity, key, LAST_KEY, limit),
    );
    const marks = new Cursor(from.after, markedKey, (key, limit) => source.marks(entity, key, LAST_KEY, limit));
    let root = from.root;
    const composed = async (span: Span): Promise<ComposedSpan> => {
      root = span.prefix ? (span.prefix[0] ?? span.seeded[0] ?? root) : root;
      const stored = { rows: await rows.takeTo(span.to), marks: await marks.takeTo(span.to) };
      return { ...(await this.#compose(entity, span, stored, target)), next: { after: span.to, root } };
    };
    for (const block of this.#isCopied(entity) ? [] : this.#planned.blocks(entity, from)) {
      for (let head = await rows.peek(); head !== undefined && head < block.from; head = await rows.peek()) {
        yield composed(this.#spanAt(entity, head));
      }
      yield composed(block);
    }
    for (let head = await rows.peek(); head !== undefined; head = await rows.peek()) yield composed(this.#spanAt(entity, head));
    yield composed({ to: LAST_KEY, seeded: [], added: [] });
  }

  /** Whether the entity's rows stay as they are, all of them, so that none has to be made. */
  #isCopied(entity: EntityModel): boolean {
    return (
      !this.#composition.compares && !this.#composition.source.missing && this.#composition.treatments.ofAll(entity) === 'copy'
    );
  }

  /** The block of a stored row that lies in none that is planned; a stranger is a block of its own. */
  #spanAt(entity: EntityModel, key: string): Span {
    const address = this.#planned.keys.of(entity).decode(key);
    return address ? this.#planned.blockOf(entity, address) : { to: key, seeded: [], added: [] };
  }

  async #compose(entity: EntityModel, span: Span, stored: StoredSpan, target: Generation | undefined): Promise<Composed> {
    const { treatments, compares } = this.#composition;
    if (this.#isCopied(entity)) return this.#copied(entity, stored);
    const candidates = await candidatesOf(entity, span, stored, { planned: this.#planned, treatments });
    const wanted = new Map([...candidates].filter(([, candidate]) => isWanted(candidate, compares)));
    if ('derive' in entity.definition && !target) return this.#foretold(entity, span, candidates, wanted);
    const made = await this.#make(entity, span, wanted, target);
    const missing = this.#composition.source.missing?.get(entity);
    if (missing) {
      const staying = new Map(
        [...candidates].filter(([key, { stored, ordinal }]) => stored && ordinal !== undefined && !made.has(key)),
      );
      fillIn(entity, missing, candidates, new Map([...made, ...(await this.#make(entity, span, staying, target))]));
    }
    const dangling = await this.#dangling(entity, wanted, made);
    return composedOf(candidates, (key, candidate) => outcomeOf(candidate, made.get(key), dangling.has(key)));
  }

  #copied(entity: EntityModel, { rows, marks }: StoredSpan): Composed {
    const codec = this.#planned.keys.of(entity);
    const isStranger = (row: CellRow) => !codec.decode(keyOf(entity, row));
    const block = rows.filter((row) => !isStranger(row));
    const strangers = rows.filter(isStranger).map((row) => [row]);
    return { groups: block.length > 0 ? [block, ...strangers] : strangers, marks, changes: rows.map(() => 'keep') };
  }

  /** The wanted rows as the recipe makes them, by key. Roll-ups read their sources from `target`. */
  async #make(
    entity: EntityModel,
    { branch, prefix }: Span,
    wanted: Candidates,
    target: Generation | undefined,
  ): Promise<Map<string, CellRow>> {
    if (wanted.size === 0 || !branch || !prefix) return new Map();
    const numbers = (isAdded: boolean) =>
      [...wanted.values()].flatMap((each) => (each.isAdded === isAdded && each.ordinal !== undefined ? [each.ordinal] : []));
    const [seeded, added] = [numbers(false), numbers(true)];
    const block = { entity, branch, prefix, ordinals: [...seeded, ...added] };
    const read = target && (await sourcesOf(target, this.#planned.replay.seeding, block));
    return this.#planned.rows(entity, { branch, prefix, seeded, added }, read);
  }

  /**
   * The keys of made rows that refer to rows which will not be there. Rows of the seeding need not be looked at where whatever they
   * refer to comes back; added ones may refer to any row that was there when they were added.
   */
  async #dangling(entity: EntityModel, wanted: Candidates, made: ReadonlyMap<string, CellRow>): Promise<ReadonlySet<string>> {
    const isCertain = this.#presence.isCertain(entity);
    const doubtful = [...made].filter(([key]) => {
      const candidate = wanted.get(key);
      return candidate?.treatment !== 'copy' && (!isCertain || candidate?.isAdded);
    });
    if (doubtful.length === 0) return nobody;
    return this.#presence.dangling(
      entity,
      doubtful.map(([, row]) => row),
    );
  }

  /** Roll-ups that cannot be made yet: stored ones stay, new ones are made where what they hang under is there. */
  async #foretold(entity: EntityModel, { prefix = [] }: Span, candidates: Candidates, wanted: Candidates): Promise<Composed> {
    const composed = composedOf(candidates, (_key, candidate) => outcomeOf(candidate, undefined, false));
    const changes = [...composed.changes];
    for (const { stored, ordinal } of wanted.values()) {
      if (stored || ordinal === undefined) continue;
      if (await this.#presence.isOwnerThere(entity, [...prefix, ordinal])) changes.push('make');
    }
    return { ...composed, changes };
  }
}

type Composed = Omit<ComposedSpan, 'next'>;
type Candidates = ReadonlyMap<string, Candidate>;

const nobody: ReadonlySet<string> = new Set();

function markedKey({ key }: MarkedKey): string {
  return key;
}

function composedOf(candidates: Candidates, outcome: (key: string, candidate: Candidate) => Outcome): Composed {
  const block: CellRow[] = [];
  const strangers: CellRow[][] = [];
  const marks: MarkedKey[] = [];
  const changes: Change[] = [];
  for (const [key, candidate] of candidates) {
    const { row, mark, change } = outcome(key, candidate);
    if (row && candidate.isStranger) strangers.push([row]);
    else if (row) block.push(row);
    if (mark) marks.push({ key, mark });
    if (change) changes.push(change);
  }
  return { groups: block.length > 0 ? [block, ...strangers] : strangers, marks, changes };
}
