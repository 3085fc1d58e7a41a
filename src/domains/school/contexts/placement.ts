import { InfeasibleError } from '../../../definition/index.ts';
import type { SchoolConfig } from '../config.ts';
import { defineContext } from '../vocabulary.ts';
import { intakeOf } from './intake.ts';
import { type Section, sectionOfRank, sectionsOf } from './sections.ts';
import { subjectAt, subjectsOfGrade } from './subjects.ts';

/** Where a student sits. */
export interface Placement {
  readonly grade: number;
  /** The student's classes, in the order of subjects; none where the grade has no classes. */
  readonly classes: readonly Section[];
  /** The classes of core subjects (the first class where none is). */
  readonly core: readonly Section[];
  /** The first of those, in which attendance is taken. */
  readonly homeroom: Section | undefined;
}

/** The grades there are. */
const LOWEST_GRADE = 1;
const HIGHEST_GRADE = 12;

/** The grade and classes of a student. A grade that the user fixed wins. */
export const placement = defineContext(
  'Student',
  'placement',
  ({ config, index, given }): Placement => {
    const intake = intakeOf(config, index);
    const grade = fixedGrade(given.gradeLevel) ?? intake.grade;
    const classes = classesOf(config, grade, intake.rank);
    const ofCore = classes.filter(({ subject }) => subjectAt(config, subject).category === 'core');
    const core = ofCore.length > 0 ? ofCore : classes.slice(0, 1);
    return { grade, classes, core, homeroom: core[0] };
  },
  { keep: 1024 },
);

/** @throws InfeasibleError for what is no grade. */
function fixedGrade(given: unknown): number | undefined {
  if (typeof given !== 'number') return undefined;
  if (Number.isInteger(given) && given >= LOWEST_GRADE && given <= HIGHEST_GRADE) return given;
  throw new InfeasibleError(`gradeLevel must be a whole number from ${LOWEST_GRADE} to ${HIGHEST_GRADE}; given ${given}.`, {
    field: 'gradeLevel',
    given,
    min: LOWEST_GRADE,
    max: HIGHEST_GRADE,
  });
}

/** A class of a student by its place in the order of subjects. @throws InfeasibleError for a student without any. */
export function classAt({ grade, classes }: Placement, place: number): Section {
  const one = classes[place];
  if (one) return one;
  throw new InfeasibleError(
    `The student is in grade ${grade}, for which no class is planned: give the grade a weight in gradeDistribution.`,
  );
}

function classesOf(config: SchoolConfig, grade: number, rank: number): Section[] {
  return subjectsOfGrade(config, grade).flatMap((subject) => {
    const count = sectionsOf(config).count(grade, subject);
    return count > 0 ? { grade, subject, section: sectionOfRank(rank, count) } : [];
  });
}
