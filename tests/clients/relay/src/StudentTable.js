import { graphql } from 'react-relay';

export const query = graphql`
  query StudentTableQuery($filter: StudentFilter) {
    ...StudentTable_students @arguments(filter: $filter)
  }
`;

// For usePaginationFragment, on the root; another filter is another list.
export const students = graphql`
  fragment StudentTable_students on Query
  @argumentDefinitions(
    filter: { type: "StudentFilter" }
    count: { type: "Int", defaultValue: 3 }
    cursor: { type: "String" }
  )
  @refetchable(queryName: "StudentTablePaginationQuery") {
    students(first: $count, after: $cursor, filter: $filter) @connection(key: "StudentTable_students", filters: ["filter"]) {
      edges {
        node {
          id
          ...StudentRow_student
        }
      }
    }
  }
`;
