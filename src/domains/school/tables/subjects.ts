/** A subject as the configuration describes it. */
interface SubjectEntry {
  readonly code: string;
  readonly name: string;
  readonly category: 'core' | 'elective';
  readonly gradeLevels: readonly number[];
  readonly color: string;
}

const oneToSeven = [1, 2, 3, 4, 5, 6, 7];
const all = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** The six subjects of the source document. */
export const documentSubjects: readonly SubjectEntry[] = [
  { code: 'MATH', name: 'Mathematics', category: 'core', gradeLevels: oneToSeven, color: '#FF5733' },
  { code: 'ELA', name: 'English Language Arts', category: 'core', gradeLevels: oneToSeven, color: '#33C1FF' },
  { code: 'SCI', name: 'Science', category: 'core', gradeLevels: oneToSeven, color: '#4CAF50' },
  { code: 'SS', name: 'Social Studies', category: 'core', gradeLevels: oneToSeven, color: '#9C27B0' },
  { code: 'ART', name: 'Art', category: 'elective', gradeLevels: oneToSeven, color: '#FF9800' },
  { code: 'PE', name: 'Physical Education', category: 'elective', gradeLevels: oneToSeven, color: '#F44336' },
];

/** Used in this order when more subjects are asked for than are configured. */
export const extraSubjects: readonly SubjectEntry[] = [
  { code: 'MUS', name: 'Music', category: 'elective', gradeLevels: all, color: '#E91E63' },
  { code: 'SPAN', name: 'Spanish', category: 'elective', gradeLevels: all, color: '#FFC107' },
  { code: 'TECH', name: 'Technology', category: 'elective', gradeLevels: all, color: '#00BCD4' },
  { code: 'HLTH', name: 'Health', category: 'elective', gradeLevels: all, color: '#8BC34A' },
  { code: 'LIB', name: 'Library Skills', category: 'elective', gradeLevels: all, color: '#795548' },
  { code: 'DRAMA', name: 'Drama', category: 'elective', gradeLevels: all, color: '#673AB7' },
  { code: 'FREN', name: 'French', category: 'elective', gradeLevels: all, color: '#3F51B5' },
  { code: 'DANCE', name: 'Dance', category: 'elective', gradeLevels: all, color: '#F06292' },
  { code: 'CODE', name: 'Coding', category: 'elective', gradeLevels: all, color: '#009688' },
  { code: 'MAND', name: 'Mandarin', category: 'elective', gradeLevels: all, color: '#D84315' },
];

/** What a subject is about, for its description; by code. */
export const subjectDescriptions: Readonly<Record<string, string>> = {
  MATH: 'Number sense, operations, geometry, measurement and data.',
  ELA: 'Reading, writing, speaking, listening and language.',
  SCI: 'Life, physical, earth and space science through inquiry.',
  SS: 'History, geography, civics and economics.',
  ART: 'Drawing, painting, sculpture and the history of art.',
  PE: 'Fitness, motor skills, teamwork and games.',
  MUS: 'Singing, instruments, notation and listening.',
  SPAN: 'Spoken and written Spanish, and the cultures it is spoken in.',
  TECH: 'Digital tools, media and responsible use.',
  HLTH: 'Nutrition, safety, growth and well-being.',
  LIB: 'Finding, judging and citing sources.',
  DRAMA: 'Acting, improvisation and stagecraft.',
  FREN: 'Spoken and written French, and the cultures it is spoken in.',
  DANCE: 'Movement, rhythm and choreography.',
  CODE: 'Algorithms, programs and debugging.',
  MAND: 'Spoken and written Mandarin, and the cultures it is spoken in.',
};
