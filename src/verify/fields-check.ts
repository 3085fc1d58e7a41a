import {
  type CellRow,
  canonicalJson,
  type EntityModel,
  type FieldModel,
  fromCell,
  type Json,
  mismatch,
  roundTo,
} from '../definition/index.ts';
import type { RowCheck } from './check.ts';
import type { Findings } from './findings.ts';

/** Values fit their fields, and are stored in the one form that they have. */
export function fieldsCheck(entity: EntityModel, findings: Findings): RowCheck {
  const fits = entity.fields.map((field) => remembering(field));
  return {
    rows: (window) => {
      for (const row of window) {
        for (const { index, name } of entity.fields) {
          const wrong = fits[index]?.(row[index] ?? null);
          if (wrong !== undefined) findings.wrong(entity, row[entity.key.index], name, wrong);
        }
      }
      findings.checked(window.length * entity.fields.length);
    },
  };
}

/** Values of a column repeat: those that were found right lately are not judged again. */
const REMEMBERED = 500;

function remembering({ field }: FieldModel): (cell: CellRow[number]) => string | undefined {
  const right = new Set<unknown>();
  return (cell) => {
    if (right.has(cell)) return undefined;
    const wrong = mismatchOfCell(field, cell);
    if (wrong !== undefined) return wrong;
    if (right.size >= REMEMBERED) right.clear();
    right.add(cell);
    return undefined;
  };
}

function mismatchOfCell(field: FieldModel['field'], cell: CellRow[number]): string | undefined {
  if (field.kind === 'boolean' && cell !== null && cell !== 0 && cell !== 1) return `0 or 1 is expected; given ${cell}`;
  let value: unknown;
  try {
    value = fromCell(field, cell);
  } catch {
    return `JSON is expected; given ${JSON.stringify(cell)}`;
  }
  const wrong = mismatch(field, value);
  if (wrong !== undefined || cell === null) return wrong;
  if (field.kind === 'float' && roundTo(cell as number, field.digits) !== cell)
    return `at most ${field.digits} digits after the point are expected; given ${cell}`;
  const isJson = field.kind === 'json' || field.kind === 'list';
  return isJson && canonicalJson(value as Json) !== cell ? `the keys of JSON are expected in order; given ${cell}` : undefined;
}
