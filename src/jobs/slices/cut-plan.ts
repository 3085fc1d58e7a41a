import { layoutOf, type Plan, type Stage } from '../../plan/index.ts';
import type { Slice } from '../../store/slices.ts';

/**
 * Rows in a slice, about. A slice is lost when its worker dies, and holds a transaction open while it is made: less than a second. Much
 * smaller ones cost more than they save: a root's context is made anew for each.
 */
const WANTED = 10_000;
/** A single root with more rows than this is divided. */
const MOST = 50_000;

/**
 * Cuts a plan into slices: first those of all entities that are made, which may be made in any order since references are computed; then
 * a stage for each derived entity, which reads what is stored.
 */
export function* cutPlan(plan: Plan): IterableIterator<Slice> {
  const isDerived = ({ entity }: Stage) => 'derive' in entity.definition;
  const made = plan.stages.filter((stage) => !isDerived(stage));
  const derived = plan.stages.filter(isDerived).map((stage) => [stage]);
  let ordinal = 0;
  for (const [stage, stages] of [made, ...derived].entries()) {
    for (const part of cutStage(plan, stages)) yield { ordinal: ordinal++, stage, ...part };
  }
}

/** How many stages the slices of a plan have. */
export function stageCount({ stages }: Plan): number {
  return 1 + stages.filter(({ entity }) => 'derive' in entity.definition).length;
}

function* cutStage(plan: Plan, stages: readonly Stage[]): IterableIterator<Pick<Slice, 'entities' | 'roots' | 'part'>> {
  const unit = rootsInBlock(plan);
  const units = Math.max(1, Math.ceil(plan.roots / unit));
  const rowsOf = (some: readonly Stage[]) => some.reduce((sum, { rows }) => sum + rows, 0) / units;
  const groups = rowsOf(stages) <= MOST ? [stages] : groupsOf(stages, (stage) => rowsOf([stage]));
  const together = unit * Math.max(1, Math.floor(WANTED / Math.max(1, rowsOf(stages))));
  for (let from = 0; from < plan.roots; from += together) {
    const roots = { from, to: Math.min(from + together, plan.roots) };
    for (const group of groups) {
      const entities = group.map(({ entity }) => entity.name);
      const of = rowsOf(group) <= MOST ? 1 : Math.ceil(rowsOf(group) / WANTED);
      for (let number = 0; number < of; number++) yield { entities, roots, part: { number, of } };
    }
  }
}

/** How many roots cannot be separated: as many as share a block, unless each is a whole world. */
function rootsInBlock(plan: Plan): number {
  const layout = layoutOf(plan.domain);
  return plan.domain.entities.every((entity) => layout.rootOf(entity).alike) ? 1 : 256;
}

/** Neighbours whose rows are few enough together; what alone has too many is a group of its own. */
function groupsOf(stages: readonly Stage[], rowsOf: (stage: Stage) => number): Stage[][] {
  const groups: Stage[][] = [];
  let rows = Number.POSITIVE_INFINITY;
  for (const stage of stages) {
    rows += rowsOf(stage);
    if (rows > MOST) {
      groups.push([]);
      rows = rowsOf(stage);
    }
    groups.at(-1)?.push(stage);
  }
  return groups;
}
