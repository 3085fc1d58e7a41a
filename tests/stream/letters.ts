import { z } from 'zod';
import { type AnyEntity, defineDomain, field, modelOf, vocabulary } from '../../src/definition/index.ts';

/**
 * A domain for streams alone: many small roots, texts that no format takes as they are, rows of which some exist, roll-ups of what hangs
 * two levels below and of other roll-ups; and two whose sources no address leads to.
 */
const config = z.strictObject({
  volumes: z.strictObject({ people: z.int().min(0).max(16_000_000).default(700), stamps: z.int().default(2) }).prefault({}),
});

const { defineEntity, root, many, some, one } = vocabulary<z.output<typeof config>>();

const texts = ['', ' ', 'a,b', '"', 'two\r\nlines', '\t', 'back\\slash', '\u0001', '\u2028', '😀', '=1+1', 'null', 'é'];

const Person = defineEntity({
  name: 'Person',
  plural: 'people',
  description: 'Writes letters.',
  rows: root('people'),
  fields: { id: field.key('The key.'), motto: field.string('Anything.'), isWell: field.boolean('Now.', { optional: true }) },
  values: {
    motto: ({ index }) => texts[index % texts.length] ?? '',
    isWell: ({ index }) => [true, false, null][index % 3] ?? null,
  },
});

const Letter = defineEntity({
  name: 'Letter',
  description: 'Some people write some.',
  rows: some('Person', ({ random }) => [0, 1, 5].slice(0, random.integer(0, 3))),
  fields: {
    id: field.key('The key.'),
    fromId: field.reference('Person', 'Who writes.'),
    toId: field.reference('Person', 'Who reads.', { inverse: 'received' }),
  },
  links: { toId: ({ random, config: { volumes } }) => [random.index(volumes.people)] },
  values: {},
});

const Stamp = defineEntity({
  name: 'Stamp',
  description: 'On a letter.',
  rows: many('Letter', 'stamps'),
  fields: {
    id: field.key('The key.'),
    letterId: field.reference('Letter', 'Where it sticks.'),
    personId: field.reference('Person', 'Who has bought it.'),
    worth: field.money('In cents.'),
  },
  values: { worth: ({ random }) => random.integer(1, 500) },
});

const Postage = defineEntity({
  name: 'Postage',
  description: 'What a person has paid.',
  rows: one('Person'),
  fields: {
    id: field.key('The key.'),
    personId: field.reference('Person', 'Who.', { unique: true }),
    paid: field.money('In cents.'),
    omen: field.string('Drawn before and after the stamps are read.'),
  },
  derive: {
    from: ['Stamp'],
    make: ({ fake }, sources) => {
      const before = fake.person.firstName();
      const paid = sources.rows(Stamp, 'personId').reduce((sum, { worth }) => sum + worth, 0);
      return { paid, omen: `${before} ${fake.person.lastName()}` };
    },
  },
});

const Standing = defineEntity({
  name: 'Standing',
  description: 'A roll-up of a roll-up.',
  rows: one('Person'),
  fields: {
    id: field.key('The key.'),
    personId: field.reference('Person', 'Who.', { unique: true }),
    isGenerous: field.boolean('Has paid much.'),
  },
  derive: {
    from: ['Postage'],
    make: (_, sources) => ({ isGenerous: sources.rows(Postage, 'personId').some(({ paid }) => paid > 500) }),
  },
});

const Mailbox = defineEntity({
  name: 'Mailbox',
  plural: 'mailboxes',
  description: 'Counts letters that come from anywhere.',
  rows: one('Person'),
  fields: {
    id: field.key('The key.'),
    personId: field.reference('Person', 'Whose.', { unique: true }),
    letters: field.integer('How many.'),
  },
  derive: { from: ['Letter'], make: (_, sources) => ({ letters: sources.rows(Letter, 'toId').length }) },
});

const Visit = defineEntity({
  name: 'Visit',
  description: 'A series that says for itself whose its rows are.',
  rows: many('Person', 1),
  fields: { id: field.key('The key.'), hostId: field.reference('Person', 'Who is visited.') },
  series: ({ address: [person = 0] }, count) => Array.from({ length: count }, () => ({ hostId: [person ^ 1] })),
});

const Guestbook = defineEntity({
  name: 'Guestbook',
  description: 'Counts visits.',
  rows: one('Person'),
  fields: {
    id: field.key('The key.'),
    hostId: field.reference('Person', 'Whose.', { unique: true }),
    visits: field.integer('How many.'),
  },
  derive: { from: ['Visit'], make: (_, sources) => ({ visits: sources.rows(Visit, 'hostId').length }) },
});

function domainOf(entities: readonly { readonly name: string; readonly fields: AnyEntity['fields'] }[]) {
  return modelOf(
    defineDomain({
      name: 'letters',
      title: 'Letters',
      prefix: '',
      description: 'People and their letters.',
      config,
      presets: { FEW: {} },
      defaultPreset: 'FEW',
      entities,
    }),
  );
}

const streamable = [Person, Letter, Stamp, Postage, Standing];

/** What can be streamed. */
export const letters = domainOf(streamable);

/** With roll-ups whose sources may lie anywhere. */
export const scatteredLetters = domainOf([...streamable, Mailbox, Visit, Guestbook]);
