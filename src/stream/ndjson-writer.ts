import type { Cell, CellRow, FieldModel } from '../definition/index.ts';
import type { WriterMaker } from './row-writer.ts';

/** Rows as lines of JSON; of several entities each says whose it is: `{"entity":"Student","row":{…}}`. */
export const ndjsonWriter: WriterMaker = (entity, nameOf, isNamed) => {
  const open = isNamed ? `{"entity":${JSON.stringify(entity.typeName)},"row":{` : '{';
  const close = isNamed ? '}}\n' : '}\n';
  const members = entity.fields.map((field, at) => memberOf(field, `${at === 0 ? open : ','}${JSON.stringify(nameOf(field))}:`));
  return {
    head: '',
    text: (rows) => {
      let text = '';
      for (const row of rows) text += lineOf(members, row) + close;
      return text;
    },
  };
};

/** A name and its value, as the last row had it: siblings share many of their values, and what is the same is not written anew. */
interface Member {
  readonly write: (cell: Cell) => string;
  /** False for keys: to find that two texts differ takes as long as to write one. */
  readonly repeats: boolean;
  cell: Cell | undefined;
  text: string;
}

function lineOf(members: readonly Member[], row: CellRow): string {
  let line = '';
  for (let at = 0; at < members.length; at++) {
    const member = members[at] as Member;
    const cell = row[at] as Cell;
    if (member.repeats && cell === member.cell) line += member.text;
    else {
      member.cell = cell;
      member.text = member.write(cell);
      line += member.text;
    }
  }
  return line;
}

/** A day has few dates, a status few values: their texts are kept. Of what has more values than this the later ones are not. */
const KEPT = 1024;

function memberOf({ field }: FieldModel, name: string): Member {
  const value = valueWriter(field.kind);
  // `join` gives a text of one piece; `+` one of several, which would be gathered again for every row that it is written into.
  const write = (cell: Cell) => [name, value(cell)].join('');
  const member = { repeats: field.kind !== 'key', cell: undefined, text: '' };
  // Keys need no look.
  if (field.kind === 'key') return { ...member, write: (cell) => `${name}"${cell}"` };
  if (field.kind === 'reference' || field.unique) return { ...member, write };
  const texts = new Map<Cell, string>();
  const keeping = (cell: Cell): string => {
    const known = texts.get(cell);
    if (known !== undefined) return known;
    const text = write(cell);
    if (texts.size < KEPT) texts.set(cell, text);
    return text;
  };
  return { ...member, write: keeping };
}

function valueWriter(kind: FieldModel['field']['kind']): (cell: Cell) => string {
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
