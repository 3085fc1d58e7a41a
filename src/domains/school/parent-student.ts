import { field } from '../../definition/index.ts';
import { family, relationships } from './contexts/people.ts';
import { defineEntity, one } from './vocabulary.ts';

export const ParentStudent = defineEntity({
  name: 'ParentStudent',
  label: 'Parent-student links',
  description: 'The link between a student and the parent who is the contact.',
  rows: one('Student'),
  fields: {
    id: field.key('The key of the link.'),
    schoolId: field.reference('School', 'The school of both.'),
    parentId: field.reference('Parent', 'The parent.'),
    studentId: field.reference('Student', 'The student.'),
    relationshipType: field.enumeration(relationships, 'What the parent is to the student.', { filter: true, order: true }),
    isPrimaryContact: field.boolean('Whether the school calls this parent first.', { filter: true }),
    hasPickupPermission: field.boolean('Whether the parent may pick the student up.', { filter: true }),
    canApproveForms: field.boolean('Whether the parent may sign forms for the student.', { filter: true }),
    isEmergencyContact: field.boolean('Whether the parent is called in an emergency.', { filter: true }),
    livesWith: field.boolean('Whether the student lives with the parent.', { filter: true }),
  },
  joins: ['parentId', 'studentId'],
  links: { parentId: (scope) => scope.get(family).parent },
  values: {
    relationshipType: (scope) => scope.get(family).relationship,
    // The one parent a student has here can do everything, as in the source document.
    isPrimaryContact: () => true,
    hasPickupPermission: () => true,
    canApproveForms: () => true,
    isEmergencyContact: () => true,
    livesWith: () => true,
  },
});
