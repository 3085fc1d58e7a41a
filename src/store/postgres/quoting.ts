import pg from 'pg';

/** `"schema"."table"`: names as they are written in SQL. */
export function quoted(...names: readonly string[]): string {
  return names.map((name) => pg.escapeIdentifier(name)).join('.');
}

/** A text as it is written in SQL, where nothing can be bound: in comments. */
export function literal(text: string): string {
  return pg.escapeLiteral(text);
}
