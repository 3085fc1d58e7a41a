import type { FieldModel, PersonModel } from '../definition/index.ts';
import { StoreError } from './error.ts';
import type { Condition } from './query.ts';

/** No name has more. Each further word is two more comparisons, and as many texts as there are words. */
const MOST_WORDS = 20;

/**
 * Finds a person: the whole text is the first or the last name, or it splits into a first and a last name.
 * Every split is tried, since either may have several words. @throws StoreError INVALID_FILTER for a blank name, and for a
 * very long one; its path is the one given.
 */
export function nameCondition(
  { via, first, last }: PersonModel,
  name: string,
  path: readonly (string | number)[] = [],
): Condition {
  const words = name.split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) {
    throw new StoreError('INVALID_FILTER', 'A name has at least one word; leave the filter out to find everyone.', { path });
  }
  if (words.length > MOST_WORDS) {
    const details = { given: words.length, limit: MOST_WORDS };
    throw new StoreError('INVALID_FILTER', `A name has at most ${MOST_WORDS} words; given ${words.length}.`, { path, details });
  }
  const whole = words.join(' ');
  const splits = words.slice(1).map((_, index): Condition => {
    const conditions = [is(first, words.slice(0, index + 1).join(' ')), is(last, words.slice(index + 1).join(' '))];
    return { kind: 'and', conditions };
  });
  const condition: Condition = { kind: 'or', conditions: [is(first, whole), is(last, whole), ...splits] };
  return via.reduceRight<Condition>((inner, reference) => ({ kind: 'reference', reference, condition: inner }), condition);
}

function is(field: FieldModel, value: string): Condition {
  return { kind: 'compare', field, operator: 'eq', value };
}
