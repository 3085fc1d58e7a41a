/** What is measured. Every server that can answers it with the same fields of the same rows. */
export interface Operation {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** The servers that are measured. */
export type Server = 'seedgraph' | 'floor' | 'peer';

/** A student as `students.json` holds it, for the servers that have no store. */
export interface Student {
  readonly id: string;
  readonly studentId: string;
  readonly gradeLevel: number;
  readonly email: string;
  readonly school_id: string;
}

export interface School {
  readonly id: string;
  readonly name: string;
}

/** All that the servers without a store answer from. */
export interface Rows {
  readonly students: readonly Student[];
  readonly schools: readonly School[];
}

const fields = 'id studentId gradeLevel';

/** One student by id: another one every time would measure the cache of documents, so the id is a variable. */
export function byId(server: Server, { id }: Student): Operation {
  const query = {
    seedgraph: `query ById($id: ID!) { student(by: { id: $id }) { ${fields} } }`,
    floor: `query ById($id: ID!) { student(id: $id) { ${fields} } }`,
    peer: `query ById($id: ID!) { Student(id: $id) { ${fields} } }`,
  };
  return { query: query[server], variables: { id } };
}

/** One student by e-mail. */
export function byEmail(server: Server, { email }: Student): Operation | undefined {
  const query = {
    seedgraph: `query ByEmail($email: String!) { student(by: { email: $email }) { ${fields} } }`,
    floor: undefined,
    peer: `query ByEmail($email: String!) { allStudents(filter: { email: $email }) { ${fields} } }`,
  }[server];
  return query === undefined ? undefined : { query, variables: { email } };
}

/** 50 students, the school of each, and 100 students of each school. */
export function nested(server: Server): Operation | undefined {
  const query = `{ students(first: 50) { nodes { id studentId school { id name students(first: 100) { nodes { ${fields} } } } } } }`;
  return server === 'peer' ? undefined : { query };
}
