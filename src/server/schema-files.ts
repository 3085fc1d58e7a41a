import { printSchema } from 'graphql';
import type { DomainModel } from '../definition/index.ts';
import { createSchema, type PrintedPart, printParts } from '../graphql/index.ts';

/** A schema as text. */
export interface SchemaText {
  /** All of it, as one document. */
  readonly sdl: string;
  /** The same in parts: `common`, and one for each domain, which extends the root types of the first. */
  readonly parts: readonly PrintedPart[];
}

/** The GraphQL schema of some domains, for code generators. @throws DefinitionError when two types would have one name. */
export function schemaTextOf(domains: readonly DomainModel[]): SchemaText {
  const built = createSchema(domains);
  return { sdl: `${printSchema(built.schema)}\n`, parts: printParts(built, domains) };
}
