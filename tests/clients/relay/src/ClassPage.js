import { graphql } from 'react-relay';

export const query = graphql`
  query ClassPageQuery($first: Int!) {
    classes(first: $first) {
      nodes {
        id
        ...ClassPage_header
        ...Roster_class
      }
    }
  }
`;

export const header = graphql`
  fragment ClassPage_header on Class {
    code
    gradeLevel
    subject {
      name
    }
    teacher {
      user {
        lastName
      }
    }
  }
`;
