import { field } from '../../definition/index.ts';
import { subjectAt } from './contexts/subjects.ts';
import { subjectDescriptions } from './tables/subjects.ts';
import { defineEntity, many } from './vocabulary.ts';

export const Subject = defineEntity({
  name: 'Subject',
  description: 'A subject that the school teaches.',
  rows: many('School', 'subjects'),
  fields: {
    id: field.key('The key of the subject.'),
    schoolId: field.reference('School', 'The school that teaches the subject.'),
    code: field.string('The short name, unique within the school: MATH.', { index: true, filter: true, order: true }),
    name: field.string('The name: Mathematics.', { filter: true, order: true }),
    description: field.string('What the subject is about.'),
    category: field.enumeration(['core', 'elective'], 'Whether everyone needs it.', { filter: true, order: true }),
    gradeLevels: field.integers('The grades in which the subject is taught.'),
    color: field.string('For calendars and charts: # and six hexadecimal digits.'),
    passingScore: field.integer('The percentage from which an assessment is passed.', { filter: true }),
    sortOrder: field.integer('The place in lists, from 1.', { filter: true, order: true }),
    isActive: field.boolean('Whether the subject is taught at present.', { filter: true }),
  },
  values: {
    code: ({ config, index }) => subjectAt(config, index).code,
    name: ({ config, index }) => subjectAt(config, index).name,
    description: ({ config, index }) => {
      const { code, name } = subjectAt(config, index);
      return subjectDescriptions[code] ?? `${name} as the school teaches it.`;
    },
    category: ({ config, index }) => subjectAt(config, index).category,
    gradeLevels: ({ config, index }) => subjectAt(config, index).gradeLevels,
    color: ({ config, index }) => subjectAt(config, index).color,
    passingScore: () => 60,
    sortOrder: ({ index }) => index + 1,
    isActive: () => true,
  },
});
