import type { CellRow, DomainModel, EntityModel } from '../../src/definition/index.ts';
import { Generator, type ReadChildren } from '../../src/generate/index.ts';
import { createPlan, generationOrder, type Plan, type PlanRequest, recipeOf, Universe } from '../../src/plan/index.ts';

/** Every row of a plan, made in memory without a store, by entity, in the order of addresses. */
export interface MadeRows {
  readonly plan: Plan;
  readonly generator: Generator;
  readonly rows: ReadonlyMap<EntityModel, readonly CellRow[]>;
  readonly read: ReadChildren;
}

export function makeRows(domain: DomainModel, request: PlanRequest): MadeRows {
  const plan = createPlan(domain, request);
  const generator = new Generator(new Universe(domain, [recipeOf(plan)]));
  const rows = new Map<EntityModel, CellRow[]>();
  const read: ReadChildren = (entity, field, key) => {
    const { index } = entity.fieldNamed(field);
    return (rows.get(entity) ?? []).filter((row) => row[index] === key);
  };
  for (const entity of generationOrder(domain)) {
    const made: CellRow[] = [];
    for (const block of generator.blocks(entity, { from: 0, to: plan.roots })) made.push(...generator.rows(block, read));
    rows.set(entity, made);
  }
  return { plan, generator, rows, read };
}

/** The key of a row. */
export function keyOf(entity: EntityModel, row: CellRow): string {
  return String(row[entity.key.index]);
}
