/** What GraphiQL shows to a person who opens it for the first time. */
export const firstSteps = `# Seedgraph makes relational data, and answers queries over it.
#
# 1. Fill the dataset with a whole school: run SeedSchool (Ctrl-Enter, choose it from the list).
#    The same seed always gives the same data; preset MEDIUM or LARGE makes more.
#
# 2. Ask for what is in it: run Students. Ctrl-Space completes names as you type.
#
# 3. See how much there is: run Dataset.
#
# Another header than none: {"x-dataset": "my-tests"} reads and writes a dataset of your own.

mutation SeedSchool {
  seedSchool(preset: SMALL)
}

query Students {
  students(first: 3, filter: { gradeLevel: { eq: 3 } }) {
    totalCount
    nodes {
      id
      studentId
      user {
        firstName
        lastName
        email
      }
      assessments(first: 2) {
        nodes {
          title
          score
        }
      }
    }
  }
}

query Dataset {
  dataset {
    seed
    preset
    digest
    counts {
      entity
      count
    }
  }
}
`;
