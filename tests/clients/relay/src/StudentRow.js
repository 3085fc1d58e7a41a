import { graphql } from 'react-relay';

export const student = graphql`
  fragment StudentRow_student on Student {
    studentId
    user {
      firstName
      lastName
    }
  }
`;
