import { graphql } from 'react-relay';

// A job is a node: each event updates it wherever it is shown.
export const subscription = graphql`
  subscription ProgressSubscription($id: ID!) {
    jobProgress(id: $id) {
      seq
      job {
        id
        ...Progress_job
      }
    }
  }
`;

export const job = graphql`
  fragment Progress_job on Job @refetchable(queryName: "ProgressRefetchQuery") {
    status
    planned
    inserted
  }
`;
