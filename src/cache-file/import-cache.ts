import { setImmediate as nextTurn } from 'node:timers/promises';
import type { DomainModel, EntityModel } from '../definition/index.ts';
import { digestOf, Keys } from '../generate/index.ts';
import { checkDatasetName } from '../jobs/dataset-name.ts';
import { type Hold, overtaken, Writers } from '../jobs/writers.ts';
import { type Recipe, Universe } from '../plan/index.ts';
import { StoreError } from '../store/error.ts';
import { rowCountOf } from '../store/row-count.ts';
import type { EntityTotals, Generation, Store } from '../store/store.ts';
import { CacheFileError, incomplete } from './error.ts';
import { findLines } from './find-lines.ts';
import { findTwins } from './find-twins.ts';
import { ImportJob } from './import-job.ts';
import { Intake } from './intake.ts';
import { Loader } from './loader.ts';
import { markImported } from './mark-imported.ts';
import { markMissing } from './mark-missing.ts';
import { Mistakes } from './mistakes.ts';
import { type BytesRead, readCacheFile } from './read-file.ts';
import { reserveRoots } from './reserve-roots.ts';
import { settle } from './settle.ts';
import type { Warning } from './warnings.ts';

/** What becomes of rows that the dataset holds already. */
export type ImportMode = 'replace' | 'fail-if-exists';

/** What is read where to. */
export interface ImportRequest {
  readonly store: Store;
  readonly domain: DomainModel;
  /** Of everything that decides what rows look like. */
  readonly version: string;
  readonly dataset: string;
  /** `-` is standard input. JSON or NDJSON, plain or compressed: the content tells. */
  readonly file: string;
  /** Default: `replace`. */
  readonly mode?: ImportMode | undefined;
  readonly onBytes?: BytesRead | undefined;
  /** Ends the import; nothing is changed then. */
  readonly signal?: AbortSignal | undefined;
}

/** What was read. */
export interface ImportedCache {
  readonly file: string;
  readonly dataset: string;
  readonly domain: string;
  readonly digest: string;
  /** In the domain's order, zeros included. */
  readonly counts: readonly { readonly entity: EntityModel; readonly count: number }[];
  /** Rows that got the mark `imported` since the recipe does not make them, or there is none. */
  readonly imported: number;
  readonly warnings: readonly Warning[];
}

/**
 * Fills a dataset from a cache file: this version's, another's, or another tool's. The rows come into a new generation, which takes
 * the place of what the dataset holds when all of them are valid; until then, and after a failure, nothing has changed. Memory does
 * not grow with the number of rows.
 *
 * @throws CacheFileError CACHE_FILE_UNREADABLE, CACHE_FILE_INCOMPLETE, CACHE_FILE_MISMATCH, DATASET_EXISTS, or INVALID_CACHE_FILE with
 * all mistakes; JobError DATASET_BUSY while another writes to the dataset; StoreError STORE_FULL when the disk is.
 */
export async function importCache(request: ImportRequest): Promise<ImportedCache> {
  const { store, domain, dataset, version } = request;
  checkDatasetName(dataset);
  const hold = await new Writers(store.control).take(dataset, 'seed');
  try {
    if (request.mode === 'fail-if-exists') await refuseRows(store, domain, dataset);
    const job = new ImportJob(store.control, dataset, domain, request.file);
    await job.begin();
    let generation: Generation | undefined;
    try {
      generation = await store.create(dataset, domain, version, []);
      await job.writesTo(generation);
      const imported = await fill(generation, request);
      if (!(await hold.held())) throw overtaken(dataset);
      await store.publish(generation);
      await job.complete(generation);
      return imported;
    } catch (error) {
      await giveUp(store, generation, job, hold, error);
      throw error;
    }
  } finally {
    await hold.release();
  }
}

/** What cannot be removed now, on a full disk for example, is removed when the store is opened next; the first error is the one to tell. */
async function giveUp(
  store: Store,
  generation: Generation | undefined,
  job: ImportJob,
  hold: Hold,
  error: unknown,
): Promise<void> {
  if (generation) await store.discard(generation).catch(() => undefined);
  if (!(await hold.held())) return;
  await job.fail(error).catch(() => undefined);
}

async function refuseRows(store: Store, domain: DomainModel, dataset: string): Promise<void> {
  const state = await (await store.open(dataset, domain))?.state();
  const rows = state ? rowCountOf(state) : 0;
  if (rows === 0) return;
  const message = `The dataset "${dataset}" holds ${rows} rows. Import with the mode "replace", or into another dataset.`;
  throw new CacheFileError('DATASET_EXISTS', message, { path: ['dataset'], details: { dataset, rows } });
}

async function fill(generation: Generation, request: ImportRequest): Promise<ImportedCache> {
  const { file, domain, version } = request;
  // 1. Rows and marks, as they stand in the file.
  const mistakes = new Mistakes();
  const loader = new Loader(generation, (mistake) => mistakes.add(mistake));
  const intake = new Intake(file, domain, loader, mistakes);
  await load(intake, loader, request);
  // 2. What can be told when all have been read.
  const recipe = intake.header.recipe(intake.tell);
  const universe = new Universe(domain, recipe);
  const isOwn = intake.header.version === version;
  const isRejected = (entity: EntityModel, key: string) => intake.isRejected(entity, key);
  const totals = await settle({ generation, universe, keys: new Keys(domain, universe.seed), tell: intake.tell, isRejected });
  const digest = digestOf(domain, totals);
  checkWhole(intake, isOwn, digest);
  if (intake.mistakes.count > 0) await findTwins(generation, intake.tell);
  await refuseMistakes(intake, request);
  // 3. Recipe, digest, indexes.
  await writeFacts(loader, recipe, totals);
  await finish(generation, intake, request);
  // 4. What is not as the recipe makes it is kept as it is.
  const isTrusted = isOwn && intake.header.hasRecipe && intake.header.digest !== undefined;
  const imported = isTrusted ? 0 : await markImported(loader, intake.header.hasRecipe ? recipe : undefined);
  if (!intake.header.hasRecipe) await reserveRoots(loader, universe);
  else if (!isTrusted && !(await markMissing(loader, recipe))) await refuseRecipe(intake, request);
  const counts = domain.entities.map((entity) => ({ entity, count: totals.get(entity.name)?.rows ?? 0 }));
  const warnings = warningsOf(intake, request);
  return { file, dataset: request.dataset, domain: domain.name, digest, counts, imported, warnings };
}

async function load(intake: Intake, loader: Loader, { file, onBytes, signal }: ImportRequest): Promise<void> {
  for await (const entries of readCacheFile(file, onBytes)) {
    signal?.throwIfAborted();
    for (const entry of entries) {
      intake.take(entry);
      if (!loader.isFull) continue;
      await loader.flush();
      await nextTurn();
    }
    await nextTurn();
  }
  await loader.flush();
  const missing = intake.miscounted();
  if (missing.length > 0) throw incomplete(file, missing.join('; '));
}

/** A file that this version has written lacks nothing, and its rows are those that it was written with. */
function checkWhole({ header, made, mistakes, tell }: Intake, isOwn: boolean, digest: string): void {
  if (!isOwn) return;
  for (const mistake of made.told) tell(mistake);
  const told = header.digest;
  if (mistakes.count > 0 || told === undefined || told.value === digest) return;
  const message = `the rows have the digest ${digest}, and not ${told.value}: some were changed or lost. To import them all the same, take the digest out of the file`;
  tell({ line: told.line, field: 'digest', message });
}

async function refuseMistakes({ mistakes }: Intake, { file, domain }: ImportRequest): Promise<void> {
  if (mistakes.count === 0) return;
  throw mistakes.error(file, await findLines(file, domain, mistakes.told));
}

async function refuseRecipe(intake: Intake, request: ImportRequest): Promise<void> {
  const message =
    'it makes far more rows than the file has. To import those that are there as they are, take the recipe out of the file';
  intake.tell({ line: intake.header.recipeLine, field: 'recipe', message });
  await refuseMistakes(intake, request);
}

async function writeFacts(loader: Loader, recipe: Recipe, totals: ReadonlyMap<string, EntityTotals>): Promise<void> {
  const changes = new Map([...totals].map(([entity, { sum }]) => [entity, { rows: 0, sum }]));
  await loader.write({ changes });
  for (const entry of recipe) await loader.write({ recipe: { ...entry } });
}

/** Makes the indexes. Unique values that are there twice come to light in doing so. */
async function finish(generation: Generation, intake: Intake, request: ImportRequest): Promise<void> {
  try {
    await generation.finish();
  } catch (error) {
    if (!(error instanceof StoreError) || error.code !== 'CONFLICT') throw error;
    await findTwins(generation, intake.tell);
    await refuseMistakes(intake, request);
    throw error;
  }
}

function warningsOf({ warnings, header, made }: Intake, { version }: ImportRequest): readonly Warning[] {
  const { version: other } = header;
  const foreign =
    other === undefined || other === version
      ? []
      : [
          {
            message: `the file was written by version "${other}"; rows that "${version}" makes otherwise are kept as they are`,
            count: 1,
          },
        ];
  const filled = made.byField().map(({ field, count }) => ({ message: `${field} was missing and was made`, count }));
  return [...foreign, ...filled, ...warnings.list()];
}
