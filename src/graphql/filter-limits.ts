import type { Condition } from '../store/query.ts';
import { type ArgumentPath, RequestError } from './error.ts';

/** The most parts that a filter may have; databases refuse expressions of a few thousand. */
const MOST_PARTS = 500;

/** The most relations that a filter may go through one after the other: SQLite refuses statements from 22 upward. */
const MOST_RELATIONS = 12;

/** The longest path to a part of a filter: what `and`, `or` and `not` nest makes expressions deep, too. */
const LONGEST_PATH = 60;

/** @throws RequestError INVALID_FILTER when a part is nested too deep. */
export function checkPath(path: ArgumentPath): void {
  if (path.length > LONGEST_PATH)
    throw tooMuch(`A path into a filter has at most ${LONGEST_PATH} steps`, path.length, path.slice(0, 1));
}

/** @throws RequestError INVALID_FILTER when a condition has too many parts, or leads through too many relations. */
export function checkSize(condition: Condition, path: ArgumentPath): void {
  const parts = partsOf(condition);
  if (parts > MOST_PARTS) {
    throw tooMuch(`A filter has at most ${MOST_PARTS} conditions (many values go into one \`in\`)`, parts, path);
  }
  const relations = relationsIn(condition);
  if (relations > MOST_RELATIONS) {
    const limit = `at most ${MOST_RELATIONS} relations one inside the other (a list through a joining entity counts twice)`;
    throw tooMuch(`A filter has ${limit}`, relations, path);
  }
}

/** Whatever makes an expression longer counts; what has no parts is a part itself. */
function partsOf(condition: Condition): number {
  const inner = innerOf(condition);
  return inner.reduce((sum, part) => sum + partsOf(part), 'conditions' in condition && inner.length > 0 ? 0 : 1);
}

/** How many relations are one inside the other. */
function relationsIn(condition: Condition): number {
  const own = condition.kind === 'reference' || condition.kind === 'children' ? 1 : 0;
  return own + Math.max(0, ...innerOf(condition).map(relationsIn));
}

function innerOf(condition: Condition): readonly Condition[] {
  if ('condition' in condition) return [condition.condition];
  return 'conditions' in condition ? condition.conditions : [];
}

function tooMuch(limit: string, given: number, path: ArgumentPath): RequestError {
  return new RequestError('INVALID_FILTER', `${limit}; given ${given}.`, { path, details: { given } });
}
