import { defineContext, type SchoolScope } from '../vocabulary.ts';
import type { Intake } from './intake.ts';
import { addSection, CLASS_SIZE, classOrdinal, type Section, sectionsOf } from './sections.ts';

/** Places in a row of seats. */
const ROW = 6;
/** Multipliers without a common factor with 30, so that they shuffle the seats of a class. */
const STEPS = [1, 7, 11, 13, 17, 19, 23, 29] as const;

/** How a class is seated: the order of its seats, as a multiplier and a first one. */
const seating = defineContext('Class', 'seating', ({ random }) => ({
  step: random.pick(STEPS),
  first: random.integer(0, CLASS_SIZE - 1),
}));

/**
 * The seat of a student in a class: row and place, unique within the class. It follows from the student's rank within the grade; who
 * stays in a class keeps the seat when sections are added or students come. Students whose grade the user fixed have no
 * rank there and sit at tables of their own.
 */
export function seatOf(scope: SchoolScope, one: Section, { grade, rank }: Intake): string {
  const number = grade === one.grade ? numbersOf(sectionsOf(scope.config).count(one.grade, one.subject))[rank] : undefined;
  if (number === undefined) return `X${grade}-${rank + 1}`;
  const { step, first } = scope.get(seating, [scope.address[0] ?? 0, classOrdinal(one)]);
  const seat = (number * step + first) % CLASS_SIZE;
  return `${String.fromCharCode(65 + Math.floor(seat / ROW))}${(seat % ROW) + 1}`;
}

/** Tables of seats by number of sections; they follow from that alone. */
const tables = new Map<number, Uint8Array>();

function numbersOf(sections: number): Uint8Array {
  let table = tables.get(sections);
  if (!table) {
    table = seated(sections);
    if (tables.size >= 64) tables.clear();
    tables.set(sections, table);
  }
  return table;
}

/**
 * The number of the seat, below 30, of each rank, for as many ranks as that many sections hold. Sections are added one by one:
 * whoever moves to the new one, or comes to fill it up, takes the lowest seat that is free, in the order of ranks; all others stay where they sit.
 */
function seated(sections: number): Uint8Array {
  const section = new Uint16Array(sections * CLASS_SIZE);
  const seats = new Uint8Array(section.length);
  let settled = 0;
  for (let count = 1; count <= sections; count++) {
    if (count > 1) addSection(section, count - 1);
    const taken = Array.from({ length: count }, () => new Set<number>());
    let rank = 0;
    for (; rank < section.length; rank++) {
      const own = section[rank] ?? 0;
      const seatsTaken = taken[own] ?? new Set();
      if (seatsTaken.size === CLASS_SIZE) break;
      const moved = count > 1 && own === count - 1;
      if (rank >= settled || moved) seats[rank] = lowestFree(seatsTaken);
      seatsTaken.add(seats[rank] ?? 0);
    }
    settled = Math.max(settled, rank);
  }
  return seats.slice(0, settled);
}

function lowestFree(taken: ReadonlySet<number>): number {
  let seat = 0;
  while (taken.has(seat)) seat++;
  return seat;
}
