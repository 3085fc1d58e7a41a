import type { CellRow, EntityModel } from '../definition/index.ts';
import { Generator } from '../generate/index.ts';
import { generationOrder, type Plan, recipeOf, Universe } from '../plan/index.ts';
import { blocksOfShard } from './blocks-of-shard.ts';
import { csvWriter } from './csv-writer.ts';
import { StreamError } from './error.ts';
import { ndjsonWriter } from './ndjson-writer.ts';
import { checkStreamable, readAgain } from './read-again.ts';
import type { NameOf, RowWriter, WriterMaker } from './row-writer.ts';
import { checkShard, type Shard, WHOLE } from './shard.ts';

/** How rows are written. */
export type StreamFormat = 'ndjson' | 'csv';

/** What fields are called: `gradeLevel` or `grade_level`. */
export type FieldNaming = 'camel' | 'snake';

/** Which rows are made, and how they are written. */
export interface StreamRequest {
  readonly plan: Plan;
  /** Default: all of the plan's domain. CSV takes exactly one. */
  readonly entities?: readonly EntityModel[] | undefined;
  /** Default: `ndjson`. */
  readonly format?: StreamFormat | undefined;
  /** Default: `camel`. */
  readonly naming?: FieldNaming | undefined;
  /** Default: the whole. Shards 1 to n, one behind the other, are byte for byte the whole. */
  readonly shard?: Shard | undefined;
}

const formats: Readonly<Record<StreamFormat, WriterMaker>> = { ndjson: ndjsonWriter, csv: csvWriter };
const namings: Readonly<Record<FieldNaming, NameOf>> = { camel: ({ name }) => name, snake: ({ column }) => column };

/** Characters of a piece: a pipe holds 64 KiB. */
const PIECE = 2 ** 16;
/** Rows that are written at once, so that writers with a price a call pay it seldom. */
const ROWS = 256;

/**
 * The rows of a plan as text, made when they are asked for; no store is touched. Gives pieces of about 64 KiB, and holds
 * one of them: whoever asks only for what can be written needs no more memory for a billion rows than for a thousand.
 *
 * Rows come in the order of addresses; those of several entities root by root, and then entity by entity in the order of generation. Values
 * are those of cache files: enumerations in lower case, money in minor units.
 *
 * @throws StreamError INVALID_SHARD, ONE_TYPE_NEEDED, NOT_STREAMABLE before the first piece; the last one also later, from a roll-up whose
 * first row reads otherwise than its others.
 */
export function streamRows({ plan, format = 'ndjson', naming = 'camel', ...request }: StreamRequest): IterableIterator<string> {
  const asked = new Set(request.entities ?? plan.domain.entities);
  const entities = generationOrder(plan.domain).filter((entity) => asked.has(entity));
  const shard = checkShard(request.shard ?? WHOLE);
  if (format === 'csv' && entities.length !== 1) throw oneTypeNeeded(entities);
  const generator = new Generator(new Universe(plan.domain, [recipeOf(plan)]));
  for (const entity of entities) checkStreamable(generator, entity);
  const writers = new Map(
    entities.map((entity) => [entity, formats[format](entity, namings[naming], entities.length > 1)] as const),
  );
  return pieces(generator, writers, shard);
}

function* pieces(generator: Generator, writers: ReadonlyMap<EntityModel, RowWriter>, shard: Shard): IterableIterator<string> {
  const entities = [...writers.keys()];
  let piece = shard.number === 1 ? [...writers.values()].map(({ head }) => head).join('') : '';
  for (const { entity, rows } of runsOf(generator, entities, shard)) {
    piece += writers.get(entity)?.text(rows);
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}

/** The rows of a shard in runs of one entity. */
function* runsOf(generator: Generator, entities: readonly EntityModel[], shard: Shard) {
  const reads = new Map(entities.map((entity) => [entity, readAgain(generator, entity)]));
  let run: { readonly entity: EntityModel; readonly rows: CellRow[] } | undefined;
  for (const block of blocksOfShard(generator, entities, shard)) {
    if (run && (run.entity !== block.entity || run.rows.length >= ROWS)) {
      yield run;
      run = undefined;
    }
    const rows = generator.rows(block, reads.get(block.entity));
    if (run) run.rows.push(...rows);
    else run = { entity: block.entity, rows };
  }
  if (run) yield run;
}

function oneTypeNeeded(entities: readonly EntityModel[]): StreamError {
  const message = `CSV holds rows of one type, since it has one header; asked for ${entities.length}. Name one, or take ndjson.`;
  return new StreamError('ONE_TYPE_NEEDED', message, {
    path: ['entities'],
    details: { given: entities.map(({ name }) => name) },
  });
}
