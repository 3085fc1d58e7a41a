import { type Cell, type FieldModel, fromCell } from '../definition/index.ts';
import { formatMoney } from './money.ts';

/** How GraphQL shows the cells of a field; decided once, since it happens for every value of every answer. */
export function shownAs({ field }: FieldModel): (cell: Cell) => unknown {
  switch (field.kind) {
    case 'money':
      return (cell) => (typeof cell === 'number' ? formatMoney(cell, field.digits) : null);
    case 'boolean':
    case 'json':
    case 'list':
      return (cell) => fromCell(field, cell);
    default:
      return (cell) => cell;
  }
}
