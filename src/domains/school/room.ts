import { field } from '../../definition/index.ts';
import { roomTypeAt } from './contexts/rooms.ts';
import { roomKinds } from './tables/rooms.ts';
import { defineEntity, many, type SchoolScope } from './vocabulary.ts';

/** Rooms on a floor; the floor is the first part of the room's number. */
const PER_FLOOR = 20;
const FLOORS = 3;

export const Room = defineEntity({
  name: 'Room',
  description: 'A room of a school.',
  rows: many('School', 'rooms'),
  fields: {
    id: field.key('The key of the room.'),
    schoolId: field.reference('School', 'The school that the room belongs to.'),
    roomNumber: field.string('Building, floor and number, unique within the school: A101.', {
      index: true,
      filter: true,
      order: true,
    }),
    name: field.string('What people call the room.', { filter: true, order: true }),
    roomType: field.enumeration(['classroom', 'lab', 'gym', 'library', 'office'], 'What the room is for.', {
      filter: true,
      order: true,
    }),
    building: field.string('The letter of the building.', { filter: true, order: true }),
    floor: field.integer('The floor, from 1.', { filter: true, order: true }),
    capacity: field.integer('How many people the room holds.', { filter: true, order: true }),
    areaSquareFeet: field.integer('The floor space in square feet.', { filter: true, order: true }),
    equipment: field.strings('What the room is equipped with.'),
    isAccessible: field.boolean('Whether the room can be reached without steps.', { filter: true }),
    isActive: field.boolean('Whether the room is in use.', { filter: true }),
  },
  values: {
    roomNumber: ({ index }) => `${buildingOf(index)}${floorOf(index)}${String((index % PER_FLOOR) + 1).padStart(2, '0')}`,
    name: (scope) => `${kindOf(scope).name} ${buildingOf(scope.index)}${floorOf(scope.index)}-${(scope.index % PER_FLOOR) + 1}`,
    roomType: ({ config, index }) => roomTypeAt(config, index),
    building: ({ index }) => buildingOf(index),
    floor: ({ index }) => floorOf(index),
    capacity: (scope) => scope.random.integer(...kindOf(scope).capacity),
    areaSquareFeet: (scope) => scope.random.integer(...kindOf(scope).area),
    equipment: (scope) => kindOf(scope).equipment.filter(() => scope.random.chance(0.6)),
    isAccessible: ({ index, random }) => floorOf(index) === 1 || random.chance(0.7),
    isActive: () => true,
  },
});

function kindOf({ config, index }: SchoolScope) {
  return roomKinds[roomTypeAt(config, index)];
}

function floorOf(room: number): number {
  return (Math.floor(room / PER_FLOOR) % FLOORS) + 1;
}

/** `A` to `Z`, then `AA` and so on. */
function buildingOf(room: number): string {
  const building = Math.floor(room / (PER_FLOOR * FLOORS));
  const letter = String.fromCharCode(65 + (building % 26));
  return building < 26 ? letter : String.fromCharCode(64 + Math.floor(building / 26)) + letter;
}
