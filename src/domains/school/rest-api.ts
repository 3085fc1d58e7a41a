import type { RestApi } from '../../definition/index.ts';

/**
 * The API of the Green School Management System, as its architecture plan lists it under "API Endpoint Reference". `required` are
 * the "Required Fields" there. The natural keys are our own: what is unique by construction, or within one school.
 */
export const restApi: RestApi = {
  prefix: '/api/v1',
  resources: {
    School: {
      path: '/schools',
      required: ['name', 'addressLine1', 'city', 'state', 'country', 'phone', 'email'],
      naturalKey: ['email'],
    },
    User: {
      path: '/users',
      required: ['schoolId', 'email', 'firstName', 'lastName', 'persona', 'password'],
      // The server's own: when it made the account, and when it was used there.
      omit: ['createdAt', 'lastLoginAt'],
      secrets: ['password'],
      naturalKey: ['email'],
    },
    Teacher: {
      path: '/teachers',
      required: ['schoolId', 'userId', 'employeeId', 'hireDate', 'gradeLevels'],
      naturalKey: ['employeeId'],
    },
    Parent: { path: '/parents', required: ['schoolId', 'userId'], naturalKey: ['userId'] },
    Student: {
      path: '/students',
      required: ['schoolId', 'userId', 'studentId', 'gradeLevel', 'enrollmentDate'],
      naturalKey: ['studentId'],
    },
    ParentStudent: {
      path: '/parents/{parentId}/students',
      required: ['studentId', 'relationshipType'],
      naturalKey: ['parentId', 'studentId'],
    },
    Subject: {
      path: '/subjects',
      required: ['schoolId', 'code', 'name', 'gradeLevels'],
      naturalKey: ['schoolId', 'code'],
    },
    Room: {
      path: '/rooms',
      required: ['schoolId', 'roomNumber', 'roomType', 'capacity'],
      naturalKey: ['schoolId', 'roomNumber'],
    },
    Class: {
      path: '/classes',
      required: ['schoolId', 'subjectId', 'teacherId', 'code', 'name', 'gradeLevel', 'quarter'],
      naturalKey: ['schoolId', 'code'],
    },
    StudentClass: {
      path: '/classes/{classId}/students',
      required: ['studentId', 'enrollmentDate'],
      naturalKey: ['classId', 'studentId'],
    },
    Lesson: {
      path: '/lessons',
      required: ['schoolId', 'classId', 'teacherId', 'subjectId', 'title', 'scheduledDate'],
      // A class meets once a day.
      naturalKey: ['classId', 'scheduledDate'],
    },
    Assessment: {
      path: '/assessments',
      required: ['schoolId', 'studentId', 'classId', 'subjectId', 'teacherId', 'title', 'assessmentType', 'quarter'],
      naturalKey: ['studentId', 'classId', 'title', 'assessmentType', 'assessmentDate'],
    },
    Attendance: {
      path: '/attendance',
      required: ['schoolId', 'studentId', 'attendanceDate', 'status'],
      naturalKey: ['studentId', 'attendanceDate'],
      bulk: { path: '/attendance/bulk', groupBy: ['classId', 'attendanceDate', 'schoolId'], list: 'student_statuses' },
    },
    Event: {
      path: '/events',
      required: ['schoolId', 'title', 'eventType', 'startDate', 'endDate'],
      naturalKey: ['schoolId', 'title', 'startDate'],
    },
    Activity: {
      path: '/activities',
      required: ['schoolId', 'name', 'activityType'],
      naturalKey: ['schoolId', 'name'],
    },
    Vendor: {
      path: '/vendors',
      required: ['schoolId', 'companyName', 'vendorType', 'status'],
      naturalKey: ['schoolId', 'companyName', 'vendorType'],
    },
    Merit: {
      path: '/merits',
      required: ['schoolId', 'studentId', 'awardedById', 'category', 'points', 'reason'],
      naturalKey: ['studentId', 'awardedDate', 'category', 'points', 'reason'],
    },
  },
};
