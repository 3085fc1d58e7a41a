import { defaultDataset } from '../dataset-name.ts';
import { StoreError } from '../error.ts';
import type { Client } from './database.ts';
import { lockKey } from './lock-key.ts';
import { distinctName, hiddenName, plainName } from './names.ts';
import { type GenerationRecord, lockedGeneration, publishedGenerations, publishedIn, saveRecord } from './registry.ts';
import { createSchema, foreign, lockTables, ownershipOf, renameSchema, requireFree } from './schemas.ts';

// Each of these is to be called in a transaction of its own, and is done wholly or not at all.

/** Registers a new generation and makes its schema. What else was being built in its place is discarded. */
export async function addGeneration(
  client: Client,
  { id, dataset, domain }: Pick<GenerationRecord, 'id' | 'dataset' | 'domain'>,
): Promise<GenerationRecord> {
  await lockDataset(client, dataset);
  // Seeding may take hours; better to know at once that it could not be published.
  await publishedName(client, { dataset, domain });
  await client.rows('INSERT INTO seedgraph.dataset (name) VALUES ($1) ON CONFLICT (name) DO NOTHING', [dataset]);
  await client.rows(
    `UPDATE seedgraph.generation SET status = 'discarded', status_since = now()
     WHERE dataset = $1 AND domain = $2 AND status = 'building'`,
    [dataset, domain],
  );
  const schema = hiddenName({ id, dataset, domain });
  const record: GenerationRecord = { id, dataset, domain, schema, status: 'building' };
  const sql = 'INSERT INTO seedgraph.generation (id, dataset, domain, schema_name, status) VALUES ($1, $2, $3, $4, $5)';
  await client.rows(sql, [id, dataset, domain, schema, record.status]);
  await createSchema(client, record);
  return record;
}

/**
 * Publishes a generation under the name of the one that it replaces, whose readers go on under another name.
 *
 * @throws StoreError CONFLICT when it is not among the unpublished any more, or is not finished; FOREIGN_SCHEMA.
 */
export async function publishGeneration(
  client: Client,
  { id, dataset, domain }: Pick<GenerationRecord, 'id' | 'dataset' | 'domain'>,
  isFinished: (client: Client, schema: string) => Promise<boolean>,
): Promise<void> {
  await lockDataset(client, dataset);
  const record = await lockedGeneration(client, id);
  if (record?.status !== 'building') {
    throw new StoreError('CONFLICT', `The generation "${id}" is not waiting to be published: it is published or discarded.`);
  }
  if (!(await isFinished(client, record.schema))) {
    throw new StoreError('CONFLICT', `The generation "${id}" is not finished; call finish() before publishing it.`);
  }
  const schema = await publishedName(client, record);
  const previous = await publishedIn(client, dataset, domain);
  if (previous) await hide(client, previous, 'replaced');
  await renameSchema(client, record.schema, schema);
  await saveRecord(client, { ...record, schema, status: 'published' });
}

/** Gives up an unpublished generation, and a dataset that was made for it alone. False when there is none. */
export async function discardGeneration(
  client: Client,
  { id, dataset }: Pick<GenerationRecord, 'id' | 'dataset'>,
): Promise<boolean> {
  await lockDataset(client, dataset);
  const record = await lockedGeneration(client, id);
  if (record?.status !== 'building') return false;
  await saveRecord(client, { ...record, status: 'discarded' });
  await client.rows(
    `DELETE FROM seedgraph.dataset WHERE name = $1 AND name <> $2 AND NOT EXISTS (
       SELECT FROM seedgraph.generation WHERE dataset = $1 AND status IN ('building', 'published'))`,
    [dataset, defaultDataset],
  );
  return true;
}

/** Gives up a dataset and all its generations. False when there is none. */
export async function dropDataset(client: Client, dataset: string): Promise<boolean> {
  await lockDataset(client, dataset);
  const found = await client.rows('SELECT 1 FROM seedgraph.dataset WHERE name = $1', [dataset]);
  if (found.length === 0) return false;
  for (const record of await publishedGenerations(client, dataset)) await hide(client, record, 'discarded');
  await client.rows(
    `UPDATE seedgraph.generation SET status = 'discarded', status_since = now() WHERE dataset = $1 AND status <> 'discarded'`,
    [dataset],
  );
  await client.rows('DELETE FROM seedgraph.ledger WHERE dataset = $1', [dataset]);
  if (dataset !== defaultDataset) await client.rows('DELETE FROM seedgraph.dataset WHERE name = $1', [dataset]);
  return true;
}

/** Changes of one dataset wait for each other. */
async function lockDataset(client: Client, dataset: string): Promise<void> {
  await client.rows('SELECT pg_advisory_xact_lock($1)', [lockKey('dataset', dataset)]);
}

/** Takes the published name away from a generation, as soon as nobody is in the midst of reading it. */
async function hide(client: Client, record: GenerationRecord, status: 'replaced' | 'discarded'): Promise<void> {
  const schema = hiddenName(record);
  const ownership = await ownershipOf(client, record);
  if (ownership === 'foreign') throw foreign(record.schema);
  if (ownership === 'own') {
    await lockTables(client, record.schema);
    await renameSchema(client, record.schema, schema);
  }
  await saveRecord(client, { ...record, schema, status });
}

/**
 * What a generation's schema is to be called: as that of the one before it, or by the plain name, unless another dataset has it.
 *
 * @throws StoreError FOREIGN_SCHEMA when somebody else has it.
 */
async function publishedName(client: Client, { dataset, domain }: Pick<GenerationRecord, 'dataset' | 'domain'>): Promise<string> {
  const previous = await publishedIn(client, dataset, domain);
  if (previous) {
    if ((await ownershipOf(client, previous)) === 'foreign') throw foreign(previous.schema);
    return previous.schema;
  }
  const plain = plainName({ dataset, domain });
  // Another dataset whose plain name is the same may be published at this moment.
  await client.rows('SELECT pg_advisory_xact_lock($1)', [lockKey('name', plain)]);
  const taken = await client.rows('SELECT 1 FROM seedgraph.generation WHERE schema_name = $1', [plain]);
  const name = taken.length === 0 ? plain : distinctName({ dataset, domain });
  await requireFree(client, name);
  return name;
}
