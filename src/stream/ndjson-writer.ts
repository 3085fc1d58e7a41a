import type { Cell, CellRow, FieldModel } from '../definition/index.ts';
import type { WriterMaker } from './row-writer.ts';

/** Rows as lines of JSON; of several entities each says whose it is: `{"entity":"Student","row":{…}}`. */
export const ndjsonWriter: WriterMaker = (entity, nameOf, isNamed) => {
  const open = isNamed ? `{"entity":${JSON.stringify(entity.typeName)},"row":{` : '{';
  const close = isNamed ? '}}\n' : '}\n';
  const members = entity.fields.map((field, at) => {
    const name = `${at === 0 ? open : ','}${JSON.stringify(nameOf(field))}:`;
    const value = valueWriter(field);
    return (cell: Cell) => name + value(cell);
  });
  // Siblings share many of their values: what stood in the row before is not written anew, which takes a fifth off the time of a line.
  const cells = new Array<Cell | undefined>(members.length);
  const texts = new Array<string>(members.length);
  const lineOf = (row: CellRow): string => {
    let line = '';
    for (let at = 0; at < members.length; at++) {
      const cell = row[at] as Cell;
      if (cell !== cells[at]) {
        cells[at] = cell;
        texts[at] = (members[at] as (typeof members)[number])(cell);
      }
      line += texts[at];
    }
    return line + close;
  };
  return {
    head: '',
    text: (rows) => {
      let text = '';
      for (const row of rows) text += lineOf(row);
      return text;
    },
  };
};

function valueWriter({ field }: FieldModel): (cell: Cell) => string {
  switch (field.kind) {
    case 'boolean':
      return (cell) => (cell === null ? 'null' : String(cell === 1));
    case 'json':
    case 'list':
      // The cell is JSON.
      return (cell) => (cell === null ? 'null' : String(cell));
    default:
      return (cell) => (typeof cell === 'string' ? quoted(cell) : JSON.stringify(cell));
  }
}

/** What JSON writes as it is: no quotes, backslashes, control characters or halves of a pair. */
const PLAIN = /^[ !#-[\]-\ud7ff\ue000-\uffff]*$/;

function quoted(text: string): string {
  return PLAIN.test(text) ? `"${text}"` : JSON.stringify(text);
}
