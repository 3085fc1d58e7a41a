import type { Address } from '../../../definition/index.ts';

/** The number of a person within a dataset: unique for each kind of person, since no school has 99,000 of them. */
export function personNumber(address: Address): number {
  const [school = 0] = address;
  return school * 100_000 + 1_000 + (address[address.length - 1] ?? 0);
}

/** A number of at least five digits: `01000`. */
export function padded(number: number): string {
  return String(number).padStart(5, '0');
}

/** The address of the school that a row belongs to. */
export function schoolOf(address: Address): Address {
  return [address[0] ?? 0];
}

/** Lower case letters and digits of a text, for host names and mail boxes: `Zoë O'Hara` becomes `zoeohara`. */
export function asciiFold(text: string): string {
  if (/^[A-Za-z]+$/.test(text)) return text.toLowerCase();
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '');
}
