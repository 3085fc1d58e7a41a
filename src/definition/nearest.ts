/**
 * The candidate that a misspelt name most probably means, or undefined when none is near: more than a third of the name
 * would have to change.
 */
export function nearest(given: string, candidates: Iterable<string>): string | undefined {
  const measured = [...candidates].map((name) => ({ name, edits: editsBetween(given.toLowerCase(), name.toLowerCase()) }));
  const best = measured.reduce((one, other) => (other.edits < one.edits ? other : one), { name: '', edits: Infinity });
  return best.edits <= Math.max(1, Math.ceil(given.length / 3)) ? best.name : undefined;
}

/** The Levenshtein distance, row by row (Wagner and Fischer 1974). */
function editsBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1];
    for (let j = 1; j <= other.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (letter === other[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
