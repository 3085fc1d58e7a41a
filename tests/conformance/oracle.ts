import { type Cell, type CellRow, type EntityModel, type FieldModel, foldText } from '../../src/definition/index.ts';
import type { Aggregation, Condition, Find, Group, Measure, Order, Within } from '../../src/store/index.ts';

type Rows = ReadonlyMap<EntityModel, readonly CellRow[]>;

/** What a query should give, worked out the plain way over rows in memory. */
export function expectedRows(
  rows: Rows,
  query: Pick<Find, 'entity' | 'where' | 'order'>,
  within?: { of: Within; parent: string },
) {
  return (rows.get(query.entity) ?? [])
    .filter((row) => !within || belongs(rows, query.entity, row, within.of, within.parent))
    .filter((row) => !query.where || fulfils(rows, query.entity, row, query.where))
    .map((row) => ({ row, position: expectedPosition(rows, query, row) }))
    .toSorted((a, b) => comparePositions(query.order, a.position, b.position))
    .map(({ row }) => row);
}

/** A row's place in the order of a query. */
export function expectedPosition(rows: Rows, { entity, order }: Pick<Find, 'entity' | 'order'>, row: CellRow): Cell[] {
  return [...order.map((term) => sortedBy(rows, term, row)), keyOf(entity, row)];
}

/** The groups of rows that `expectedRows` gave. */
export function expectedGroups(found: readonly CellRow[], { groupBy, measured }: Aggregation): Group[] {
  const groups = new Map<string, CellRow[]>(groupBy.length === 0 ? [['[]', []]] : []);
  for (const row of found) {
    const name = JSON.stringify(groupBy.map((field) => cellOf(row, field)));
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  return [...groups]
    .map(
      ([name, its]): Group => ({
        keys: JSON.parse(name),
        count: its.length,
        measures: measured.map((field) => measure(its, field)),
      }),
    )
    .toSorted((a, b) => compareValues(a.keys, b.keys, () => 'asc'));
}

function measure(rows: readonly CellRow[], field: FieldModel): Measure {
  const values = rows.map((row) => cellOf(row, field)).filter((cell) => cell !== null);
  const sorted = values.toSorted(compareCells);
  const numbers = ['integer', 'float', 'money'].includes(field.field.kind) ? values.map(Number) : [];
  const sum = numbers.reduce((total, value) => total + value, 0);
  return { count: values.length, sum: Math.round(sum * 1000) / 1000, min: sorted[0] ?? null, max: sorted.at(-1) ?? null };
}

const cellOf = (row: CellRow, field: FieldModel): Cell => row[field.index] ?? null;
const keyOf = (entity: EntityModel, row: CellRow): Cell => cellOf(row, entity.key);

const grouped = new WeakMap<Rows, Map<FieldModel, Map<Cell, CellRow[]>>>();

/** The rows of an entity that have a value in a field; gathered once, so that large tables can be looked through. */
function rowsWith(rows: Rows, entity: EntityModel, field: FieldModel, value: Cell): readonly CellRow[] {
  const byField = grouped.get(rows) ?? new Map<FieldModel, Map<Cell, CellRow[]>>();
  grouped.set(rows, byField);
  const byValue = byField.get(field) ?? Map.groupBy(rows.get(entity) ?? [], (row) => cellOf(row, field));
  byField.set(field, byValue);
  return byValue.get(value) ?? [];
}

function rowWith(rows: Rows, entity: EntityModel, key: Cell): CellRow | undefined {
  return rowsWith(rows, entity, entity.key, key)[0];
}

function belongs(rows: Rows, entity: EntityModel, row: CellRow, within: Within, parent: string): boolean {
  if (within.kind === 'inverse') return cellOf(row, within.by) === parent;
  const { through, near, far } = within.through;
  const joining = rows.get(through) ?? [];
  return joining.some((each) => cellOf(each, near) === parent && cellOf(each, far) === keyOf(entity, row));
}

/** Texts are compared folded, where the field is one that can be searched. */
function folded(field: FieldModel, cell: Cell): Cell {
  return field.foldedColumn && typeof cell === 'string' ? foldText(cell) : cell;
}

/** Code points, not the UTF-16 units that `<` goes by. */
function compareCells(a: Exclude<Cell, null>, b: Exclude<Cell, null>): number {
  if (typeof a === 'number' || typeof b === 'number') return Number(a) - Number(b);
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

/** The value that a term orders by: NULL where a reference on the way leads nowhere. */
function sortedBy(rows: Rows, { field, via = [] }: Order, row: CellRow): Cell {
  const [reference, ...rest] = via;
  if (!reference) return folded(field, cellOf(row, field));
  const target = rowWith(rows, reference.to, cellOf(row, reference.field));
  return target ? sortedBy(rows, { field, via: rest, direction: 'asc' }, target) : null;
}

function comparePositions(order: readonly Order[], a: readonly Cell[], b: readonly Cell[]): number {
  return compareValues(a, b, (index) => order[index]?.direction ?? 'asc');
}

function compareValues(a: readonly Cell[], b: readonly Cell[], directionOf: (index: number) => Order['direction']): number {
  for (const [index, left] of a.entries()) {
    const right = b[index] ?? null;
    if (left === right) continue;
    if (left === null || right === null) return left === null ? 1 : -1;
    const compared = compareCells(left, right);
    if (compared !== 0) return directionOf(index) === 'asc' ? compared : -compared;
  }
  return 0;
}

function fulfils(rows: Rows, entity: EntityModel, row: CellRow, condition: Condition): boolean {
  const again = (each: Condition) => fulfils(rows, entity, row, each);
  switch (condition.kind) {
    case 'compare':
      return compares(condition, folded(condition.field, cellOf(row, condition.field)));
    case 'in':
      return condition.values.some(
        (value) => folded(condition.field, value) === folded(condition.field, cellOf(row, condition.field)),
      );
    case 'null':
      return (cellOf(row, condition.field) === null) === condition.is;
    case 'text': {
      const cell = cellOf(row, condition.field);
      return typeof cell === 'string' && matches(condition.match, foldText(cell), foldText(condition.value));
    }
    case 'and':
      return condition.conditions.every(again);
    case 'or':
      return condition.conditions.some(again);
    case 'not':
      return !again(condition.condition);
    case 'reference': {
      const { to, field } = condition.reference;
      const target = rowWith(rows, to, cellOf(row, field));
      return target !== undefined && fulfils(rows, to, target, condition.condition);
    }
    case 'children': {
      const { from, by } = condition.inverse;
      const children = rowsWith(rows, from, by, keyOf(entity, row));
      const good = children.filter((child) => fulfils(rows, from, child, condition.condition)).length;
      return { some: good > 0, none: good === 0, every: good === children.length }[condition.quantifier];
    }
  }
}

function compares({ field, operator, value }: Extract<Condition, { kind: 'compare' }>, cell: Cell): boolean {
  if (cell === null) return operator === 'ne';
  const compared = compareCells(cell, folded(field, value) as Exclude<Cell, null>);
  return {
    eq: compared === 0,
    ne: compared !== 0,
    gt: compared > 0,
    gte: compared >= 0,
    lt: compared < 0,
    lte: compared <= 0,
  }[operator];
}

function matches(match: 'startsWith' | 'endsWith' | 'contains', text: string, value: string): boolean {
  if (match === 'startsWith') return text.startsWith(value);
  return match === 'endsWith' ? text.endsWith(value) : text.includes(value);
}
