import { type Cell, type FieldModel, roundTo } from '../../definition/index.ts';
import { StoreError } from '../error.ts';
import type { Aggregation, Group, Measure } from '../query.ts';
import { compareCells, comparePositions } from './compare.ts';

/** Adds up what `aggregateSql` gives, of one statement or of many windows. */
export class GroupSums {
  readonly #query: Pick<Aggregation, 'entity' | 'groupBy' | 'measured' | 'maxGroups'>;
  readonly #groups = new Map<string, Group>();

  constructor(query: Pick<Aggregation, 'entity' | 'groupBy' | 'measured' | 'maxGroups'>) {
    this.#query = query;
  }

  /** @throws StoreError TOO_MANY_GROUPS. */
  add(rows: readonly (readonly Cell[])[]): void {
    for (const row of rows) {
      const group = this.#groupIn(row);
      const name = JSON.stringify(group.keys);
      const known = this.#groups.get(name);
      this.#groups.set(name, known ? merged(known, group, this.#query.measured) : group);
      if (this.#groups.size > this.#query.maxGroups) throw tooManyGroups(this.#query);
    }
  }

  /** In the order of their keys. A single one, perhaps of no rows, where nothing is grouped by. */
  groups(): Group[] {
    const { groupBy, measured } = this.#query;
    if (groupBy.length === 0 && this.#groups.size === 0) return [{ keys: [], count: 0, measures: measured.map(() => none) }];
    const ascending = groupBy.map(() => 'asc' as const);
    return [...this.#groups.values()].sort((a, b) => comparePositions(ascending, a.keys, b.keys));
  }

  /** The group in a row: a parent, the keys, the count, and four figures a measure. */
  #groupIn(row: readonly Cell[]): Group {
    const [count, ...figures] = row.slice(1 + this.#query.groupBy.length);
    const measures = this.#query.measured.map(({ field }, index): Measure => {
      const [values, sum, min = null, max = null] = figures.slice(index * 4);
      return { count: Number(values), sum: rounded(field, Number(sum)), min, max };
    });
    return { keys: row.slice(1, 1 + this.#query.groupBy.length), count: Number(count), measures };
  }
}

/** The groups of each parent in the rows that `aggregateSql` gives. */
export function groupsByParent(query: Aggregation, parents: readonly string[], rows: readonly Cell[][]): Group[][] {
  const sums = new Map(parents.map((parent) => [parent, new GroupSums(query)]));
  for (const row of rows) sums.get(String(row[0]))?.add([row]);
  return parents.map((parent) => sums.get(parent)?.groups() ?? []);
}

const none: Measure = { count: 0, sum: 0, min: null, max: null };

function merged(a: Group, b: Group, measured: readonly FieldModel[]): Group {
  const measures = measured.map(({ field }, index) => mergedMeasure(field, a.measures[index] ?? none, b.measures[index] ?? none));
  return { keys: a.keys, count: a.count + b.count, measures };
}

function mergedMeasure(field: FieldModel['field'], a: Measure, b: Measure): Measure {
  return {
    count: a.count + b.count,
    sum: rounded(field, a.sum + b.sum),
    min: extreme(a.min, b.min, -1),
    max: extreme(a.max, b.max, 1),
  };
}

/** To the digits that every value has: whatever the order of adding, the sum comes out the same. */
function rounded(field: FieldModel['field'], sum: number): number {
  return field.kind === 'float' ? roundTo(sum, field.digits) : sum;
}

function extreme(a: Cell, b: Cell, side: 1 | -1): Cell {
  if (a === null || b === null) return a ?? b;
  return compareCells(a, b) * side >= 0 ? a : b;
}

function tooManyGroups({ entity, groupBy, maxGroups }: Pick<Aggregation, 'entity' | 'groupBy' | 'maxGroups'>): StoreError {
  const fields = groupBy.map(({ name }) => name);
  const message = `${entity.name} grouped by ${fields.join(', ')} has more than ${maxGroups} groups. Group by fields with fewer values, or filter.`;
  return new StoreError('TOO_MANY_GROUPS', message, { path: ['groupBy'], details: { limit: maxGroups, groupBy: fields } });
}
