import { defineDomain, field, formatDay, parseDay, vocabulary, z } from 'seedgraph';

const config = z.strictObject({
  volumes: z
    .strictObject({
      libraries: z.int().min(1).max(100).default(1).describe('Libraries.'),
      books: z.int().min(1).max(10_000).default(20).describe('Books of a library.'),
      loansPerBook: z.int().min(0).max(100).default(2).describe('Loans of a book.'),
    })
    .prefault({}),
  opensOn: z.iso.date().default('2024-01-02').describe('The first day of the libraries.'),
});

const { defineEntity, many, root } = vocabulary<z.output<typeof config>>();

const Branch = defineEntity({
  name: 'Branch',
  plural: 'branches',
  description: 'A library in a part of the town.',
  rows: root('libraries', { alike: true }),
  fields: {
    id: field.key('The key of the library.'),
    name: field.string('What it is called.', { filter: true, order: true }),
  },
  values: { name: ({ fake }) => `${fake.location.street()} Library` },
});

const Book = defineEntity({
  name: 'Book',
  description: 'A book of a library.',
  rows: many('Branch', 'books'),
  fields: {
    id: field.key('The key of the book.'),
    branchId: field.reference('Branch', 'Where it belongs.'),
    shelfmark: field.string('Where it stands; unique.', { unique: true, filter: true, order: true }),
    title: field.string('Its title.', { filter: true, order: true }),
    price: field.money('What it cost.', { filter: true, order: true }),
  },
  lookups: { shelfmark: 'shelfmark' },
  values: {
    // Unique because it is made of the address, not because of luck.
    shelfmark: ({ address: [branch, book] }) => `B${branch}-${book}`,
    title: ({ fake }) => fake.book.title(),
    price: ({ random }) => random.integer(500, 4_000),
  },
});

const Loan = defineEntity({
  name: 'Loan',
  description: 'A time that a book was out.',
  rows: many('Book', 'loansPerBook'),
  fields: {
    id: field.key('The key of the loan.'),
    bookId: field.reference('Book', 'Which book.'),
    takenOn: field.date('The day on which it was taken.', { filter: true, order: true }),
    returnedOn: field.date('The day on which it came back.', { filter: true, order: true }),
    fee: field.money('For being late: a hundredth of the price a day.', { filter: true }),
  },
  values: {
    takenOn: ({ config: { opensOn }, index, random }) => formatDay(parseDay(opensOn) + 60 * index + random.integer(0, 10)),
    returnedOn: ({ random }, row) => formatDay(parseDay(row.takenOn) + random.integer(1, 40)),
    // A value of another row: the book that this loan hangs under.
    fee: (scope, row) => {
      const late = Math.max(0, parseDay(row.returnedOn) - parseDay(row.takenOn) - 28);
      return Math.round((late * scope.read(Book, scope.owner).price) / 100);
    },
  },
});

/** A domain of our own. Its types begin with `Lib`, so that they meet no others. */
export const library = defineDomain({
  name: 'library',
  title: 'Library',
  prefix: 'Lib',
  description: 'Libraries, their books and loans.',
  config,
  presets: { SMALL: {}, LARGE: { volumes: { books: 500, loansPerBook: 10 } } },
  defaultPreset: 'SMALL',
  entities: [Branch, Book, Loan],
});
