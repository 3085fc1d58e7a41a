/** What GraphiQL shows to a person who opens it for the first time. */
export const firstSteps = `# Seedgraph makes relational data and answers queries
# over it. Ctrl-Enter runs; choose from the list:
#
# 1. SeedSchool fills the dataset with a whole school.
#    The same seed always gives the same data; the
#    presets MEDIUM and LARGE make more.
# 2. Students asks for some of it. Ctrl-Space completes
#    names as you type.
# 3. Dataset shows how much there is.
#
# A dataset of your own: add {"x-dataset": "my-tests"}
# under Headers, below.

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
