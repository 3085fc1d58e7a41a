beforeEach(() => {
  cy.request('POST', '/graphql', { query: 'mutation { seedSchool(preset: SMALL, seed: 7) }' });
});

it('shows how many students there are', () => {
  cy.visit('/students');
  cy.contains('10 students');
});
