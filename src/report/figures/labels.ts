import { type Cell, type Field, formatDay, type Grouping, parseDay, weekday } from '../../definition/index.ts';

/** A group: what it is called, and where it stands among the others. */
export interface Label {
  readonly text: string;
  readonly order: number | string;
}

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const UNKNOWN: Label = { text: 'None', order: Number.POSITIVE_INFINITY };

/** The group that a value belongs to. */
export function labelOf(field: Field, cell: Cell, unit?: Grouping['unit']): Label {
  if (cell === null) return UNKNOWN;
  if (unit) return labelOfDay(String(cell), unit);
  if (field.kind === 'enumeration') return { text: inWords(String(cell)), order: field.values.indexOf(String(cell)) };
  if (field.kind === 'boolean') return { text: cell === 1 ? 'Yes' : 'No', order: cell };
  return { text: String(cell), order: cell };
}

/** `field_trip` becomes `Field trip`. */
export function inWords(value: string): string {
  const words = value.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function labelOfDay(date: string, unit: NonNullable<Grouping['unit']>): Label {
  const day = parseDay(date);
  if (unit === 'weekday') return { text: DAYS[weekday(day)] ?? '', order: weekday(day) };
  if (unit === 'month') {
    const [year = '', month = ''] = date.split('-');
    return { text: `${MONTHS[Number(month) - 1]} ${year}`, order: `${year}-${month}` };
  }
  return labelOfWeek(mondayOf(day));
}

/** The Monday of a day's week. */
export function mondayOf(day: number): number {
  return day - ((weekday(day) + 6) % 7);
}

/** A week by its Monday. */
export function labelOfWeek(monday: number): Label {
  const [year = '', month = '', date = ''] = formatDay(monday).split('-');
  return { text: `${Number(date)} ${MONTHS[Number(month) - 1]} ${year}`, order: monday };
}

/** Ascending, numbers before texts. */
export function compareLabels(a: Label, b: Label): number {
  if (typeof a.order === typeof b.order) return a.order < b.order ? -1 : a.order > b.order ? 1 : 0;
  return typeof a.order === 'number' ? -1 : 1;
}
