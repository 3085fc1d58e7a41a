import type { DomainModel } from '../definition/index.ts';

/** A database that Seedgraph keeps rows in. */
export type DdlDialect = 'postgres' | 'sqlite';

/** What the definition of tables is asked for. */
export interface DdlOptions {
  readonly dialect: DdlDialect;
  /** PostgreSQL: the schema to make, with the tables in it. Default: the tables come into the first schema of the search path. */
  readonly schema?: string | undefined;
}

/** The statements that make the tables of a domain as the store makes them, without those that the store keeps for itself. */
export async function ddlOf(domain: DomainModel, { dialect, schema = '' }: DdlOptions): Promise<string> {
  const sections = dialect === 'postgres' ? await postgresSections(domain, schema) : await sqliteSections(domain);
  const texts = sections
    .filter(({ statements }) => statements.length > 0)
    .map(({ title, statements }) => `-- ${title}\n\n${statements.map((statement) => `${statement};\n`).join('')}`);
  return texts.join('\n');
}

interface Section {
  readonly title: string;
  readonly statements: readonly string[];
}

// What only PostgreSQL needs is loaded by who asks for it.
async function postgresSections(domain: DomainModel, schema: string): Promise<Section[]> {
  const { commentsOf, foreignKeysOf, indexesOf, tablesOf, uniquesOf } = await import('./postgres/schema.ts');
  const { quoted } = await import('./postgres/quoting.ts');
  const sqlOf = (made: ReturnType<typeof indexesOf>) => made.map(({ sql }) => sql);
  return [
    { title: 'Schema', statements: schema === '' ? [] : [`CREATE SCHEMA ${quoted(schema)}`] },
    { title: 'Tables', statements: tablesOf(schema, domain) },
    { title: 'Unique values', statements: sqlOf(uniquesOf(schema, domain)) },
    { title: 'References', statements: sqlOf(foreignKeysOf(schema, domain)) },
    { title: 'Indexes', statements: sqlOf(indexesOf(schema, domain)) },
    { title: 'Comments', statements: commentsOf(schema, domain) },
  ];
}

async function sqliteSections(domain: DomainModel): Promise<Section[]> {
  const { indexesOf, tablesOf } = await import('./sqlite/schema.ts');
  return [
    { title: 'Tables', statements: tablesOf(domain, '\n') },
    { title: 'Indexes', statements: indexesOf(domain) },
  ];
}
