import { type Cell, type EntityModel, type FieldModel, fromCell } from '../src/definition/index.ts';
import { Generator } from '../src/generate/index.ts';
import { createPlan, type PlanRequest, recipeOf, Universe } from '../src/plan/index.ts';
import { domain } from './workshop.ts';

/** What a field of ours holds, so that a peer can be told to make the like. */
export interface LikeField {
  readonly model: FieldModel;
  /** The entity that it refers to. */
  readonly target: EntityModel | undefined;
  /** Different values as people write them, null left out, in the order that they are met in; at most `MOST_VALUES`. */
  readonly values: readonly unknown[];
  /** How often it is null, from 0 to 1. */
  readonly nulls: number;
}

/** An entity of ours: how many rows there are to be, and what their fields hold. */
export interface LikeEntity {
  readonly model: EntityModel;
  readonly rows: number;
  readonly fields: readonly LikeField[];
}

const MOST_VALUES = 1_000;

/** What a plan makes, by entity in the order of generation; its values are looked up in the rows under the first root. */
export function likenessOf(request: PlanRequest): readonly LikeEntity[] {
  const plan = createPlan(domain, request);
  const generator = new Generator(new Universe(domain, [recipeOf(plan)]));
  return plan.stages.map(({ entity, rows }) => {
    const sample = [...generator.blocks(entity, { from: 0, to: 1 })].flatMap((block) => generator.rows(block));
    return { model: entity, rows, fields: entity.fields.map((model) => likeField(entity, model, sample)) };
  });
}

function likeField(entity: EntityModel, model: FieldModel, sample: readonly (readonly Cell[])[]): LikeField {
  const cells = sample.map((row) => row[model.index] ?? null);
  const present = cells.filter((cell) => cell !== null);
  const distinct = [...new Set(present)].slice(0, MOST_VALUES);
  return {
    model,
    target: entity.references.find(({ field }) => field === model)?.to,
    values: distinct.map((cell) => fromCell(model.field, cell)),
    nulls: 1 - present.length / cells.length,
  };
}
