const MILLISECONDS = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** Reads `90s`, `30m`, `2h` or `7d`: a whole number above 0 and a unit. In milliseconds; undefined when it is none. */
export function parseDuration(text: string): number | undefined {
  const [, count, unit] = /^(\d{1,9})(ms|s|m|h|d)$/.exec(text) ?? [];
  if (!count || Number(count) === 0) return undefined;
  // The expression takes these units only.
  return Number(count) * MILLISECONDS[unit as keyof typeof MILLISECONDS];
}
