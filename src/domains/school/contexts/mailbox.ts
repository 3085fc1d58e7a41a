import { localeOf } from '../locales/index.ts';
import type { SchoolScope } from '../vocabulary.ts';
import { asciiFold, personNumber } from './numbers.ts';

/** `jane.smith1000`: unique among the rows of an entity by its number. Names without a plain form leave only that. */
export function mailbox({ config, address }: SchoolScope, firstName: string, lastName: string): string {
  const { romanize } = localeOf(config);
  const names = [firstName, lastName].map((name) => asciiFold(romanize(name))).filter((name) => name !== '');
  return `${names.join('.')}${personNumber(address)}`;
}
