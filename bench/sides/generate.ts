import { Generator } from '../../src/generate/index.ts';
import { createPlan, type PlanRequest, recipeOf, Universe } from '../../src/plan/index.ts';
import type { Round } from '../side.ts';
import { domain } from '../workshop.ts';

/** Makes every row of a plan, keys and references computed, and keeps none. In one thread, with nothing prepared. */
export default async function prepare(request: PlanRequest): Promise<Round> {
  return (clock) =>
    clock(() => {
      const plan = createPlan(domain, request);
      const generator = new Generator(new Universe(domain, [recipeOf(plan)]));
      let made = 0;
      for (let root = 0; root < plan.roots; root++) {
        for (const { entity } of plan.stages) {
          for (const block of generator.blocks(entity, { from: root, to: root + 1 })) made += generator.rows(block).length;
        }
      }
      return { rows: made };
    });
}
