import { apportion } from '../../../definition/index.ts';
import type { SchoolConfig } from '../config.ts';
import { perConfig } from './per-config.ts';

/** Where a student comes in: the grade, and how many of that grade come before. */
export interface Intake {
  readonly grade: number;
  readonly rank: number;
}

/**
 * Which grade each student is in: student i gets seat i of Webster's method over the weights of the grades, so that
 * more students change no earlier one's grade.
 */
class Intakes {
  readonly #weights: Readonly<Record<string, number>>;
  #seats: Intake[] = [];

  constructor(weights: Readonly<Record<string, number>>) {
    this.#weights = weights;
  }

  of(student: number): Intake {
    if (student >= this.#seats.length) this.#extend(Math.max(student + 1, 2 * this.#seats.length, 64));
    const seat = this.#seats[student];
    if (!seat) throw new RangeError(`There is no student ${student}.`);
    return seat;
  }

  #extend(length: number): void {
    const ranks = new Map<string, number>();
    this.#seats = apportion(this.#weights, length).map((grade) => {
      const rank = ranks.get(grade) ?? 0;
      ranks.set(grade, rank + 1);
      return { grade: Number(grade), rank };
    });
  }
}

const intakesOf = perConfig((config: SchoolConfig) => new Intakes(config.gradeDistribution));

/** The grade and rank of a student, whether or not the configuration holds that many. */
export const intakeOf = (config: SchoolConfig, student: number): Intake => intakesOf(config).of(student);

/** How many students each grade has; grades without any are left out. In the order in which grades get their first. */
export const gradeSizes = perConfig((config: SchoolConfig): ReadonlyMap<number, number> => {
  const sizes = new Map<number, number>();
  for (let student = 0; student < config.volumes.students; student++) {
    const { grade, rank } = intakeOf(config, student);
    sizes.set(grade, rank + 1);
  }
  return sizes;
});
