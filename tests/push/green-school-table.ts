/** A kind of record of the Green School Management System, as the table "API Endpoint Reference" of its plan has it. */
export interface Kind {
  readonly path: string;
  readonly required: readonly string[];
  /** Fields that must hold the id of a record of another kind. */
  readonly references: Readonly<Record<string, string>>;
  readonly unique: readonly (readonly string[])[];
  readonly enumerations?: Readonly<Record<string, readonly string[]>>;
}

const quarters = ['Q1', 'Q2', 'Q3', 'Q4'];

export const kinds: Readonly<Record<string, Kind>> = {
  users: {
    path: 'users',
    required: ['school_id', 'email', 'first_name', 'last_name', 'persona', 'password'],
    references: { school_id: 'schools' },
    unique: [['email']],
    enumerations: { persona: ['admin', 'teacher', 'parent', 'student'] },
  },
  schools: {
    path: 'schools',
    required: ['name', 'address_line1', 'city', 'state', 'country', 'phone', 'email'],
    references: {},
    unique: [['email']],
  },
  teachers: {
    path: 'teachers',
    required: ['school_id', 'user_id', 'employee_id', 'hire_date', 'grade_levels'],
    references: { school_id: 'schools', user_id: 'users' },
    unique: [['employee_id'], ['user_id']],
  },
  parents: {
    path: 'parents',
    required: ['school_id', 'user_id'],
    references: { school_id: 'schools', user_id: 'users' },
    unique: [['user_id']],
  },
  students: {
    path: 'students',
    required: ['school_id', 'user_id', 'student_id', 'grade_level', 'enrollment_date'],
    references: { school_id: 'schools', user_id: 'users' },
    unique: [['student_id'], ['user_id']],
    enumerations: { gender: ['male', 'female', 'other'] },
  },
  'parent-students': {
    path: 'parents/{parent_id}/students',
    required: ['student_id', 'relationship_type'],
    references: { school_id: 'schools', parent_id: 'parents', student_id: 'students' },
    unique: [['parent_id', 'student_id']],
  },
  subjects: {
    path: 'subjects',
    required: ['school_id', 'code', 'name', 'grade_levels'],
    references: { school_id: 'schools' },
    unique: [['school_id', 'code']],
  },
  rooms: {
    path: 'rooms',
    required: ['school_id', 'room_number', 'room_type', 'capacity'],
    references: { school_id: 'schools' },
    unique: [['school_id', 'room_number']],
    enumerations: { room_type: ['classroom', 'lab', 'gym', 'library', 'office'] },
  },
  classes: {
    path: 'classes',
    required: ['school_id', 'subject_id', 'teacher_id', 'code', 'name', 'grade_level', 'quarter'],
    references: { school_id: 'schools', subject_id: 'subjects', teacher_id: 'teachers', room_id: 'rooms' },
    unique: [['school_id', 'code']],
    enumerations: { quarter: quarters },
  },
  'student-classes': {
    path: 'classes/{class_id}/students',
    required: ['student_id', 'enrollment_date'],
    references: { school_id: 'schools', class_id: 'classes', student_id: 'students' },
    unique: [['class_id', 'student_id']],
  },
  lessons: {
    path: 'lessons',
    required: ['school_id', 'class_id', 'teacher_id', 'subject_id', 'title', 'scheduled_date'],
    references: { school_id: 'schools', class_id: 'classes', teacher_id: 'teachers', subject_id: 'subjects', room_id: 'rooms' },
    unique: [],
  },
  assessments: {
    path: 'assessments',
    required: ['school_id', 'student_id', 'class_id', 'subject_id', 'teacher_id', 'title', 'assessment_type', 'quarter'],
    references: {
      school_id: 'schools',
      student_id: 'students',
      class_id: 'classes',
      subject_id: 'subjects',
      teacher_id: 'teachers',
    },
    unique: [],
    enumerations: { assessment_type: ['test', 'quiz', 'project', 'assignment', 'exam'], quarter: quarters },
  },
  attendance: {
    path: 'attendance',
    required: ['school_id', 'student_id', 'attendance_date', 'status'],
    references: { school_id: 'schools', student_id: 'students', class_id: 'classes', recorded_by_id: 'teachers' },
    unique: [['student_id', 'attendance_date']],
    enumerations: { status: ['present', 'absent', 'tardy', 'excused'] },
  },
  events: {
    path: 'events',
    required: ['school_id', 'title', 'event_type', 'start_date', 'end_date'],
    references: { school_id: 'schools', room_id: 'rooms', organizer_id: 'users' },
    unique: [],
  },
  activities: {
    path: 'activities',
    required: ['school_id', 'name', 'activity_type'],
    references: { school_id: 'schools', advisor_id: 'teachers', room_id: 'rooms' },
    unique: [],
  },
  vendors: {
    path: 'vendors',
    required: ['school_id', 'company_name', 'vendor_type', 'status'],
    references: { school_id: 'schools' },
    unique: [],
  },
  merits: {
    path: 'merits',
    required: ['school_id', 'student_id', 'awarded_by_id', 'category', 'points', 'reason'],
    references: { school_id: 'schools', student_id: 'students', awarded_by_id: 'users' },
    unique: [],
  },
};

/** The bulk endpoint of the same table. */
export const bulk = { path: 'attendance/bulk', required: ['attendance_date', 'class_id', 'student_statuses'] };
