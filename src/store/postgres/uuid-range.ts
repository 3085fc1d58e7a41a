import { isUuid } from './values.ts';

const DIGITS = '0123456789abcdef';
const FORM = '00000000-0000-0000-0000-000000000000';

/**
 * The least UUID that is not less than a text, in the order of texts; undefined when every UUID is less. What is asked for by a range
 * of texts is found by an index of UUIDs so.
 */
export function leastUuidFrom(text: string): string | undefined {
  if (isUuid(text)) return text;
  let place = 0;
  while (place < FORM.length && place < text.length && isAt(place, text.charAt(place))) place++;
  // A part of a UUID: the first one that begins so.
  if (place === text.length) return text + FORM.slice(place);
  for (; place >= 0; place--) {
    // A text that goes on behind a whole UUID is greater than it.
    const next = place < FORM.length ? nextAt(place, text.charAt(place)) : undefined;
    if (next !== undefined) return text.slice(0, place) + next + FORM.slice(place + 1);
  }
  return undefined;
}

function isAt(place: number, character: string): boolean {
  return FORM[place] === '-' ? character === '-' : DIGITS.includes(character);
}

/** The least character that is greater than `character` and may stand at the place. */
function nextAt(place: number, character: string): string | undefined {
  if (FORM[place] === '-') return character < '-' ? '-' : undefined;
  return [...DIGITS].find((digit) => digit > character);
}
