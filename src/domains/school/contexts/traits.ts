import { defineContext } from '../vocabulary.ts';
import { knownSubjects } from './subjects.ts';

/** What stays with a student: both are normally distributed over all students, with mean 0 and deviation 1. */
export interface Traits {
  readonly ability: number;
  readonly diligence: number;
  /** Points of a percentage by which the student is better, or worse, in each subject. */
  readonly strengths: readonly number[];
}

/**
 * Correlation of ability and diligence. Intelligence and conscientiousness are nearly unrelated in tests, but grades
 * reward both; a moderate value stands for the common background of both. Our assumption.
 */
const CORRELATION = 0.4;
/** Deviation of a student's subjects around the student's own level, in points of a percentage. Our assumption. */
const STRENGTH = 5;

/** Latent traits from the student's own key. The source of everything that is alike in a student's records. */
export const traits = defineContext(
  'Student',
  'traits',
  ({ config, random }): Traits => {
    const ability = random.normal(0, 1);
    const diligence = CORRELATION * ability + Math.sqrt(1 - CORRELATION ** 2) * random.normal(0, 1);
    return { ability, diligence, strengths: knownSubjects(config).map(() => random.normal(0, STRENGTH)) };
  },
  { keep: 1024 },
);
