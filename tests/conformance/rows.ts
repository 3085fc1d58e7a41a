import type { CellRow, EntityModel } from '../../src/definition/index.ts';
import { toCell } from '../../src/definition/index.ts';
import type { Batch, EntityTotals, Generation, Store } from '../../src/store/index.ts';
import { libraryModel } from '../fixtures/library.ts';

/** An entity of the library. */
export const entity = (name: string): EntityModel => libraryModel.entity(name);

const ordinals = new Map(libraryModel.entities.map((each, index) => [each.name, index + 1]));

/** Keys ascend with `index` within an entity, and are UUIDs. */
export function keyOf(name: string, index: number): string {
  const hex = index.toString(16).padStart(12, '0');
  return `${String(ordinals.get(name)).padStart(8, '0')}-0000-8000-8000-${hex}`;
}

/** The row with these values by field name; what is left out is null. */
export function rowOf(name: string, values: Readonly<Record<string, unknown>>): CellRow {
  return entity(name).fields.map(({ name: field, field: definition }) => toCell(definition, values[field]));
}

/** A number from 0 to `below` - 1 that looks random and is always the same. */
function scatter(index: number, salt: number, below: number): number {
  return Math.floor((Math.abs(Math.sin(index * 12.9898 + salt * 78.233)) * 43_758.5453) % below);
}

const words = [
  'Garden',
  'garden',
  'Éclair',
  'éCLAIR',
  '50% off',
  'a_b',
  'axb',
  "O'Neill",
  '"quoted"',
  '夜',
  '😀',
  'ﬁsh',
  '\uffee',
  '',
];
const word = (index: number, salt: number) => words[scatter(index, salt, words.length)] ?? '';

/** A book with a value of every kind, null in some of those that may be. */
export function book(index: number, values: Readonly<Record<string, unknown>> = {}): CellRow {
  const some = (salt: number, value: unknown) => (scatter(index, salt, 3) === 0 ? null : value);
  return rowOf('Book', {
    id: keyOf('Book', index),
    shelfId: keyOf('Shelf', scatter(index, 1, 4)),
    authorId: some(2, keyOf('Author', scatter(index, 3, 5))),
    prequelId: index > 0 ? some(4, keyOf('Book', index - 1)) : null,
    isbn: `ISBN-${index}`,
    title: `${word(index, 5)} of ${word(index, 6)}`,
    subtitle: some(7, word(index, 8)),
    genre: ['novel', 'poetry', 'travel'][scatter(index, 9, 3)],
    pages: some(10, scatter(index, 11, 12) * 10),
    weight: scatter(index, 12, 2000) / 1000,
    rating: some(13, scatter(index, 14, 50) / 10),
    price: scatter(index, 15, 50),
    lendable: scatter(index, 16, 2) === 0,
    signed: some(17, scatter(index, 18, 2) === 0),
    publishedOn: `20${10 + scatter(index, 19, 15)}-0${1 + scatter(index, 20, 9)}-01`,
    readAloudAt: some(21, '10:30'),
    addedAt: `2024-01-0${1 + scatter(index, 22, 9)}T08:00:00Z`,
    tags: [word(index, 23), 'new'],
    chapters: some(24, [1, index]),
    details: some(25, { b: [null, true, 1.5], a: word(index, 26) }),
    ...values,
  });
}

export function member(index: number, values: Readonly<Record<string, unknown>> = {}): CellRow {
  return rowOf('Member', {
    id: keyOf('Member', index),
    libraryId: keyOf('Library', 0),
    number: index,
    firstName: word(index, 30),
    lastName: word(index, 31),
    email: `Member.${index}@library.example`,
    phone: index % 2 === 0 ? null : `+49 ${index}`,
    joinedOn: '2024-01-02',
    ...values,
  });
}

export function loan(index: number): CellRow {
  return rowOf('Loan', {
    id: keyOf('Loan', index),
    memberId: keyOf('Member', scatter(index, 40, 6)),
    bookId: keyOf('Book', scatter(index, 41, 20)),
    takenOn: `2024-02-${10 + scatter(index, 42, 19)}`,
    returnedOn: scatter(index, 43, 3) === 0 ? null : `2024-03-${10 + scatter(index, 44, 19)}`,
    fine: scatter(index, 45, 4) * 25,
  });
}

const list = <T>(count: number, make: (index: number) => T) => Array.from({ length: count }, (_, index) => make(index));

/** What books and members refer to: a library, 4 shelves, 5 authors. */
export const standing: ReadonlyMap<EntityModel, readonly CellRow[]> = new Map([
  [entity('Library'), [rowOf('Library', { id: keyOf('Library', 0), name: 'Main', opensOn: '2024-01-02' })]],
  [
    entity('Shelf'),
    list(4, (index) =>
      rowOf('Shelf', { id: keyOf('Shelf', index), libraryId: keyOf('Library', 0), label: `Shelf ${index}`, capacity: 20 }),
    ),
  ],
  [
    entity('Author'),
    list(5, (index) =>
      rowOf('Author', {
        id: keyOf('Author', index),
        libraryId: keyOf('Library', 0),
        firstName: word(index, 50),
        lastName: word(index, 51),
        bornOn: index % 2 === 0 ? null : `19${50 + index}-01-01`,
      }),
    ),
  ],
]);

/** A small library: beside that 60 books, 8 members, 120 loans (some book more than once by the same member). */
export const libraryRows: ReadonlyMap<EntityModel, readonly CellRow[]> = new Map([
  ...standing,
  [entity('Book'), list(60, (index) => book(index))],
  [entity('Member'), list(8, (index) => member(index))],
  [entity('Loan'), list(120, loan)],
]);

/** A batch of inserts with the totals that belong to them. */
export function batchOf(sequence: number, rows: ReadonlyMap<EntityModel, readonly CellRow[]>, more: Partial<Batch> = {}): Batch {
  const inserts = [...rows].map(([of, its]) => ({ entity: of, rows: its }));
  const changes = new Map<string, EntityTotals>([...rows].map(([of, its]) => [of.name, { rows: its.length, sum: 1n }]));
  return { sequence, position: { sequence }, inserts, changes, ...more };
}

/** A generation that is written, with what its rows refer to, and published. */
export async function publish(store: Store, dataset: string, rows = libraryRows): Promise<Generation> {
  const generation = await store.create(dataset, libraryModel, '1.0.0', [{ seed: 42 }]);
  await generation.write(batchOf(0, new Map([...standing, ...rows])));
  await generation.finish();
  await store.publish(generation);
  return generation;
}
