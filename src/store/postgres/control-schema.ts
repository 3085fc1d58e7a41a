import { StoreError } from '../error.ts';
import type { Client, Database } from './database.ts';
import { lockKey } from './lock-key.ts';
import { CONTROL_MARK, CONTROL_SCHEMA } from './names.ts';

/** Raised with every change of the tables below. */
const LAYOUT = 1;

/** How the server calls a generation that is not where it was looked for; see `expect_generation`. */
export const MOVED = 'SG001';

/**
 * The tables of the control schema. Names are compared by code points, as JavaScript does. `job.record` is `json`, not `jsonb`, which
 * takes no U+0000 and no half of a surrogate pair.
 */
const schema = `
  CREATE SCHEMA seedgraph;
  COMMENT ON SCHEMA seedgraph IS '${CONTROL_MARK} datasets, jobs and ledgers. Do not change it by hand.';

  CREATE TABLE seedgraph.layout (version integer PRIMARY KEY, store uuid NOT NULL DEFAULT gen_random_uuid());
  INSERT INTO seedgraph.layout VALUES (${LAYOUT});
  COMMENT ON COLUMN seedgraph.layout.store IS 'Names this store, wherever it is opened from: processes that share it share work.';

  CREATE TABLE seedgraph.dataset (name text COLLATE "C" PRIMARY KEY, created_at timestamptz NOT NULL DEFAULT now());
  INSERT INTO seedgraph.dataset VALUES ('default');

  CREATE TABLE seedgraph.generation (
    id uuid PRIMARY KEY,
    dataset text COLLATE "C" NOT NULL,
    domain text COLLATE "C" NOT NULL,
    schema_name text COLLATE "C" NOT NULL UNIQUE,
    status text NOT NULL CHECK (status IN ('building', 'published', 'replaced', 'discarded')),
    status_since timestamptz NOT NULL DEFAULT now(),
    written_at timestamptz NOT NULL DEFAULT now());
  CREATE UNIQUE INDEX generation_place ON seedgraph.generation (dataset, domain, status) WHERE status IN ('building', 'published');

  CREATE TABLE seedgraph.job (
    ordinal bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id text COLLATE "C" NOT NULL UNIQUE,
    idempotency_key text COLLATE "C" UNIQUE,
    status text NOT NULL,
    dataset text COLLATE "C" NOT NULL,
    record json NOT NULL);
  CREATE INDEX job_status ON seedgraph.job (status, ordinal);
  CREATE TABLE seedgraph.stop (job text COLLATE "C" PRIMARY KEY);
  COMMENT ON TABLE seedgraph.stop IS 'Jobs that are to be stopped by whichever process runs them.';

  CREATE TABLE seedgraph.ledger (
    ordinal integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    dataset text COLLATE "C" NOT NULL,
    domain text COLLATE "C" NOT NULL,
    target text COLLATE "C" NOT NULL,
    head json,
    UNIQUE (dataset, domain, target));
  CREATE TABLE seedgraph.ledger_entry (
    ledger integer NOT NULL REFERENCES seedgraph.ledger ON DELETE CASCADE,
    entity text COLLATE "C" NOT NULL,
    key text COLLATE "C" NOT NULL,
    state text NOT NULL,
    remote_id text COLLATE "C",
    reason text,
    PRIMARY KEY (ledger, entity, key));
  CREATE INDEX ledger_entry_remote ON seedgraph.ledger_entry (ledger, entity, remote_id) WHERE remote_id IS NOT NULL;
  CREATE INDEX ledger_entry_missing ON seedgraph.ledger_entry (ledger, state, entity, key) WHERE reason IS NOT NULL;

  CREATE FUNCTION seedgraph.expect_generation(stored uuid, expected uuid) RETURNS boolean
  LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
  BEGIN
    IF stored IS DISTINCT FROM expected THEN
      RAISE EXCEPTION 'generation % is not here', expected USING ERRCODE = '${MOVED}';
    END IF;
    RETURN true;
  END $$;
  COMMENT ON FUNCTION seedgraph.expect_generation IS 'Stops a statement whose tables have become those of another generation.';
`;

/**
 * Makes the control schema where it is missing. Any number of processes may do so at once. Gives the name of the store.
 *
 * @throws StoreError FOREIGN_SCHEMA when there is a schema of its name that is not ours, STORE_UNAVAILABLE when its layout is that of
 *   another version.
 */
export async function ensureControlSchema(database: Database): Promise<string> {
  if (!(await database.session(isThere))) await database.transaction(make);
  return database.session(checkLayout);
}

async function make(client: Client): Promise<void> {
  await client.rows('SELECT pg_advisory_xact_lock($1)', [lockKey('control')]);
  // Another process may have been faster.
  if (!(await isThere(client))) await client.script(schema);
}

async function isThere(client: Client): Promise<boolean> {
  const [row] = await client.rows(`SELECT obj_description(oid, 'pg_namespace') FROM pg_namespace WHERE nspname = $1`, [
    CONTROL_SCHEMA,
  ]);
  if (!row) return false;
  if (row[0]?.startsWith(CONTROL_MARK)) return true;
  const message =
    `The database has a schema "${CONTROL_SCHEMA}" that Seedgraph did not make, and needs one of this name. ` +
    'Rename it, or use another database.';
  throw new StoreError('FOREIGN_SCHEMA', message, { details: { schema: CONTROL_SCHEMA } });
}

async function checkLayout(client: Client): Promise<string> {
  const [row] = await client.rows('SELECT * FROM seedgraph.layout');
  if (row && Number(row[0]) === LAYOUT) return String(row[1]);
  const message =
    `The schema "${CONTROL_SCHEMA}" of this database is of another version of Seedgraph (layout ${row?.[0]}, here ${LAYOUT}). ` +
    'Use that version, or another database.';
  throw new StoreError('STORE_UNAVAILABLE', message, { details: { schema: CONTROL_SCHEMA } });
}
