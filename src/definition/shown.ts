import { type Cell, fromCell } from './cell.ts';
import type { FieldModel } from './model.ts';
import { formatMoney } from './money.ts';

/**
 * How clients see the cells of a field: amounts as exact decimals. Enumerations come as they are stored; see `enumName`. Decided
 * once, since it happens for every value of every answer.
 */
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
