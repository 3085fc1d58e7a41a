/**
 * A connection parameter as text. Whatever is no text is written as JSON, which fits nothing: `String` would call a `toString` that
 * the client may have sent along.
 */
export function textOf(parameter: unknown): string {
  return typeof parameter === 'string' ? parameter : JSON.stringify(parameter);
}
