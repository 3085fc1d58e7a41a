import type { DomainModel } from '../../definition/index.ts';
import type { RecipeEntry } from '../store.ts';
import type { Client } from './client.ts';
import { commentsOf, tablesOf } from './schema.ts';
import { initialiseState, stateTablesOf } from './state.ts';

/** What a generation begins with. */
export interface Beginning {
  readonly id: string;
  readonly version: string;
  readonly recipe: readonly RecipeEntry[];
}

/** Fills a schema that exists, and is empty, with the tables of a new generation; to be called in a transaction. */
export async function createTables(
  client: Client,
  schema: string,
  domain: DomainModel,
  { id, version, recipe }: Beginning,
): Promise<void> {
  const statements = [...stateTablesOf(schema), ...tablesOf(schema, domain), ...commentsOf(schema, domain)];
  await client.script(statements.join(';\n'));
  await initialiseState(client, schema, id, domain, version, recipe);
}
