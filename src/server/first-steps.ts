/**
 * What GraphiQL shows to a person who opens it for the first time. In a window 1280 pixels wide its editor shows 50 columns; what is
 * longer is cut off.
 */
export const firstSteps = `# Seedgraph makes relational data and answers
# queries over it. Press ▶ and choose a step, or
# put the cursor into one and press Ctrl-Enter.
#
# 1. SeedSchool fills the dataset with a school;
#    what it held is replaced. Equal seeds give
#    equal data; MEDIUM and LARGE make more.
# 2. Students shows the first three of grade 3.
#    Ctrl-Space completes names as you type.
# 3. Dataset shows how much there is, and figures
#    for a chart of marks.
#
# A dataset of your own: open Headers, below, and
# write {"x-dataset": "my-tests"} there.

mutation SeedSchool {
  seedSchool(preset: SMALL, seed: 42)
}

query Students {
  students(
    first: 3
    filter: { gradeLevel: { eq: 3 } }
    orderBy: [{ field: STUDENT_ID }]
  ) {
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
  assessmentsAggregate(
    groupBy: [ASSESSMENT_TYPE]
  ) {
    keys {
      value
    }
    count
    avg {
      percentage
    }
  }
}
`;
