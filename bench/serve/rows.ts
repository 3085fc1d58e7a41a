import type { Rows, School, Student } from './operations.ts';

interface Page {
  readonly students: {
    readonly nodes: readonly (Omit<Student, 'email' | 'school_id'> & { schoolId: string; user: { email: string } })[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

/** Sends one operation and gives its data. @throws Error with the first error's message. */
export async function ask<Data>(url: string, query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Data> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data: Data; errors?: { message: string }[] };
  if (errors?.[0]) throw new Error(errors[0].message);
  return data;
}

/** All students and schools, read from the gateway page by page. */
export async function readRows(url: string): Promise<Rows> {
  const students: Student[] = [];
  for (let after: string | null = null; ; ) {
    const page: Page = await ask(
      url,
      `query Page($after: String) { students(first: 1000, after: $after) {
        nodes { id studentId gradeLevel schoolId user { email } } pageInfo { hasNextPage endCursor } } }`,
      { after },
    );
    students.push(
      ...page.students.nodes.map(({ schoolId, user, ...rest }) => ({ ...rest, email: user.email, school_id: schoolId })),
    );
    if (!page.students.pageInfo.hasNextPage) break;
    after = page.students.pageInfo.endCursor;
  }
  const { schools } = await ask<{ schools: { nodes: School[] } }>(url, '{ schools(first: 1000) { nodes { id name } } }');
  return { students, schools: schools.nodes };
}
