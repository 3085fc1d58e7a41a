import type { SchoolConfig } from '../config.ts';
import { type Curriculum, curricula, genericCurriculum } from '../tables/curriculum.ts';
import { extraSubjects } from '../tables/subjects.ts';
import { perConfig } from './per-config.ts';

/** A subject as configured. */
type SubjectConfig = SchoolConfig['subjects'][number];

/** The kind of room a subject is taught in. */
export type RoomNeed = 'gym' | 'science' | 'classroom';

/** A subject that a school may teach. */
export interface Subject extends SubjectConfig {
  readonly need: RoomNeed;
  readonly curriculum: Curriculum;
}

/**
 * Every subject a school could teach: the configured ones, then the further ones of the table. A school teaches the
 * first `volumes.subjects` of them; teachers may be certified in others too, so that more subjects change no teacher.
 */
export const knownSubjects = perConfig((config: SchoolConfig): readonly Subject[] => {
  const configured = new Set(config.subjects.map(({ code }) => code));
  const further = extraSubjects
    .filter(({ code }) => !configured.has(code))
    .map((subject) => ({ ...subject, gradeLevels: [...subject.gradeLevels] }));
  return [...config.subjects, ...further].map((subject) => ({
    ...subject,
    need: needOf(subject),
    curriculum: curricula[subject.code] ?? genericCurriculum,
  }));
});

/** The subjects that a school teaches. */
export const taughtSubjects = perConfig((config: SchoolConfig) => knownSubjects(config).slice(0, config.volumes.subjects));

/** The subject with a number, taught or not. */
export function subjectAt(config: SchoolConfig, index: number): Subject {
  const subject = knownSubjects(config)[index];
  if (!subject) throw new RangeError(`There is no subject ${index}.`);
  return subject;
}

/** The numbers of the subjects taught in a grade, ascending. */
export const subjectsOfGrade = (config: SchoolConfig, grade: number): readonly number[] =>
  subjectsByGrade(config).get(grade) ?? [];

/** The topics of a subject in a grade, in the order they are taught. */
export function topicsOf({ curriculum }: Subject, grade: number): readonly string[] {
  if (grade <= 3) return curriculum.lower;
  return grade <= 5 ? curriculum.middle : curriculum.upper;
}

/** Every grade the school may have pupils in: configured with a weight, or named by a subject. Ascending. */
export const allGrades = perConfig((config: SchoolConfig): readonly number[] => {
  const weighted = Object.keys(config.gradeDistribution).map(Number);
  const taught = config.subjects.flatMap(({ gradeLevels }) => gradeLevels);
  return [...new Set([...weighted, ...taught])].sort((a, b) => a - b);
});

const subjectsByGrade = perConfig((config: SchoolConfig): ReadonlyMap<number, readonly number[]> => {
  const taught = taughtSubjects(config);
  const indices = (grade: number) => taught.flatMap(({ gradeLevels }, index) => (gradeLevels.includes(grade) ? [index] : []));
  return new Map(Array.from({ length: 12 }, (_, below) => [below + 1, indices(below + 1)]));
});

function needOf({ code, name }: SubjectConfig): RoomNeed {
  if (/^(PE|PHED|GYM)$/.test(code) || /physical education|gymnastics|sports/i.test(name)) return 'gym';
  if (/^(SCI|BIO|CHEM|PHYS)$/.test(code) || /^(general |life |earth |physical )?science$|biology|chemistry|physics/i.test(name)) {
    return 'science';
  }
  return 'classroom';
}
