import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSchema, createYoga } from 'graphql-yoga';
import type { Rows, School, Student } from './operations.ts';

/* Plain graphql-yoga over JavaScript Maps: what an answer costs at the least when everything is at hand. */

const { students, schools } = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Rows;
const studentById = new Map(students.map((student) => [student.id, student]));
const schoolById = new Map(schools.map((school) => [school.id, school]));
const studentsOf = Map.groupBy(students, ({ school_id }) => school_id);

const yoga = createYoga({
  logging: false,
  schema: createSchema({
    typeDefs: `
      type Query { student(id: ID!): Student  students(first: Int!): Students! }
      type Students { nodes: [Student!]! }
      type Student { id: ID!  studentId: String!  gradeLevel: Int!  school: School! }
      type School { id: ID!  name: String!  students(first: Int!): Students! }
    `,
    resolvers: {
      Query: {
        student: (_root, { id }: { id: string }) => studentById.get(id),
        students: (_root, { first }: { first: number }) => ({ nodes: students.slice(0, first) }),
      },
      Student: { school: ({ school_id }: Student) => schoolById.get(school_id) },
      School: {
        students: ({ id }: School, { first }: { first: number }) => ({ nodes: studentsOf.get(id)?.slice(0, first) ?? [] }),
      },
    },
  }),
});

const server = createServer(yoga).listen(0, '127.0.0.1', () => {
  // A server that listens on a port has an address of this form.
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`);
});
