import type { Draws } from './school-locale.ts';

/** That many random digits. */
export function digits(random: Draws, length: number): string {
  return String(random.integer(0, 10 ** length - 1)).padStart(length, '0');
}

/** Finds the entry of a region. @throws RangeError for a region of another country: configurations are checked before. */
export function entryOf<Entry>(table: Readonly<Record<string, Entry>>, region: string): Entry {
  const entry = table[region];
  if (entry === undefined) throw new RangeError(`There is no region "${region}"; there are ${Object.keys(table).join(', ')}.`);
  return entry;
}

/** Letters that have no plain one below their marks. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  Æ: 'Ae',
  œ: 'oe',
  Œ: 'Oe',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  Ð: 'D',
  þ: 'th',
  Þ: 'Th',
  ı: 'i',
};

/** Latin letters without marks: `é` is e, `ß` is ss. What is not Latin is left out. */
export function plainLatin(text: string): string {
  return text
    .replace(/[ßæÆœŒøØłŁđĐðÐþÞı]/g, (letter) => plainLetters[letter] ?? '')
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .replace(/[^\p{ASCII}]/gu, '');
}
