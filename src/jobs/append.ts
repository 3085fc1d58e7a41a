import type { Address, CellRow, EntityModel } from '../definition/index.ts';
import { createPlan, generationOrder, type Recipe, recipeOf } from '../plan/index.ts';
import type { Generation, Store } from '../store/store.ts';
import { allocate } from './append/allocate.ts';
import { batchOf } from './append/batch.ts';
import { type Asked, Draft } from './append/draft.ts';
import { checkGiven } from './append/given.ts';
import { requireMissing } from './append/requirements.ts';
import { JobError } from './error.ts';
import { keyReused, sameJson } from './idempotency.ts';
import type { GenerateRequest } from './jobs.ts';
import { recipeFrom } from './summary.ts';

/** The most rows that one request adds. */
export const GENERATE_LIMIT = 10_000;

/**
 * Adds rows to a dataset, and the rows they require that are not there yet, in one transaction.
 *
 * The rows come at the next free addresses, so that they are the rows a larger seeding would have made there:
 * the configuration's volumes are grown until these addresses exist. The caller holds the dataset's lease.
 */
export async function appendRows(store: Store, version: string, request: GenerateRequest): Promise<readonly CellRow[]> {
  checkCount(request.count);
  const { entity } = request;
  const generation = await openOrBegin(store, version, request);
  const state = await generation.state();
  const recipe = recipeFrom(state);
  const given = await checkGiven(generation, entity, request.with ?? {});
  const { idempotencyKey } = request;
  const asked = {
    entity: entity.name,
    seed: request.seed ?? recipe[0].seed,
    with: given.values,
    ...(idempotencyKey && { idempotencyKey }),
  };
  const draft = new Draft(generation, recipe, asked);
  const earlier = repeated(recipe, asked, request.count);
  if (earlier) return rowsAt(draft, entity, earlier);

  // 1. Where: free addresses, growing the configuration as far as they need.
  const addresses = await allocate(draft, entity, request.count, given);
  draft.add(entity, addresses);
  // 2. What they point at and hang under, as far as it is missing.
  const rows = await requireMissing(draft, given);
  // 3. Rows, digest and recipe, at once.
  const entry = draft.entry(addresses);
  await generation.write(
    await batchOf(generation, draft, rows, state.checkpoint.sequence, entry, generationOrder(entity.domain)),
  );
  return rowsAt(draft, entity, addresses);
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

async function rowsAt(
  { generation, keys }: Draft,
  entity: EntityModel,
  addresses: readonly Address[],
): Promise<readonly CellRow[]> {
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

/** The dataset's generation; where there is none, an empty one under the domain's defaults. */
async function openOrBegin(store: Store, version: string, { dataset, entity }: GenerateRequest): Promise<Generation> {
  const { domain } = entity;
  const open = await store.open(dataset, domain);
  if (open) return open;
  const begun = await store.create(dataset, domain, version, [{ ...recipeOf(createPlan(domain, {})) }]);
  await begun.finish();
  await store.publish(begun);
  return (await store.open(dataset, domain)) ?? begun;
}
