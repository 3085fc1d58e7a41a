import type { SchoolConfig } from '../config.ts';
import { hashed } from './hash.ts';
import { classOrdinal, type Section } from './sections.ts';
import { subjectAt, subjectsOfGrade } from './subjects.ts';

/** How often something is taught in each slot of the cycle. */
type Load = Uint16Array;

/**
 * Gives each class one slot of the cycle, in the order the classes come into being, so that later ones move no earlier one.
 *
 * Two subjects of a grade never share a slot: their students are the same. Sections of one subject may. Among the slots
 * left, a class takes the one that its kind of room, then its subject, then the school uses least: what teachers and
 * rooms are needed at once is spread evenly, without knowing them, so that more of them move no slot.
 */
export function placeInSlots(config: SchoolConfig, classes: readonly Section[], slots: number): number[] {
  const board = new Board(config, slots);
  return classes.map((one) => board.place(one));
}

class Board {
  readonly #config: SchoolConfig;
  readonly #slots: number;
  readonly #total: Load;
  readonly #loads = new Map<string, Load>();
  /** For each grade: which subject has each slot, and -1 for none. */
  readonly #grades = new Map<number, Int16Array>();

  constructor(config: SchoolConfig, slots: number) {
    this.#config = config;
    this.#slots = slots;
    this.#total = new Uint16Array(slots);
  }

  place(one: Section): number {
    const loads = [
      this.#load(`need ${subjectAt(this.#config, one.subject).need}`),
      this.#load(`subject ${one.subject}`),
      this.#total,
    ];
    const slot = this.#best(one, loads);
    if (slot < 0) return slot;
    for (const load of loads) load[slot] = (load[slot] ?? 0) + 1;
    this.#grade(one.grade)[slot] = one.subject;
    return slot;
  }

  #best(one: Section, loads: readonly Load[]): number {
    const taken = this.#grade(one.grade);
    const mayOpen = this.#mayOpen(one, taken);
    const ordinal = classOrdinal(one);
    let best = -1;
    for (let slot = 0; slot < this.#slots; slot++) {
      const subject = taken[slot];
      if (subject !== one.subject && !(subject === -1 && mayOpen)) continue;
      if (best < 0 || lighter(loads, ordinal, slot, best)) best = slot;
    }
    return best;
  }

  /** A subject may take another slot as long as one is left for each subject that has none yet. */
  #mayOpen({ grade, subject }: Section, taken: Int16Array): boolean {
    const free = taken.filter((each) => each === -1).length;
    const waiting = subjectsOfGrade(this.#config, grade).filter((each) => each !== subject && !taken.includes(each)).length;
    return free > waiting;
  }

  #load(name: string): Load {
    const load = this.#loads.get(name) ?? new Uint16Array(this.#slots);
    this.#loads.set(name, load);
    return load;
  }

  #grade(grade: number): Int16Array {
    const taken = this.#grades.get(grade) ?? new Int16Array(this.#slots).fill(-1);
    this.#grades.set(grade, taken);
    return taken;
  }
}

/** Whether a slot is less used than another; ties are decided by the class. */
function lighter(loads: readonly Load[], ordinal: number, slot: number, other: number): boolean {
  for (const load of loads) {
    const difference = (load[slot] ?? 0) - (load[other] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return hashed(ordinal, slot) < hashed(ordinal, other);
}
