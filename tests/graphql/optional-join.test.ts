import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { defineDomain, field, modelOf, vocabulary } from '../../src/definition/index.ts';
import { harness } from './harness.ts';

const volume = (preset: number) => z.int().min(0).default(preset);
const config = z.strictObject({
  volumes: z.strictObject({ rooms: volume(3), people: volume(2), seats: volume(2) }).prefault({}),
});
const { defineEntity, root, many } = vocabulary<z.output<typeof config>>();

const Room = defineEntity({
  name: 'Room',
  description: 'A room.',
  rows: root('rooms'),
  fields: { id: field.key('The key.'), number: field.integer('Which.', { filter: true, order: true }) },
  values: { number: ({ index }) => index },
});

const Person = defineEntity({
  name: 'Person',
  plural: 'people',
  description: 'A person.',
  rows: root('people'),
  fields: { id: field.key('The key.'), number: field.integer('Which.', { filter: true, order: true }) },
  values: { number: ({ index }) => index },
});

/** Room 0 has two empty seats, room 1 an empty one and person 0, room 2 an empty one and person 1. */
const Seat = defineEntity({
  name: 'Seat',
  description: 'A seat, empty or not.',
  rows: many('Room', 'seats'),
  joins: ['roomId', 'personId'],
  fields: {
    id: field.key('The key.'),
    roomId: field.reference('Room', 'Where.'),
    personId: field.reference('Person', 'Who sits there.', { optional: true }),
  },
  links: { personId: ({ address: [room = 0], index }) => (room > 0 && index === 1 ? [room - 1] : null) },
  values: {},
});

const parts = { name: 'hall', title: 'Hall', prefix: '', description: 'Seats.', presets: { SMALL: {} }, defaultPreset: 'SMALL' };
const hall = modelOf(defineDomain({ ...parts, config, entities: [Room, Person, Seat] }));

test('rows that join nothing do not count among the rows of a list', async () => {
  const { data, gateway } = await harness(hall);
  onTestFinished(() => gateway.dispose());
  await data('mutation { seedHall }');
  const rooms = async (people: string) => {
    const { rooms: found } = await data<{ rooms: { nodes: { number: number }[] } }>(
      `{ rooms(filter: {people: {${people}}}) { nodes { number } } }`,
    );
    return found.nodes.map(({ number }) => number);
  };
  expect(await rooms('some: {}')).toEqual([1, 2]);
  expect(await rooms('none: {}')).toEqual([0]);
  expect(await rooms('every: {}')).toEqual([0, 1, 2]);
  expect(await rooms('every: {number: {eq: 0}}')).toEqual([0, 1]);
  expect(await rooms('none: {number: {eq: 0}}')).toEqual([0, 2]);
  const { seats } = await data<{ seats: { nodes: { person: { number: number } | null }[] } }>(
    '{ seats(orderBy: [{person: {field: NUMBER, direction: DESC}}]) { nodes { person { number } } } }',
  );
  expect(seats.nodes.map(({ person }) => person?.number ?? null)).toEqual([1, 0, null, null, null, null]);
});
