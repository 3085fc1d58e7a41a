import { plainLatin } from './formats.ts';
import type { Names } from './school-locale.ts';

/** Names of one word each from faker, the given name first, one family name for all. */
export function westernNames(faker: string, romanize: (text: string) => string = plainLatin): Names {
  return {
    faker,
    firstName: ({ fake }, sex) => (sex ? fake.person.firstName(sex) : fake.person.firstName()),
    lastName: ({ fake }) => fake.person.lastName(),
    childrenName: (_draws, lastName) => lastName,
    fullName: (firstName, lastName) => `${firstName} ${lastName}`,
    romanize,
  };
}
