import { styleText } from 'node:util';
import stringWidth from 'string-width';

/** A column of a table, with a text for each row. */
export interface Column {
  readonly heading: string;
  readonly cells: readonly string[];
  /** Numbers stand at the right. */
  readonly right?: boolean;
}

/** Wider texts are cut, so that one column does not push out all others. */
const WIDEST = 40;
const GAP = '  ';

/** How many characters a line of standard output takes. Files and pipes take 120. */
export function outputWidth(): number {
  // A terminal of unknown size says 0.
  return process.stdout.columns || 120;
}

/** The columns that fit beside each other, the first ones first; at least one. */
export function fitting(columns: readonly Column[], width = outputWidth()): readonly Column[] {
  const kept: Column[] = [];
  let used = 0;
  for (const column of columns) {
    const wide = widthOf(column) + (kept.length > 0 ? GAP.length : 0);
    if (kept.length > 0 && used + wide > width) continue;
    used += wide;
    kept.push(column);
  }
  return kept;
}

/** The columns beside each other under their headings, which a terminal shows in bold. */
export function textTable(columns: readonly Column[]): string {
  const rows = Array.from({ length: Math.max(0, ...columns.map(({ cells }) => cells.length)) }, (_, row) =>
    lineOf(columns, ({ cells }) => cells[row] ?? ''),
  );
  const head = lineOf(columns, ({ heading }) => heading);
  return [strong(head), ...rows].join('\n');
}

/** In bold on a terminal, and as it is elsewhere or with NO_COLOR. */
export function strong(text: string): string {
  return styleText('bold', text, { stream: process.stdout });
}

function lineOf(columns: readonly Column[], textIn: (column: Column) => string): string {
  return columns
    .map((column) => {
      const text = cut(textIn(column));
      const space = ' '.repeat(widthOf(column) - stringWidth(text));
      return column.right ? space + text : text + space;
    })
    .join(GAP)
    .trimEnd();
}

function widthOf({ heading, cells }: Column): number {
  return cells.reduce((width, cell) => Math.max(width, Math.min(WIDEST, stringWidth(cell))), stringWidth(cut(heading)));
}

function cut(text: string): string {
  if (stringWidth(text) <= WIDEST) return text;
  let kept = '';
  for (const { segment } of segmenter.segment(text)) {
    if (stringWidth(kept + segment) >= WIDEST) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

/** Cuts between what readers take for one character. */
const segmenter = new Intl.Segmenter('en');
