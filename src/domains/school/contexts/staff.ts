import type { SchoolConfig } from '../config.ts';
import { perConfig } from './per-config.ts';
import { allGrades, knownSubjects } from './subjects.ts';

/** What a teacher is certified for. */
export interface Certification {
  /** Numbers of subjects, ascending. */
  readonly subjects: readonly number[];
  readonly grades: readonly number[];
  /** The subject taught most; undefined for a teacher of everything. */
  readonly main: number | undefined;
}

/** Teachers 1 to 4 have half of the subjects and all grades. */
const GENERALISTS = 5;

/**
 * What teacher `index` may teach. It follows from the number alone: the first teaches everything, the next ones half of the
 * subjects in all grades, all others two subjects in the lower or the upper grades. Coverage goes round evenly,
 * so that the first teachers, however many, cover the whole school.
 */
export function certificationOf(config: SchoolConfig, index: number): Certification {
  const made = certifications(config);
  let certification = made.get(index);
  if (!certification) {
    certification = certify(config, index);
    made.set(index, certification);
  }
  return certification;
}

const certifications = perConfig((_config: SchoolConfig) => new Map<number, Certification>());

function certify(config: SchoolConfig, index: number): Certification {
  const total = knownSubjects(config).length;
  const configured = config.subjects.length;
  const grades = allGrades(config);
  if (index === 0) return { subjects: Array.from({ length: total }, (_, subject) => subject), grades, main: undefined };
  const width = index < GENERALISTS ? Math.max(2, Math.ceil(configured / 2)) : 2;
  const turn = index < GENERALISTS ? index - 1 : index - GENERALISTS;
  const core = rotation(turn * width, width, configured);
  const further = rotation(turn * 2, 2, total - configured).map((subject) => subject + configured);
  return {
    subjects: [...new Set([...core, ...further])].sort((a, b) => a - b),
    grades: index < GENERALISTS ? grades : band(grades, Math.floor(turn / Math.ceil(configured / 2))),
    main: core[0],
  };
}

/** `width` numbers below `size`, from `start` on, going round. */
function rotation(start: number, width: number, size: number): number[] {
  return Array.from({ length: Math.min(width, size) }, (_, offset) => (start + offset) % size);
}

/** The lower half of the grades for even turns, the upper for odd ones. */
function band(grades: readonly number[], turn: number): readonly number[] {
  const middle = Math.ceil(grades.length / 2);
  if (grades.length < 2) return grades;
  return turn % 2 === 0 ? grades.slice(0, middle) : grades.slice(middle);
}
