import { setImmediate as nextTurn } from 'node:timers/promises';
import type { DomainModel, EntityModel } from '../definition/index.ts';
import { digestOf } from '../generate/index.ts';
import { nothingIn, StoreError } from '../store/error.ts';
import type { Generation, GenerationState, Store } from '../store/store.ts';
import { CacheFileError } from './error.ts';
import { type CacheFormat, type CacheHeader, JSON_FORMAT, LINES_FORMAT } from './format.ts';
import { jsonText } from './json-text.ts';
import { linesText } from './lines-text.ts';
import { writeWholeFile } from './write-file.ts';

/** So often an export begins again when the dataset is changed meanwhile. */
const ATTEMPTS = 3;

/** What is written where. */
export interface ExportRequest {
  readonly store: Store;
  readonly domain: DomainModel;
  readonly dataset: string;
  /** `-` is standard output. A name that ends in `.gz` is compressed. */
  readonly file: string;
  /** Default: NDJSON for names that end in `.ndjson` or `.jsonl` (and perhaps `.gz`), else JSON. */
  readonly format?: CacheFormat | undefined;
  /** Told of rows as they are read. */
  readonly onRows?: ((entity: string, rows: number) => void) | undefined;
}

/** What was written. */
export interface ExportedCache {
  readonly file: string;
  readonly format: CacheFormat;
  readonly dataset: string;
  readonly domain: string;
  readonly digest: string;
  /** In the domain's order, zeros included. */
  readonly counts: readonly { readonly entity: EntityModel; readonly count: number }[];
}

/**
 * Writes all rows of a dataset into a file, as they were at one moment, with the recipe and the marks. Memory holds a page of rows.
 * The file is there when it is complete; a failure leaves what was there before.
 *
 * @throws StoreError DATASET_NOT_FOUND; CacheFileError CACHE_FILE_UNWRITABLE, or CACHE_FILE_OUTDATED when the dataset was changed all the while.
 */
export async function exportCache(request: ExportRequest): Promise<ExportedCache> {
  const { store, domain, dataset, file } = request;
  const format = request.format ?? formatOf(file);
  for (let attempt = 1; ; attempt++) {
    const generation = await store.open(dataset, domain);
    if (!generation) throw nothingIn(dataset, domain.name);
    const state = await generation.state();
    try {
      await writeWholeFile(file, textOf(request, generation, state, format));
      return summaryOf(request, state, format);
    } catch (error) {
      // What has reached standard output cannot be taken back.
      const isLast = attempt === ATTEMPTS || file === '-';
      if (isLast || !(error instanceof Outdated || (await isReplaced(request, generation, error)))) throw told(error, dataset);
    }
  }
}

/** The form that goes with a file's name. */
export function formatOf(file: string): CacheFormat {
  return /\.(ndjson|jsonl)(\.gz)?$/i.test(file) ? 'ndjson' : 'json';
}

async function* textOf(
  { onRows = () => undefined }: ExportRequest,
  generation: Generation,
  state: GenerationState,
  format: CacheFormat,
): AsyncGenerator<string> {
  const header = headerOf(generation, state, format);
  const texts = format === 'json' ? jsonText(generation, header, onRows) : linesText(generation, header, state.totals, onRows);
  let last = '';
  for await (const text of texts) {
    if (last) yield last;
    last = text;
    await nextTurn();
  }
  // Before the end is written: what follows from rows of two moments must not look complete.
  const { checkpoint } = await generation.state();
  if (checkpoint.sequence !== state.checkpoint.sequence) throw new Outdated();
  yield last;
}

function headerOf({ domain }: Generation, state: GenerationState, format: CacheFormat): CacheHeader {
  const [base] = state.recipe;
  return {
    format: format === 'json' ? JSON_FORMAT : LINES_FORMAT,
    version: state.version,
    domain: domain.name,
    seed: Number(base?.seed),
    preset: String(base?.preset),
    digest: digestOf(domain, state.totals),
    recipe: state.recipe,
  };
}

function summaryOf({ file, dataset, domain }: ExportRequest, { totals }: GenerationState, format: CacheFormat): ExportedCache {
  const counts = domain.entities.map((entity) => ({ entity, count: totals.get(entity.name)?.rows ?? 0 }));
  return { file, format, dataset, domain: domain.name, digest: digestOf(domain, totals), counts };
}

/** The dataset was changed between the first row and the last. */
class Outdated extends Error {}

/** A store need not keep a generation for its readers for ever: one that was replaced may be gone. */
async function isReplaced({ store, dataset, domain }: ExportRequest, generation: Generation, error: unknown): Promise<boolean> {
  if (!(error instanceof StoreError) || error.code !== 'STORE_UNAVAILABLE') return false;
  const now = await store.open(dataset, domain);
  return now !== undefined && now.id !== generation.id;
}

function told(error: unknown, dataset: string): unknown {
  if (!(error instanceof Outdated)) return error;
  const message = `The dataset "${dataset}" was changed while it was written. Try again when nobody adds rows to it.`;
  return new CacheFileError('CACHE_FILE_OUTDATED', message, { path: ['dataset'], details: { dataset } });
}
