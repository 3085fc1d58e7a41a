import { test as base, expect } from '@playwright/test';
import { createTestGateway } from 'seedgraph/testing';

/** `page` with a gateway of its own behind `/graphql`; no port, so that workers never meet. */
const test = base.extend({
  page: async ({ page }, use) => {
    await using gateway = await createTestGateway({ preset: 'SMALL', seed: 7 });
    await page.route('**/graphql', async (route) => {
      const request = route.request();
      const response = await gateway.fetch(request.url(), {
        method: request.method(),
        headers: request.headers(),
        body: request.postData(),
      });
      await route.fulfill({
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: await response.text(),
      });
    });
    await use(page);
  },
});

test('the page shows how many students there are', async ({ page }) => {
  // Your application: await page.goto('/students');
  const application = `<h1></h1><script type="module">
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ students { totalCount } }' }),
    });
    const { data } = await response.json();
    document.querySelector('h1').textContent = data.students.totalCount + ' students';
  </script>`;
  await page.route('http://app.example/', (route) => route.fulfill({ contentType: 'text/html', body: application }));
  await page.goto('http://app.example/');

  await expect(page.getByRole('heading')).toHaveText('10 students');
});
