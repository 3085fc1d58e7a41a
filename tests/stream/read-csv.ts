/**
 * The records of a CSV text, read letter by letter as RFC 4180 says. A field of nothing at all is null, `""` is the empty text.
 * @throws Error for what RFC 4180 does not allow.
 */
export function readCsv(text: string): (string | null)[][] {
  const records: (string | null)[][] = [];
  let record: (string | null)[] = [];
  let at = 0;
  while (at < text.length) {
    const quoted = text[at] === '"';
    const pattern = quoted ? /"((?:[^"]|"")*)"/y : /([^",\r\n]*)/y;
    pattern.lastIndex = at;
    const [whole, field = ''] = pattern.exec(text) ?? [''];
    at += whole.length;
    record.push(quoted ? field.replaceAll('""', '"') : field === '' ? null : field);
    if (text[at] === ',') at++;
    else if (text.startsWith('\r\n', at)) {
      at += 2;
      records.push(record);
      record = [];
    } else throw new Error(`Neither a comma nor the end of a line at ${at}: ${text.slice(at, at + 20)}`);
  }
  return records;
}
