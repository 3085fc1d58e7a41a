import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { modelOf } from '../../src/definition/index.ts';
import { builtInDomains } from '../../src/domains/index.ts';
import { ddlOf } from '../../src/store/index.ts';
import { openPostgresStore } from '../../src/store/postgres/open.ts';
import { libraryModel } from '../fixtures/library.ts';
import { administer, describeWith, newDatabase, postgres } from '../support/services.ts';
import { root, seedgraphIn } from './process.ts';

const domains = [libraryModel, ...builtInDomains.map((definition) => modelOf(definition))];
const run = seedgraphIn(root);

describe('ddl', () => {
  test('prints the tables of a domain, alone or as JSON', async () => {
    const [{ stdout, status, stderr }, json] = await Promise.all([run('ddl', 'school'), run('ddl', 'school', '--json')]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^-- Tables\n\nCREATE TABLE "schools" \(\n {2}"id" uuid NOT NULL,\n/);
    expect(JSON.parse(json.stdout).sql.trimEnd()).toBe(stdout.trimEnd());
    expect(await run('ddl', 'school', '--dialect', 'oracle')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('sqlite'),
    });
  });

  test('of SQLite has a line a column too, and no schema to make', async () => {
    const { stdout } = await run('ddl', 'school', '--dialect', 'sqlite');
    expect(stdout).toMatch(/^-- Tables\n\nCREATE TABLE "schools" \(\n {2}"id" TEXT NOT NULL,\n/);
    expect(stdout).toContain('\n  PRIMARY KEY ("id")\n) STRICT, WITHOUT ROWID;\n');
    expect(await run('ddl', 'school', '--dialect', 'sqlite', '--schema', 'mine')).toEqual({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining('--schema'),
    });
  });

  test.each(domains)('SQLite runs that of $name as it is', async (domain) => {
    const database = new DatabaseSync(':memory:');
    database.exec(await ddlOf(domain, { dialect: 'sqlite' }));
    const tables = database.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).all();
    expect(tables.map(({ name }) => name)).toEqual(domain.entities.map(({ table }) => table));
    database.close();
  });
});

describeWith([postgres], 'ddl in PostgreSQL', () => {
  test.each(domains)('what it says of $name is what a store makes', async (domain) => {
    const url = await newDatabase();
    const store = await openPostgresStore({ url });
    const generation = await store.create('a', domain, '1.0.0', []);
    await generation.finish();
    await store.publish(generation);
    await store.close();
    const schema = 'Her "own" tables';
    await administer(url, await ddlOf(domain, { dialect: 'postgres', schema }));
    await administer(url, await ddlOf(domain, { dialect: 'postgres' }));
    const made = await tablesIn(url, `a_${domain.name}`);
    expect(made.length).toBeGreaterThan(50);
    expect(await tablesIn(url, schema)).toEqual(made);
    expect(await tablesIn(url, 'public')).toEqual(made);
  });
});

/** All that can be said of the tables of a schema, but for those that a store keeps for itself. */
async function tablesIn(url: string, schema: string): Promise<string[]> {
  const { rows } = await administer(
    url,
    `WITH tables AS (SELECT oid, relname FROM pg_class WHERE relkind = 'r' AND relname !~ '^_'
       AND relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = $$${schema}$$))
     SELECT relname || '.' || attname || ' ' || format_type(atttypid, atttypmod) || ' ' || attnotnull || ' '
       || coalesce(col_description(attrelid, attnum), '') || ' ' || attnum AS line FROM tables JOIN pg_attribute ON attrelid = tables.oid
     UNION ALL SELECT relname || ' ' || conname || ' ' || pg_get_constraintdef(c.oid) FROM tables JOIN pg_constraint c ON conrelid = tables.oid
     UNION ALL SELECT relname || ' ' || pg_get_indexdef(indexrelid) FROM tables JOIN pg_index ON indrelid = tables.oid
     UNION ALL SELECT relname || ': ' || coalesce(obj_description(oid), '') FROM tables ORDER BY 1`,
  );
  // Names come with that of the schema.
  const [plain, quoted] = [`${schema}.`, `"${schema.replaceAll('"', '""')}".`];
  return rows.map(({ line }) => String(line).replaceAll(quoted, '').replaceAll(plain, '').replaceAll('public.', ''));
}
