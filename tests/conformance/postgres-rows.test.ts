import { expect, test } from 'vitest';
import type { DomainModel } from '../../src/definition/index.ts';
import type { Condition, Generation } from '../../src/store/index.ts';
import { openPostgresStore } from '../../src/store/postgres/open.ts';
import { libraryModel } from '../fixtures/library.ts';
import { breakingProxy } from '../support/breaking-proxy.ts';
import { holdTable } from '../support/hold-table.ts';
import { postgresStores } from '../support/postgres-stores.ts';
import { administer, describeWith, postgres } from '../support/services.ts';
import { batchOf, book, entity, keyOf, libraryRows, member, publish, rowOf, standing } from './rows.ts';

const books = entity('Book');
const members = entity('Member');
const SCHEMA = 'a_library';

describeWith([postgres], 'rows in PostgreSQL', () => {
  const stores = postgresStores();

  async function published(domain: DomainModel = libraryModel) {
    const { url, store } = await stores.open();
    await publish(store, 'a');
    const generation = (await store.open('a', domain)) as Generation;
    const ask = async (sql: string) => (await administer(url, sql)).rows;
    return { url, store, generation, ask };
  }

  test('the tables are what somebody would have made by hand', async () => {
    const { ask } = await published();
    const columns = await ask(
      `SELECT a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type, c.collname AS collation, a.attnotnull AS mandatory,
         col_description(a.attrelid, a.attnum) AS comment
       FROM pg_attribute a LEFT JOIN pg_collation c ON c.oid = a.attcollation
       WHERE a.attrelid = '${SCHEMA}.books'::regclass AND a.attnum > 0 ORDER BY a.attnum`,
    );
    expect(columns.map(({ name, type, collation, mandatory }) => `${name} ${type} ${collation} ${mandatory}`)).toEqual([
      'id uuid null true',
      'shelf_id uuid null true',
      'author_id uuid null false',
      'prequel_id uuid null false',
      'isbn text C true',
      'title text C true',
      'subtitle text C false',
      'genre text C true',
      'pages bigint null false',
      'weight numeric(18,3) null true',
      'rating numeric(16,1) null false',
      'price numeric(16,2) null true',
      'lendable boolean null true',
      'signed boolean null false',
      'published_on date null true',
      'read_aloud_at time without time zone null false',
      'added_at timestamp with time zone null true',
      'tags jsonb null true',
      'chapters jsonb null false',
      'details jsonb null false',
      'isbn_folded text C true',
      'title_folded text C true',
      'subtitle_folded text C false',
    ]);
    const comment = (name: string) => columns.find((column) => column.name === name)?.comment;
    expect(comment('shelf_id')).toBe('Where it is.');
    expect(comment('price')).toBe('In cents. In units of the currency, with 2 decimals.');
    expect(comment('title_folded')).toContain('title');
    expect(await ask(`SELECT obj_description('${SCHEMA}.books'::regclass) AS comment`)).toEqual([
      { comment: 'A book on a shelf.' },
    ]);
  });

  test('what fields and references say is held to by constraints, with names that tell of them', async () => {
    const { ask } = await published();
    const constraints = await ask(
      `SELECT conname AS name, pg_get_constraintdef(oid) AS rule FROM pg_constraint
       WHERE conrelid IN ('${SCHEMA}.books'::regclass, '${SCHEMA}.members'::regclass) ORDER BY conrelid::regclass::text, conname`,
    );
    expect(constraints.map(({ name, rule }) => `${name}: ${rule}`)).toEqual([
      `books_author_id_fkey: FOREIGN KEY (author_id) REFERENCES ${SCHEMA}.authors(id) DEFERRABLE INITIALLY DEFERRED`,
      `books_genre_check: CHECK ((genre = ANY (ARRAY['novel'::text, 'poetry'::text, 'travel'::text])))`,
      'books_isbn_key: UNIQUE (isbn_folded)',
      'books_pkey: PRIMARY KEY (id)',
      `books_prequel_id_fkey: FOREIGN KEY (prequel_id) REFERENCES ${SCHEMA}.books(id) DEFERRABLE INITIALLY DEFERRED`,
      `books_shelf_id_fkey: FOREIGN KEY (shelf_id) REFERENCES ${SCHEMA}.shelves(id) DEFERRABLE INITIALLY DEFERRED`,
      'members_email_key: UNIQUE (email_folded)',
      `members_library_id_fkey: FOREIGN KEY (library_id) REFERENCES ${SCHEMA}.libraries(id) DEFERRABLE INITIALLY DEFERRED`,
      'members_number_key: UNIQUE (number)',
      'members_phone_key: UNIQUE (phone_folded)',
      'members_pkey: PRIMARY KEY (id)',
    ]);
    const indexed = await ask(
      `SELECT count(*)::int AS missing FROM pg_constraint c WHERE contype = 'f' AND connamespace = '${SCHEMA}'::regnamespace
       AND NOT EXISTS (SELECT FROM pg_index i WHERE i.indrelid = c.conrelid AND i.indkey[0] = c.conkey[1])`,
    );
    expect(indexed).toEqual([{ missing: 0 }]);
    const plain = await ask(
      `SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS sql FROM pg_index
       WHERE indrelid = '${SCHEMA}.loans'::regclass AND NOT indisunique ORDER BY 1`,
    );
    // They give the rows of a value in the order of keys, in which pages are.
    expect(plain.length).toBeGreaterThan(2);
    for (const { sql } of plain) expect(sql).toMatch(/\(\w+, id\)$/);
    const [{ analyzed }] = await ask(`SELECT reltuples::int AS analyzed FROM pg_class WHERE oid = '${SCHEMA}.loans'::regclass`);
    expect(analyzed).toBe(120);
  });

  test('values are those of their types: somebody else can reckon with them', async () => {
    const { generation, ask } = await published();
    const extremes = {
      price: -Number.MAX_SAFE_INTEGER,
      pages: Number.MAX_SAFE_INTEGER,
      weight: 123_456_789_012.345,
      title: 'tab\there, line\nthere, \\N and \\., \r, "quoted", 夜 😀 \u{10ffff}',
      subtitle: '\\N',
      readAloudAt: '23:59',
      addedAt: '2024-02-29T23:59:59Z',
      publishedOn: '0001-01-01',
      tags: ['', 'a,b', '{"}', '\\'],
      chapters: [],
      details: { z: 1, a: { 10: 1e21, 9: 5e-7, é: -0.5 }, list: [null, true, ''] },
    };
    const row = book(90, { ...extremes, prequelId: null });
    await generation.write(batchOf(1, new Map([[books, [row]]])));
    expect(await generation.get(books, [keyOf('Book', 90)])).toEqual([row]);
    const [read] = await ask(
      `SELECT price::text, chapters = '[]' AS none, details->'a'->>'é' AS part, added_at = timestamptz '2024-03-01 01:59:59+02' AS moment
       FROM ${SCHEMA}.books WHERE id = '${keyOf('Book', 90)}'`,
    );
    expect(read).toEqual({ price: '-90071992547409.91', none: true, part: '-0.5', moment: true });
  });

  test.each([
    ['a key', book(3), 'books: id'],
    ['a unique text', book(91, { isbn: 'isbn-7', prequelId: null }), 'books: isbn'],
    ['a reference to nobody', book(92, { shelfId: keyOf('Shelf', 77), prequelId: null }), 'books: shelf_id'],
  ])('a conflict names the table and the column: %s', async (_name, row, place) => {
    const { generation } = await published();
    const before = await generation.state();
    const rows = new Map([
      [members, [member(30)]],
      [books, [row]],
    ]);
    const refused = { code: 'CONFLICT', message: expect.stringContaining(` in ${place}.`) };
    await expect(generation.write(batchOf(1, rows))).rejects.toMatchObject(refused);
    expect(await generation.state()).toEqual(before);
    expect(await generation.get(members, [keyOf('Member', 30)])).toEqual([undefined]);
  });

  test('a row that others refer to stays, unless they go in the same batch or another takes its place', async () => {
    const { generation } = await published();
    const shelf = entity('Shelf');
    const gone = { deletions: [{ entity: shelf, keys: [keyOf('Shelf', 1)] }] };
    const refused = { code: 'CONFLICT', message: expect.stringMatching(/still referred to/) };
    await expect(generation.write(batchOf(1, new Map(), gone))).rejects.toMatchObject(refused);
    const changed = rowOf('Shelf', { id: keyOf('Shelf', 1), libraryId: keyOf('Library', 0), label: 'Anew', capacity: 1 });
    const replaced = { replacements: [{ entity: shelf, rows: [changed] }] };
    expect(await generation.write(batchOf(1, new Map(), replaced))).toBe(true);
    expect(await generation.get(shelf, [keyOf('Shelf', 1)])).toEqual([changed]);
    const both = { deletions: [...['Loan', 'Book'].map((name) => all(name)), all('Shelf')] };
    expect(await generation.write(batchOf(2, new Map(), both))).toBe(true);
    expect(await generation.get(shelf, [keyOf('Shelf', 1)])).toEqual([undefined]);
  });

  test('a text that PostgreSQL cannot hold is refused in words, and found nowhere', async () => {
    const { generation } = await published();
    const [text, json] = [{ title: 'a\0b' }, { details: { a: 'a\0b' } }];
    for (const values of [text, json]) {
      const batch = batchOf(1, new Map([[books, [book(93, { ...values, prequelId: null })]]]));
      await expect(generation.write(batch)).rejects.toMatchObject({ code: 'INVALID_VALUE' });
    }
    expect(await generation.write(batchOf(1, new Map([[books, [book(93, { prequelId: null })]]])))).toBe(true);
    const [lookup] = books.lookups;
    if (lookup) expect(await generation.lookUp(books, lookup, ['a\0b', 'ISBN-3'])).toEqual([undefined, book(3)]);
    expect(await generation.get(books, ['a\0b'])).toEqual([undefined]);
    const where: Condition = { kind: 'text', field: books.fieldNamed('title'), match: 'contains', value: 'a\0b' };
    await expect(generation.count({ entity: books, where })).rejects.toMatchObject({ code: 'INVALID_FILTER' });
  });

  test('a text that is too long for its index is refused in words, also when the index is made after the load', async () => {
    const { store, generation } = await published();
    const text = Array.from({ length: 2_000 }, (_, index) => index * index).join();
    const long = (field: string) =>
      new Map([[books, [book(94, { [field]: field === 'tags' ? [text] : text, prequelId: null })]]]);
    const refused = { code: 'INVALID_VALUE', message: expect.stringContaining('about 2,700 bytes') };
    await expect(generation.write(batchOf(1, long('title')))).rejects.toMatchObject(refused);
    expect(await generation.write(batchOf(1, long('tags')))).toBe(true);
    const next = await store.create('a', libraryModel, '1.0.0', []);
    await next.write(batchOf(0, long('title')));
    await expect(next.finish()).rejects.toMatchObject(refused);
  });

  test('keys that are no UUIDs stand where their texts stand', async () => {
    const { generation } = await published();
    const keys = Array.from({ length: 60 }, (_, index) => keyOf('Book', index));
    const [low = '', high = ''] = [keys[20], keys[40]];
    const bounds = [
      '',
      ' ',
      '~',
      '\u{10ffff}',
      low,
      high,
      low.slice(0, 8),
      `${high}0`,
      low.toUpperCase(),
      `${low.slice(0, -1)}g`,
      '0-',
      'g',
    ];
    for (const from of bounds) {
      for (const to of bounds) {
        const found = await generation.range(books, from, to, 100);
        expect(found.map((row) => row[books.key.index])).toEqual(keys.filter((key) => key >= from && key <= to));
      }
    }
    const compared = async (operator: 'eq' | 'ne' | 'gt' | 'lte', value: string) =>
      generation.count({ entity: books, where: { kind: 'compare', field: books.key, operator, value } });
    expect(await compared('eq', 'nobody')).toEqual([0]);
    expect(await compared('ne', 'nobody')).toEqual([60]);
    expect(await compared('gt', `${low}0`)).toEqual([39]);
    expect(await compared('lte', low.slice(0, -1))).toEqual([keys.filter((key) => key <= low.slice(0, -1)).length]);
  });

  test('a filter that takes too long is refused', async () => {
    const { url } = await published();
    const store = await openPostgresStore({ url, statementTimeout: 150 });
    try {
      const generation = await store.open('a', libraryModel);
      const conditions = Array.from({ length: 3_000 }, (_, index): Condition => ({ ...unheardOf, value: `nothing ${index}` }));
      const [loans] = books.inverses.filter(({ from }) => from === entity('Loan'));
      const [of] = entity('Loan').references.filter(({ to }) => to === books);
      if (!loans || !of) throw new TypeError('The library lends no books.');
      let where: Condition = { kind: 'or', conditions };
      for (let times = 0; times < 4; times++) {
        const condition: Condition = { kind: 'reference', reference: of, condition: where };
        where = { kind: 'not', condition: { kind: 'children', inverse: loans, quantifier: 'some', condition } };
      }
      const refused = { code: 'FILTER_TOO_EXPENSIVE', inputPath: ['filter'] };
      await expect(generation?.count({ entity: books, where })).rejects.toMatchObject(refused);
    } finally {
      await store.close();
    }
  });

  test('a batch whose connection is cut between its rows and its commit is written once', async () => {
    const { url, store } = await stores.open();
    const generation = await store.create('a', libraryModel, '1.0.0', []);
    const [{ schema }] = (await administer(url, 'SELECT schema_name AS schema FROM seedgraph.generation')).rows;
    const held = await holdTable(url, `"${schema}"."_totals"`);
    const written = generation.write(batchOf(0, standing));
    // Its rows are in, and it waits for the table of totals.
    await held.endWaiting();
    await held.release();
    expect(await written).toBe(true);
    expect((await generation.state()).checkpoint.sequence).toBe(1);
    expect(await generation.range(entity('Shelf'), '', '~', 10)).toHaveLength(4);
    expect(await generation.write(batchOf(0, standing))).toBe(false);
  });

  test('a batch knows itself again when the answer to its commit is lost', async () => {
    const { url } = await stores.open();
    const proxy = await breakingProxy(url);
    const store = await openPostgresStore({ url: proxy.url });
    try {
      const generation = await store.create('a', libraryModel, '1.0.0', []);
      const cut = proxy.cutBehind('COMMIT');
      expect(await generation.write(batchOf(0, libraryRows))).toBe(true);
      await cut;
      expect((await generation.state()).checkpoint.sequence).toBe(1);
      expect(await generation.range(books, '', '~', 100)).toHaveLength(60);
      // Another batch in the same place is not this one.
      expect(await generation.write(batchOf(0, libraryRows))).toBe(false);
    } finally {
      await store.close();
      await proxy.close();
    }
  });
});

const unheardOf = { kind: 'text', field: books.fieldNamed('title'), match: 'contains', value: '' } as const;

/** All rows of an entity of the small library, to be removed. */
function all(name: string) {
  const of = entity(name);
  return { entity: of, keys: (libraryRows.get(of) ?? []).map((row) => String(row[of.key.index])) };
}
