import { expect } from 'vitest';
import type { CellRow, EntityModel } from '../../src/definition/index.ts';
import { blockWidth, digestOf, hashBlock, Keys } from '../../src/generate/index.ts';
import { layoutOf } from '../../src/plan/index.ts';
import type { Generation } from '../../src/store/index.ts';
import { verifyGeneration } from '../../src/verify/index.ts';
import { keyOf } from './rows.ts';

/** Every stored row of an entity, ascending by key. */
export async function storedRows(generation: Generation, entity: EntityModel): Promise<CellRow[]> {
  const rows: CellRow[] = [];
  for (let after: string | undefined, more = true; more; ) {
    const [page] = await generation.find({ entity, order: [], limit: 5_000, ...(after !== undefined && { after: [after] }) });
    rows.push(...(page?.rows ?? []));
    const last = page?.rows.at(-1);
    after = last && keyOf(entity, last);
    more = page?.more ?? false;
  }
  return rows;
}

/** The digest, computed from nothing but the stored rows and the dataset's seed: rows that the seed has not made stand alone. */
export async function digestOfStored(generation: Generation): Promise<string> {
  const { domain } = generation;
  const [base] = (await generation.state()).recipe;
  const keys = new Keys(domain, Number(base?.seed));
  const totals = new Map<string, { rows: number; sum: bigint }>();
  for (const entity of domain.entities) {
    const width = blockWidth({ layout: layoutOf(domain) }, entity);
    const rows = await storedRows(generation, entity);
    const blocks = Map.groupBy(rows, (row) => {
      const address = keys.of(entity).decode(keyOf(entity, row));
      return address ? `${address.slice(0, -1)} ${Math.floor((address.at(-1) ?? 0) / width)}` : keyOf(entity, row);
    });
    const sum = [...blocks.values()].reduce((total, block) => (total + hashBlock(block)) % 2n ** 256n, 0n);
    totals.set(entity.name, { rows: rows.length, sum });
  }
  return digestOf(domain, totals);
}

/** References that lead to no row, as texts. */
export async function danglingReferences(generation: Generation): Promise<string[]> {
  const dangling: string[] = [];
  for (const entity of generation.domain.entities) {
    const rows = await storedRows(generation, entity);
    for (const { field, to } of entity.references) {
      const keys = [...new Set(rows.map((row) => row[field.index]).filter((key) => typeof key === 'string'))];
      const found = await generation.get(to, keys);
      dangling.push(...keys.filter((_key, index) => !found[index]).map((key) => `${entity.name}.${field.name}: ${key}`));
    }
  }
  return dangling;
}

/** What a generation says of itself, which must be what is stored: its digest, and how many rows there are of each entity. */
export async function bookkeeping(generation: Generation): Promise<{ told: unknown; stored: unknown }> {
  const { domain } = generation;
  const { totals } = await generation.state();
  const counts = (count: (entity: EntityModel) => number) =>
    Object.fromEntries(domain.entities.map((entity) => [entity.name, count(entity)]));
  const lengths = new Map<EntityModel, number>();
  for (const entity of domain.entities) lengths.set(entity, (await storedRows(generation, entity)).length);
  return {
    told: { digest: digestOf(domain, totals), rows: counts(({ name }) => totals.get(name)?.rows ?? 0) },
    stored: { digest: await digestOfStored(generation), rows: counts((entity) => lengths.get(entity) ?? 0) },
  };
}

/**
 * Fails unless a generation is sound: what it says of itself is so, no reference dangles, and each row is what the recipe makes,
 * or has a mark. The rules of a domain are another matter: a user may break them.
 */
export async function requireSound(generation: Generation): Promise<void> {
  const { told, stored } = await bookkeeping(generation);
  expect(told).toEqual(stored);
  expect(await danglingReferences(generation)).toEqual([]);
  const { checks } = await verifyGeneration(generation);
  const general = checks.filter(({ name }) => ['references', 'unique', 'rollUps', 'digest', 'recipe'].includes(name));
  expect(general.map(({ name, status, examples }) => ({ name, status, examples }))).toEqual(
    general.map(({ name }) => ({ name, status: 'OK', examples: [] })),
  );
  expect(general).toHaveLength(5);
}
