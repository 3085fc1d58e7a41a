import { plainLatin } from './formats.ts';
import type { Draws, NameDraws, Names, Sex } from './school-locale.ts';

/** A name as it is written, and in plain Latin letters. */
export type WrittenName = readonly [written: string, plain: string];

interface NameTables {
  readonly female: readonly WrittenName[];
  readonly male: readonly WrittenName[];
  readonly family: readonly WrittenName[];
}

/** Names from tables that tell how they are read: what faker has in such scripts comes without, and e-mail addresses need it. */
export function writtenNames(faker: string, { female, male, family }: NameTables): Omit<Names, 'fullName'> {
  const plain = new Map([...female, ...male, ...family]);
  const pick = (random: Draws, names: readonly WrittenName[]) => random.pick(names)[0];
  const given = (sex: Sex) => (sex === 'female' ? female : sex === 'male' ? male : [...female, ...male]);
  return {
    faker,
    firstName: ({ random }: NameDraws, sex) => pick(random, given(sex)),
    lastName: ({ random }: NameDraws) => pick(random, family),
    childrenName: (_draws, lastName) => lastName,
    romanize: (text) =>
      text
        .split(/[\s-]+/)
        .map((word) => plain.get(word) ?? plainLatin(word))
        .join(' '),
  };
}
