import { graphql } from 'react-relay';

// Relay puts what comes back at the end of the lists that are shown.
export const mutation = graphql`
  mutation AddStudentsMutation($input: GenerateStudentsInput!, $connections: [ID!]!) {
    generateStudents(input: $input) {
      students @appendNode(connections: $connections, edgeTypeName: "StudentEdge") {
        id
        ...StudentRow_student
      }
    }
  }
`;
