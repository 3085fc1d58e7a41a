/** What a record is called at the API. Numbers are sent back as numbers: not every API takes "7" for 7. */
export type RecordId = string | number;

const MARKED = /^(number|text):/;

/** As ledgers keep it, which hold texts. */
export function keptId(id: RecordId): string {
  if (typeof id === 'number') return `number:${id}`;
  return MARKED.test(id) ? `text:${id}` : id;
}

/** The id that a ledger keeps. */
export function idKept(text: string): RecordId {
  const [mark] = MARKED.exec(text) ?? [];
  const rest = text.slice(mark?.length ?? 0);
  return mark === 'number:' ? Number(rest) : rest;
}
