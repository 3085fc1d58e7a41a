import type { DomainModel } from '../../definition/index.ts';
import type { Batch, EntityTotals, GenerationState, Mark, MarkedKey, RecipeEntry } from '../store.ts';
import type { Client, TextRow } from './client.ts';
import type { Database } from './database.ts';
import { inPlace } from './moved.ts';
import type { Place } from './place.ts';
import { quoted } from './quoting.ts';
import { schemaHash } from './schema.ts';
import { arrayText } from './values.ts';

const modulus = 2n ** 256n;

/**
 * The tables in which a generation keeps what it knows of itself. `_state` is one row, with the generation's id (whoever reads makes sure
 * that the schema has not been given to another one), and the token of the last batch, by which its writer knows it again when the
 * answer to COMMIT was lost. The names begin with an underscore, which no entity's table does.
 */
export function stateTablesOf(schema: string): string[] {
  const table = (name: string) => quoted(schema, name);
  return [
    `CREATE TABLE ${table('_state')} (
      "id" smallint PRIMARY KEY CHECK ("id" = 1), "generation" uuid NOT NULL, "version" text NOT NULL, "schema" text NOT NULL,
      "sequence" bigint NOT NULL, "position" json NOT NULL, "token" uuid, "finished" boolean NOT NULL)`,
    `CREATE TABLE ${table('_recipe')} ("ordinal" integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, "entry" json NOT NULL)`,
    `CREATE TABLE ${table('_totals')} ("entity" text PRIMARY KEY, "rows" bigint NOT NULL, "sum" numeric(78, 0) NOT NULL)`,
    `CREATE TABLE ${table('_marks')} (
      "entity" text COLLATE "C", "key" text COLLATE "C", "mark" text NOT NULL, PRIMARY KEY ("entity", "key"))`,
    `COMMENT ON TABLE ${table('_state')} IS 'Seedgraph: how far these tables are filled.'`,
    `COMMENT ON TABLE ${table('_recipe')} IS 'Seedgraph: the operations that made these rows.'`,
    `COMMENT ON TABLE ${table('_totals')} IS 'Seedgraph: how many rows each entity has, and the sum of their hashes.'`,
    `COMMENT ON TABLE ${table('_marks')} IS 'Seedgraph: the rows that are not what the recipe makes.'`,
  ];
}

/** Writes the facts that a generation begins with. */
export async function initialiseState(
  client: Client,
  schema: string,
  id: string,
  domain: DomainModel,
  version: string,
  recipe: readonly RecipeEntry[],
): Promise<void> {
  const state = `INSERT INTO ${quoted(schema, '_state')} VALUES (1, $1, $2, $3, 0, 'null', NULL, false)`;
  await client.run(state, [id, version, schemaHash(domain)]);
  for (const entry of recipe) await appendRecipe(client, schema, entry);
}

/** What `_state`, `_recipe` and `_totals` hold, in one row. */
export function stateSql(schema: string): string {
  const table = (name: string) => quoted(schema, name);
  return `SELECT s."version", s."sequence", s."position", s."finished",
    (SELECT coalesce(json_agg(r."entry" ORDER BY r."ordinal"), '[]') FROM ${table('_recipe')} r),
    (SELECT coalesce(json_agg(json_build_array(t."entity", t."rows", t."sum"::text)), '[]') FROM ${table('_totals')} t)
    FROM ${table('_state')} s WHERE seedgraph.expect_generation(s."generation", $1)`;
}

/** @param row as `stateSql` gives it. */
export function stateOf([version, sequence, position, finished, recipe, totals]: TextRow): GenerationState {
  // Written below, and nowhere else.
  const sums = JSON.parse(totals ?? '[]') as readonly (readonly [string, number, string])[];
  return {
    version: String(version),
    recipe: JSON.parse(recipe ?? '[]') as readonly RecipeEntry[],
    checkpoint: { sequence: Number(sequence), position: JSON.parse(position ?? 'null') },
    totals: new Map(sums.map(([entity, rows, sum]) => [entity, { rows, sum: BigInt(sum) }])),
    finished: finished === 't',
  };
}

/** The marks of an entity's rows in a range of keys; parameters as `marksParameters`. */
export function marksSql(schema: string): string {
  return `SELECT "key", "mark" FROM ${quoted(schema, '_marks')}
    WHERE (SELECT seedgraph.expect_generation(s."generation", $1) FROM ${quoted(schema, '_state')} s)
    AND "entity" = $2 AND "key" BETWEEN $3 AND $4 ORDER BY "key" LIMIT $5`;
}

export function marksOf(rows: readonly TextRow[]): MarkedKey[] {
  // Marks are written below, and nowhere else.
  return rows.map(([key, mark]) => ({ key: String(key), mark: String(mark) as Mark }));
}

/** Sets marks and takes them away; to be called in the transaction of the batch. */
export async function writeMarks(client: Client, schema: string, marks: Batch['marks'] = []): Promise<void> {
  const table = quoted(schema, '_marks');
  for (const { entity, keys } of marks) {
    const gone = keys.filter(({ mark }) => mark === null).map(({ key }) => key);
    const set = keys.filter(({ mark }) => mark !== null);
    if (gone.length > 0) {
      await client.run(`DELETE FROM ${table} WHERE "entity" = $1 AND "key" = ANY($2)`, [entity.name, arrayText(gone)]);
    }
    if (set.length === 0) continue;
    await client.run(
      `INSERT INTO ${table} SELECT $1, * FROM unnest($2::text[], $3::text[])
        ON CONFLICT ("entity", "key") DO UPDATE SET "mark" = excluded."mark"`,
      [entity.name, arrayText(set.map(({ key }) => key)), arrayText(set.map(({ mark }) => mark))],
    );
  }
}

/** Moves the checkpoint, the totals and the recipe; to be called in the transaction of the batch. */
export async function advance(client: Client, schema: string, batch: Batch, token: string): Promise<void> {
  const state = `UPDATE ${quoted(schema, '_state')} SET "sequence" = "sequence" + 1, "position" = $1, "token" = $2`;
  await client.run(state, [JSON.stringify(batch.position ?? null), token]);
  if (batch.recipe) await appendRecipe(client, schema, batch.recipe);
  if (batch.changes.size > 0) await addTotals(client, schema, [...batch.changes]);
}

/** Adds to the totals of entities; to be called in the transaction of their rows, near its end: whoever writes next waits for it. */
export async function addTotals(
  client: Client,
  schema: string,
  changes: readonly (readonly [string, EntityTotals])[],
): Promise<void> {
  // A change may be negative, and so would be its remainder.
  const sums = changes.map(([, { sum }]) => String(((sum % modulus) + modulus) % modulus));
  await client.run(
    `INSERT INTO ${quoted(schema, '_totals')} AS t SELECT * FROM unnest($1::text[], $2::bigint[], $3::numeric[])
      ON CONFLICT ("entity") DO UPDATE SET "rows" = t."rows" + excluded."rows", "sum" = mod(t."sum" + excluded."sum", ${modulus})`,
    [arrayText(changes.map(([entity]) => entity)), arrayText(changes.map(([, { rows }]) => String(rows))), arrayText(sums)],
  );
}

async function appendRecipe(client: Client, schema: string, entry: RecipeEntry): Promise<void> {
  await client.run(`INSERT INTO ${quoted(schema, '_recipe')} ("entry") VALUES ($1)`, [JSON.stringify(entry)]);
}

/** How many rows an entity has; no row where it has none. */
export function rowsOfSql(schema: string): string {
  return `SELECT (SELECT "rows" FROM ${quoted(schema, '_totals')} WHERE "entity" = $2)
    FROM ${quoted(schema, '_state')} s WHERE seedgraph.expect_generation(s."generation", $1)`;
}

/** Whether the tables are those that the domain has now. */
export async function hasSchemaOf(database: Database, place: Place, domain: DomainModel): Promise<boolean> {
  const [row] = await inPlace(place, (schema) =>
    database.rows(`SELECT s."schema" FROM ${quoted(schema, '_state')} s WHERE seedgraph.expect_generation(s."generation", $1)`, [
      place.id,
    ]),
  );
  return row?.[0] === schemaHash(domain);
}

/** Whether the indexes and references are made, and all may be published. */
export async function isFinished(client: Client, schema: string): Promise<boolean> {
  const [row] = await client.rows(`SELECT "finished" FROM ${quoted(schema, '_state')}`);
  return row?.[0] === 't';
}
