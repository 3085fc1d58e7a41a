import { expect } from 'vitest';

/** A book, as a list shows it. */
export interface Book {
  readonly id: string;
  readonly authorId: string | null;
  readonly genre: string;
  readonly pages: number | null;
  readonly weight: number;
  readonly rating: number | null;
  readonly price: string;
  readonly signed: boolean | null;
  readonly publishedOn: string;
  readonly readAloudAt: string | null;
  readonly addedAt: string;
}

/** A group, as an aggregate shows it. */
export interface Group {
  readonly keys: readonly { readonly field: string; readonly value: string | null }[];
  readonly count: number;
  readonly avg: Readonly<Record<string, unknown>>;
  readonly sum: Readonly<Record<string, unknown>>;
  readonly min: Readonly<Record<string, unknown>>;
  readonly max: Readonly<Record<string, unknown>>;
}

const cents = ({ price }: Book) => Math.round(Number(price) * 100);
const money = (minor: number) => (minor / 100).toFixed(2);
/** The values that there are. */
export const known = <T>(values: readonly (T | null)[]) => values.filter((value) => value !== null);
export const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

/** Rounded in decimal, as values of so many digits add up. */
const exact = (value: number, digits: number) => Number(value.toFixed(digits));

/** The figures of some books, worked out from the books. */
export function figuresOf(books: readonly Book[], keys: Group['keys']): Group {
  const amounts = books.map(cents);
  const lists = { pages: known(books.map(({ pages }) => pages)), rating: known(books.map(({ rating }) => rating)) };
  const weights = books.map(({ weight }) => weight);
  const extremes = (pick: (values: readonly (string | number)[]) => string | number | undefined) => ({
    pages: pick(lists.pages) ?? null,
    weight: pick(weights) ?? null,
    rating: pick(lists.rating) ?? null,
    price: amounts.length > 0 ? money(Number(pick(amounts))) : null,
    publishedOn: pick(books.map(({ publishedOn }) => publishedOn)) ?? null,
    readAloudAt: pick(known(books.map(({ readAloudAt }) => readAloudAt))) ?? null,
    addedAt: pick(books.map(({ addedAt }) => addedAt)) ?? null,
  });
  const ascending = (values: readonly (string | number)[]) => [...values].sort((a, b) => (a < b ? -1 : 1));
  const sum = { pages: sumOf(lists.pages), weight: exact(sumOf(weights), 3), rating: exact(sumOf(lists.rating), 1) };
  const mean = (total: number, count: number) => (count === 0 ? null : total / count);
  return {
    keys,
    count: books.length,
    sum: { ...sum, price: money(sumOf(amounts)) },
    avg: {
      pages: mean(sum.pages, lists.pages.length),
      weight: mean(sum.weight, weights.length),
      rating: mean(sum.rating, lists.rating.length),
      price: amounts.length > 0 ? expect.stringMatching(/^\d+\.\d\d$/) : null,
    },
    min: extremes((values) => ascending(values)[0]),
    max: extremes((values) => ascending(values).at(-1)),
  };
}

/** The groups that books fall into, in the order in which they are met; `names` are those of `groupBy`. */
export function grouped(books: readonly Book[], groupBy: readonly (keyof Book)[], names: readonly string[]): Group[] {
  const groups = new Map<string, Book[]>();
  for (const book of books) {
    const id = JSON.stringify(groupBy.map((field) => book[field]));
    groups.set(id, [...(groups.get(id) ?? []), book]);
  }
  return [...groups].map(([id, members]) => {
    const values: unknown[] = JSON.parse(id);
    return figuresOf(
      members,
      names.map((field, index) => ({ field, value: values[index] === null ? null : String(values[index]) })),
    );
  });
}

/** Groups in any order that is the same for equal groups. */
export const byKeys = (groups: readonly Group[]) =>
  [...groups].sort((a, b) => (JSON.stringify(a.keys) < JSON.stringify(b.keys) ? -1 : 1));
