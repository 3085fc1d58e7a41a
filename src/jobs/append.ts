import { type Address, type CellRow, type EntityModel, SeedgraphError } from '../definition/index.ts';
import { createPlan, type Recipe, recipeOf } from '../plan/index.ts';
import type { Generation, Store } from '../store/store.ts';
import { allocate } from './append/allocate.ts';
import { batchOf } from './append/batch.ts';
import { conflictOf } from './append/conflict.ts';
import { type Asked, Draft } from './append/draft.ts';
import { checkGiven, checkUnique } from './append/given.ts';
import { requireMissing } from './append/requirements.ts';
import { JobError } from './error.ts';
import { keyReused, sameJson } from './idempotency.ts';
import type { GenerateRequest } from './jobs.ts';
import type { RowsCommitted } from './live-job.ts';
import { keysOf, recipeFrom } from './summary.ts';
import { checkVersion } from './version-check.ts';
import { overtaken } from './writers.ts';

/** The most rows that one request adds. */
export const GENERATE_LIMIT = 10_000;

/**
 * Adds rows to a dataset, and the rows they require that are not there yet, in one transaction.
 *
 * The rows come at the next free addresses, so that they are the rows a larger seeding would have made there:
 * the configuration's volumes are grown until these addresses exist. The caller holds the dataset's lease.
 * A dataset that holds nothing yet begins empty, under the domain's defaults; it appears with its first rows.
 */
export async function appendRows(
  store: Store,
  version: string,
  request: GenerateRequest,
  onRows: RowsCommitted,
): Promise<readonly CellRow[]> {
  checkCount(request.count);
  const { domain } = request.entity;
  const open = await store.open(request.dataset, domain);
  if (open) return appendTo(open, version, request, onRows);
  const begun = await store.create(request.dataset, domain, version, [{ ...recipeOf(createPlan(domain, {})) }]);
  try {
    await appendTo(begun, version, request, onRows);
    await begun.finish();
    await store.publish(begun);
  } catch (error) {
    await store.discard(begun);
    throw error;
  }
  const published = (await store.open(request.dataset, domain)) ?? begun;
  const [last] = recipeFrom(await published.state()).slice(-1);
  return rowsAt(published, request.entity, last?.operation === 'generate' ? last.rows : []);
}

async function appendTo(
  generation: Generation,
  version: string,
  request: GenerateRequest,
  onRows: RowsCommitted,
): Promise<readonly CellRow[]> {
  const { entity, idempotencyKey } = request;
  const state = await generation.state();
  checkVersion(state, version, generation.dataset);
  const recipe = recipeFrom(state);
  const given = await checkGiven(generation, entity, request.with ?? {});
  const seed = request.seed ?? recipe[0].seed;
  const asked: Asked = { entity: entity.name, seed, with: given.values, ...(idempotencyKey !== undefined && { idempotencyKey }) };
  const earlier = repeated(recipe, asked, request.count);
  if (earlier) return rowsAt(generation, entity, earlier);
  await checkUnique(generation, entity, given.values, request.count);

  // 1. Where: free addresses, growing the configuration as far as they need.
  const draft = new Draft(generation, recipe, asked);
  const addresses = await allocate(draft, entity, request.count, given);
  draft.ask(entity, addresses);
  // 2. What they point at and hang under, as far as it is missing.
  const required = await requireMissing(draft, given);
  // 3. Rows, digest and recipe, at once.
  const { sequence } = state.checkpoint;
  const batch = await batchOf(generation, draft, required, sequence, draft.entry());
  const written = await generation.write(batch).catch(async (error) => {
    throw (isConflict(error) && (await conflictOf(generation, batch))) || error;
  });
  if (!written) throw overtaken(generation.dataset);
  for (const { entity: made, rows: written } of batch.inserts) onRows(made.domain.name, made.name, written.length);
  return rowsAt(generation, entity, addresses);
}

function isConflict(error: unknown): boolean {
  return error instanceof SeedgraphError && error.code === 'CONFLICT';
}

/** The rows that an idempotency key was used for before. @throws JobError IDEMPOTENCY_KEY_REUSED for another input. */
function repeated([, ...additions]: Recipe, asked: Asked, count: number): readonly Address[] | undefined {
  const { idempotencyKey } = asked;
  const earlier = additions.find((entry) => idempotencyKey !== undefined && entry.idempotencyKey === idempotencyKey);
  if (!earlier) return undefined;
  const { entity, seed, with: given, rows } = earlier;
  if (rows.length === count && sameJson({ entity, seed, with: given, idempotencyKey }, asked)) return rows;
  throw keyReused(String(idempotencyKey), {});
}

async function rowsAt(generation: Generation, entity: EntityModel, addresses: readonly Address[]): Promise<readonly CellRow[]> {
  const keys = await keysOf(generation);
  const found = await generation.get(
    entity,
    addresses.map((address) => keys.keyOf(entity, address)),
  );
  return found.flatMap((row) => (row ? [row] : []));
}

function checkCount(count: number): void {
  if (Number.isInteger(count) && count >= 1 && count <= GENERATE_LIMIT) return;
  throw new JobError(
    'INVALID_COUNT',
    `One request adds 1 to ${GENERATE_LIMIT} rows; given ${count}. Larger datasets are seeded.`,
    {
      path: ['count'],
      details: { given: count, min: 1, max: GENERATE_LIMIT },
    },
  );
}
