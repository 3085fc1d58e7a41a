import {
  type Cell,
  type CellRow,
  type EntityModel,
  type FieldModel,
  type Grouping,
  keyOf,
  pathOf,
  type Where,
} from '../../definition/index.ts';
import type { Group, Measure } from '../../store/index.ts';
import { compareLabels, type Label, labelOf } from './labels.ts';
import { conditionOf, MOST_GROUPS, type Reading, signalOf } from './reading.ts';

/** Rows of a target that are read at once. */
const PARENTS = 250;

/** What is asked for: groups of rows, divided by a further field, with sums of a number. */
export interface GroupRequest {
  readonly entity: EntityModel;
  readonly where?: Where | undefined;
  readonly by: Grouping;
  /** Divides each group by the values of this field. */
  readonly split?: FieldModel | undefined;
  readonly measured?: FieldModel | undefined;
}

/** A part of a group: the rows that agree in the field that divides. */
export interface Part {
  readonly cell: Cell;
  readonly rows: number;
  /** Rows with a value of the measured field, and their sum. */
  readonly count: number;
  readonly sum: number;
}

/** A group, in the order of labels. */
export interface LabelledGroup {
  readonly label: Label;
  readonly parts: readonly Part[];
}

/** Groups rows by the store's aggregates: by a field of their own at once, by one of a row they refer to for a window of those. */
export async function groupRows(reading: Reading, request: GroupRequest): Promise<LabelledGroup[]> {
  const sums = new Map<string, { readonly label: Label; readonly parts: Map<Cell, Part> }>();
  const { via, field } = pathOf(request.entity, request.by.path);
  const [reference] = via;
  const add = (cell: Cell, part: Part) => {
    const label = labelOf(field.field, cell, request.by.unit);
    const group = sums.get(label.text) ?? { label, parts: new Map<Cell, Part>() };
    sums.set(label.text, group);
    const before = group.parts.get(part.cell) ?? { rows: 0, count: 0, sum: 0 };
    const { rows, count, sum } = part;
    group.parts.set(part.cell, { cell: part.cell, rows: before.rows + rows, count: before.count + count, sum: before.sum + sum });
  };
  const split = request.split ? [request.split] : [];
  if (reference) {
    for await (const { row, groups } of groupsOfTargets(reading, request, reference, split)) {
      for (const group of groups) add(row[field.index] ?? null, partOf(group, group.keys[0] ?? null));
    }
  } else {
    const [groups = []] = await reading.generation.aggregate(aggregation(reading, request, [field, ...split]));
    for (const group of groups) add(group.keys[0] ?? null, partOf(group, group.keys[1] ?? null));
  }
  return [...sums.values()]
    .map(({ label, parts }) => ({ label, parts: [...parts.values()] }))
    .sort((a, b) => compareLabels(a.label, b.label));
}

async function* groupsOfTargets(
  reading: Reading,
  request: GroupRequest,
  reference: EntityModel['references'][number],
  split: readonly FieldModel[],
): AsyncGenerator<{ readonly row: CellRow; readonly groups: readonly Group[] }> {
  for await (const rows of rowsOf(reading, reference.to)) {
    const parents = rows.map((row) => keyOf(reference.to, row));
    const within = { kind: 'inverse', by: reference.field, parents } as const;
    const groups = await reading.generation.aggregate({ ...aggregation(reading, request, split), within });
    for (const [index, row] of rows.entries()) yield { row, groups: groups[index] ?? [] };
  }
}

/** All rows of an entity, in windows. */
export async function* rowsOf(reading: Reading, entity: EntityModel): AsyncGenerator<readonly CellRow[]> {
  let after: readonly Cell[] | undefined;
  do {
    const query = { entity, order: [], limit: PARENTS, ...(after && { after }), ...signalOf(reading) };
    const [page] = await reading.generation.find(query);
    if (!page || page.rows.length === 0) return;
    yield page.rows;
    after = page.more ? page.positions.at(-1) : undefined;
  } while (after);
}

function aggregation(reading: Reading, { entity, where, measured }: GroupRequest, groupBy: readonly FieldModel[]) {
  const measures = measured ? [measured] : [];
  return { entity, ...conditionOf(entity, where), groupBy, measured: measures, maxGroups: MOST_GROUPS, ...signalOf(reading) };
}

function partOf({ count, measures }: Group, cell: Cell): Part {
  const [measure]: readonly (Measure | undefined)[] = measures;
  return { cell, rows: count, count: measure?.count ?? 0, sum: measure?.sum ?? 0 };
}
