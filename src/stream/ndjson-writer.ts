import type { Cell, CellRow, FieldModel } from '../definition/index.ts';
import type { WriterMaker } from './row-writer.ts';

/** Rows as lines of JSON; of several entities each says whose it is: `{"entity":"Student","row":{…}}`. */
export const ndjsonWriter: WriterMaker = (entity, nameOf, isNamed) => {
  const open = isNamed ? `{"entity":${JSON.stringify(entity.typeName)},"row":{` : '{';
  const close = isNamed ? '}}\n' : '}\n';
  const nameAt = (at: number) => `${at === 0 ? open : ','}${JSON.stringify(nameOf(entity.fields[at] as FieldModel))}:`;
  const keyAt = entity.key.index;
  const beforeKey = `${nameAt(keyAt)}"`;
  const writers = entity.fields.map((field, at) => fieldWriter(field, nameAt(at)));
  // Siblings share many of their values: what is as in the row before is not written anew.
  const before = new Array<Cell | undefined>(writers.length).fill(undefined);
  const texts = new Array<string>(writers.length).fill('');
  const lineOf = (row: CellRow): string => {
    let line = '';
    for (let at = 0; at < writers.length; at++) {
      const cell = row[at] as Cell;
      // Keys differ, and need no look.
      if (at === keyAt) line += `${beforeKey}${cell}"`;
      else {
        if (cell !== before[at]) {
          texts[at] = (writers[at] as Writer)(cell);
          before[at] = cell;
        }
        line += texts[at];
      }
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

type Writer = (cell: Cell) => string;

/** A day has few dates, a status few values: their texts are kept. Of what has more values than this the later ones are not. */
const KEPT = 1024;

/** Writes a name and its value. */
function fieldWriter({ field }: FieldModel, name: string): Writer {
  const value = valueWriter(field.kind);
  // `join` gives a text of one piece; `+` one of several, which would be gathered again for every row that it is written into.
  const write = (cell: Cell) => [name, value(cell)].join('');
  if (field.kind === 'reference' || field.unique) return write;
  const texts = new Map<Cell, string>();
  return (cell) => {
    const known = texts.get(cell);
    if (known !== undefined) return known;
    const text = write(cell);
    if (texts.size < KEPT) texts.set(cell, text);
    return text;
  };
}

function valueWriter(kind: FieldModel['field']['kind']): Writer {
  switch (kind) {
    case 'boolean':
      return (cell) => (cell === null ? 'null' : String(cell === 1));
    case 'json':
    case 'list':
      // The cell is JSON.
      return (cell) => (cell === null ? 'null' : String(cell));
    default:
      return (cell) => (typeof cell === 'string' ? quoted(cell) : Number.isFinite(cell) ? String(cell) : 'null');
  }
}

/** What JSON writes as it is: no quotes, backslashes, control characters or halves of a pair. */
const PLAIN = /^[ !#-[\]-\ud7ff\ue000-\uffff]*$/;

function quoted(text: string): string {
  return PLAIN.test(text) ? `"${text}"` : JSON.stringify(text);
}
