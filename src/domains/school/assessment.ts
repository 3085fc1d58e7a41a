import { field } from '../../definition/index.ts';
import { assessmentTypes, markOf } from './contexts/marks.ts';
import { classOrdinal } from './contexts/sections.ts';
import { feedback } from './tables/comments.ts';
import { defineEntity, many } from './vocabulary.ts';

const TITLES = { test: 'Test', quiz: 'Quiz', project: 'Project', assignment: 'Assignment', exam: 'Exam' } as const;
/** How much an assessment of a type counts. Common practice. */
const WEIGHTS = { test: 0.2, quiz: 0.1, project: 0.2, assignment: 0.05, exam: 0.3 } as const;

export const Assessment = defineEntity({
  name: 'Assessment',
  description: 'A graded piece of work of one student.',
  rows: many('Student', 'assessmentsPerStudent'),
  fields: {
    id: field.key('The key of the assessment.'),
    schoolId: field.reference('School', 'The school.'),
    studentId: field.reference('Student', 'Whose work it is.'),
    classId: field.reference('Class', 'The class in which it was given.'),
    subjectId: field.reference('Subject', 'The subject of the class.'),
    teacherId: field.reference('Teacher', 'The teacher of the class, who graded it.'),
    title: field.string('The title: the topic and the type.', { filter: true, order: true }),
    assessmentType: field.enumeration(assessmentTypes, 'What kind of work it is.', { filter: true, order: true }),
    topic: field.string('The topic of the curriculum.', { filter: true, order: true }),
    assessmentDate: field.date('The school day on which it was given.', { index: true, filter: true, order: true }),
    quarter: field.string('The quarter of its date: Q1, Q2, Q3 or Q4.', { filter: true, order: true }),
    score: field.integer('The points reached.', { filter: true, order: true }),
    maxScore: field.integer('The most points.', { filter: true, order: true }),
    percentage: field.float('Points reached, in percent of the most.', { digits: 1, filter: true, order: true }),
    letterGrade: field.string('A from 90 %, B from 80 %, C from 70 %, D from 60 %, else F.', { filter: true, order: true }),
    weight: field.float('How much it counts.', { digits: 2, filter: true }),
    feedback: field.string('What the teacher wrote; null for nothing.', { optional: true }),
  },
  person: { via: 'studentId' },
  links: {
    classId: (scope) => [scope.address[0] ?? 0, classOrdinal(markOf(scope).section)],
    subjectId: (scope) => [scope.address[0] ?? 0, markOf(scope).section.subject],
    teacherId: (scope) => [scope.address[0] ?? 0, markOf(scope).teacher],
  },
  values: {
    title: (scope) => `${markOf(scope).common.topic} ${TITLES[markOf(scope).type]}`,
    assessmentType: (scope) => markOf(scope).type,
    topic: (scope) => markOf(scope).common.topic,
    assessmentDate: (scope) => markOf(scope).on.date,
    quarter: (scope) => markOf(scope).on.quarter,
    score: (scope) => markOf(scope).score,
    maxScore: (scope) => markOf(scope).maxScore,
    percentage: (scope) => markOf(scope).percentage,
    letterGrade: (scope) => markOf(scope).letter,
    weight: (scope) => WEIGHTS[markOf(scope).type],
    feedback: (scope) => (scope.random.chance(0.5) ? scope.random.pick(feedback[markOf(scope).letter]) : null),
  },
});
