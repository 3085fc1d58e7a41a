import { graphql } from 'react-relay';

// For usePaginationFragment: the next page of a class is asked for by node(id:).
export const roster = graphql`
  fragment Roster_class on Class
  @argumentDefinitions(count: { type: "Int", defaultValue: 4 }, cursor: { type: "String" })
  @refetchable(queryName: "RosterPaginationQuery") {
    students(first: $count, after: $cursor, orderBy: [{ field: STUDENT_ID }]) @connection(key: "Roster_students") {
      totalCount
      edges {
        node {
          id
          ...StudentRow_student
        }
      }
    }
  }
`;
