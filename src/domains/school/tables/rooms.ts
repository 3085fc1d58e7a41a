import type { RoomType } from '../contexts/rooms.ts';

/** What rooms of a type are like. */
interface RoomKind {
  readonly name: string;
  /** Persons, from and to. Classrooms and laboratories hold a class of 30. */
  readonly capacity: readonly [number, number];
  readonly equipment: readonly string[];
  /** Square feet, from and to: 900 for a classroom of 30 is a common guideline. */
  readonly area: readonly [number, number];
}

export const roomKinds: Readonly<Record<RoomType, RoomKind>> = {
  classroom: {
    name: 'Classroom',
    capacity: [30, 34],
    equipment: ['Whiteboard', 'Projector', 'Document camera', 'Reading corner', 'Computer cart', 'Sound system'],
    area: [850, 1_000],
  },
  lab: {
    name: 'Laboratory',
    capacity: [30, 32],
    equipment: ['Sinks', 'Microscopes', 'Safety shower', 'Projector', 'Fume hood', 'Balances'],
    area: [1_100, 1_400],
  },
  gym: {
    name: 'Gymnasium',
    capacity: [200, 400],
    equipment: ['Basketball hoops', 'Mats', 'Bleachers', 'Sound system', 'Climbing wall', 'Volleyball nets'],
    area: [6_000, 9_000],
  },
  library: {
    name: 'Library',
    capacity: [50, 90],
    equipment: ['Bookshelves', 'Computers', 'Study tables', 'Projector', 'Printer'],
    area: [2_000, 3_500],
  },
  office: { name: 'Office', capacity: [4, 12], equipment: ['Desks', 'Printer', 'Phone', 'Filing cabinets'], area: [150, 400] },
};
