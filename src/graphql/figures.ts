import { type Cell, enumName, type FieldModel, formatMoney, roundTo } from '../definition/index.ts';
import type { Aggregation, Group, Measure } from '../store/query.ts';

/** What the rows of a group agree in. */
export interface GroupKey {
  readonly field: FieldModel;
  readonly cell: Cell;
}

/** The figures of a group, as GraphQL shows them. */
export class Figures {
  readonly #query: Pick<Aggregation, 'groupBy' | 'measured'>;
  readonly #group: Group;

  constructor(query: Pick<Aggregation, 'groupBy' | 'measured'>, group: Group) {
    this.#query = query;
    this.#group = group;
  }

  get count(): number {
    return this.#group.count;
  }

  /** In the order of `groupBy`. */
  keys(): GroupKey[] {
    return this.#query.groupBy.map((field, index) => ({ field, cell: this.#group.keys[index] ?? null }));
  }

  /** The sum of the values there are; of floats rounded to their digits, which takes away what binary sums add. */
  sum({ index, field }: FieldModel): number | string {
    const { sum } = this.#of(index);
    if (field.kind === 'money') return formatMoney(sum, field.digits);
    return field.kind === 'float' ? roundTo(sum, field.digits) : sum;
  }

  /** The mean of the values there are, null when there are none; of money rounded half to even. */
  average({ index, field }: FieldModel): number | string | null {
    const { sum, count } = this.#of(index);
    if (count === 0) return null;
    if (field.kind === 'money') return formatMoney(divideHalfEven(sum, count), field.digits);
    return (field.kind === 'float' ? roundTo(sum, field.digits) : sum) / count;
  }

  /** The least or greatest value, null when there is none. */
  extreme(which: 'min' | 'max', { index, field }: FieldModel): Cell {
    const cell = this.#of(index)[which];
    return field.kind === 'money' && typeof cell === 'number' ? formatMoney(cell, field.digits) : cell;
  }

  #of(index: number): Measure {
    const place = this.#query.measured.findIndex((field) => field.index === index);
    return this.#group.measures[place] ?? noValues;
  }
}

const noValues: Measure = { count: 0, sum: 0, min: null, max: null };

/** A group's key as GraphQL prints such a value; null for no value. */
export function keyText({ field: { field }, cell }: GroupKey): string | null {
  if (cell === null) return null;
  if (field.kind === 'boolean') return String(cell === 1);
  return field.kind === 'enumeration' ? enumName(String(cell)) : String(cell);
}

/** The whole number next to a quotient; of two equally near ones the even one, so that many of them do not drift upward. */
export function divideHalfEven(dividend: number, divisor: number): number {
  const below = Math.floor(dividend / divisor);
  const twice = 2 * (dividend - below * divisor);
  const up = twice === divisor ? below % 2 !== 0 : twice > divisor;
  return up ? below + 1 : below;
}
