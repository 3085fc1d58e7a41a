/** What a school is called, and the same in plain letters, which its host is named after. */
export interface SchoolName {
  readonly name: string;
  readonly plain: string;
}

/** Part of a school's name; the second form is the one in plain letters, where it is another. */
export type NamePart = string | readonly [written: string, plain: string];

/** A prime, so that steps of it go through any smaller number of names, and neighbours have little in common. */
const STEP = 1_559;

/** Every combination of the parts once. `join` puts them in the order of the language. */
export function combinations(
  parts: readonly [first: readonly NamePart[], second: readonly NamePart[], kind: readonly NamePart[]],
  join: (first: string, second: string, kind: string) => string,
  joinPlain = join,
): readonly SchoolName[] {
  const [first, second, kind] = parts;
  const total = first.length * second.length * kind.length;
  return Array.from({ length: total }, (_, index) => {
    const at = (index * STEP) % total;
    const chosen = [
      first[at % first.length],
      second[Math.floor(at / first.length) % second.length],
      kind[Math.floor(at / first.length / second.length)],
    ] as const;
    const [a = '', b = '', c = ''] = chosen.map((part) => (typeof part === 'string' ? part : part?.[0]));
    const [x = '', y = '', z = ''] = chosen.map((part) => (typeof part === 'string' ? part : part?.[1]));
    return { name: join(a, b, c), plain: joinPlain(x, y, z) };
  });
}
