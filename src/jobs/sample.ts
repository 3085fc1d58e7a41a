import type { EntityModel } from '../definition/index.ts';
import { countOf, createPlan, recipeOf, rootCount, type SeedEntry, siblingsOf, Universe } from '../plan/index.ts';
import { JobError } from './error.ts';
import type { Sample } from './jobs.ts';
import { VirtualGeneration } from './virtual-generation.ts';

/** The most rows that a sample has. */
export const SAMPLE_LIMIT = 1_000;

/** The first rows of an entity under the domain's defaults; as many roots as that takes. */
export function sampleOf({ entity, count, seed }: { entity: EntityModel; count: number; seed?: number | undefined }): Sample {
  if (!(Number.isInteger(count) && count >= 1 && count <= SAMPLE_LIMIT)) {
    throw new JobError('INVALID_COUNT', `A sample has 1 to ${SAMPLE_LIMIT} rows; given ${count}.`, { path: ['count'] });
  }
  const entry = recipeOf(createPlan(entity.domain, { seed }));
  const root = entityRoot(entity, entry);
  for (let roots = root.count; ; roots *= 2) {
    const grown = {
      ...entry,
      config: { ...entry.config, volumes: { ...entry.config.volumes, ...(root.volume ? { [root.volume]: roots } : {}) } },
    };
    const source = new VirtualGeneration(entity.domain, grown);
    const rows = firstRows(source, entity, count);
    if (rows.length === count || !root.volume || roots > count) return { rows, source };
  }
}

function firstRows(source: VirtualGeneration, entity: EntityModel, count: number) {
  const rows = [];
  const { universe } = source.generator;
  for (const { branch, prefix, ordinals } of siblingsOf(universe, entity, { from: 0, to: rootCount(universe) })) {
    rows.push(...source.generator.rows({ entity, branch, prefix, ordinals: ordinals.slice(0, count - rows.length) }));
    if (rows.length === count) break;
  }
  return rows;
}

function entityRoot(entity: EntityModel, entry: SeedEntry) {
  const universe = new Universe(entity.domain, [entry]);
  const { count } = universe.layout.rootOf(entity);
  return { volume: typeof count === 'string' ? count : undefined, count: Math.max(1, countOf(universe, count)) };
}
