import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { StudentsDocument } from '../../operations/school/generated/graphql.ts';
import { modelOf } from '../../src/definition/index.ts';
import { school } from '../../src/domains/school/index.ts';
import { firstSteps } from '../../src/server/first-steps.ts';
import { Client } from '../server/client.ts';
import { type Served, serve } from '../server/served.ts';

/** GraphiQL as a person meets it: in a browser, which may talk to nobody but the gateway. */

/** Chromium as Debian packages it; elsewhere where the environment says. */
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';

const args = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

let browser: Browser | undefined;
let served: Served;
/** A page of a profile of its own. */
let page: Page;
/** What should not happen: requests to elsewhere, errors on the console or in the page. */
let complaints: string[];

beforeAll(() => {
  if (existsSync(executablePath)) return;
  const reason = `There is no browser at ${executablePath}. Install chromium as .ci/run does, or name one in CHROMIUM.`;
  if (process.env.CI) throw new Error(reason);
  console.warn(`GraphiQL is not tested. ${reason}`);
});

beforeEach(async (context) => {
  if (!existsSync(executablePath)) return context.skip('there is no browser');
  served = await serve(modelOf(school));
  browser ??= await chromium.launch({ executablePath, args });
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  complaints = complaintsOf(page);
  await page.goto(served.url);
  await page.getByRole('button', { name: /^Execute query/ }).waitFor();
  await editor().waitFor();
});

afterEach(async () => {
  await page?.close();
  await served?.gateway.dispose();
});

afterAll(() => browser?.close());

function complaintsOf(watched: Page): string[] {
  const seen: string[] = [];
  const { host } = new URL(served.url);
  const visit = (url: string) => {
    // What a page makes itself, blob: and data:, comes from nowhere.
    if (!/^(blob|data):/.test(url) && new URL(url).host !== host) seen.push(`asks ${url}`);
  };
  watched.on('request', (request) => visit(request.url()));
  watched.on('websocket', (socket) => visit(socket.url()));
  watched.on('pageerror', (error) => seen.push(`throws ${error.message}`));
  watched.on('console', (message) => {
    if (message.type() === 'error') seen.push(`says ${message.text()}`);
  });
  return seen;
}

const editor = () => page.locator('.graphiql-query-editor .monaco-editor').first();

/** Types an operation in place of what is there. GraphiQL takes note a moment later, and calls the tab by its name. */
async function type(text: string, name = '<untitled>'): Promise<void> {
  await editor().click();
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
  await page.getByRole('button', { name, exact: true }).waitFor();
}

/** Waits for the answer to hold a text. */
async function answers(text: string): Promise<void> {
  await page.locator('.result-window').filter({ hasText: text }).waitFor();
}

test('the literal mutation, typed and run, shows the id of its job; a query then shows a student', async () => {
  await type('mutation { seedSchool(preset: SMALL) }');
  await page.keyboard.press('Control+Enter');
  await answers('seedSchool');
  const { jobs } = await served.gateway.jobs.list({ limit: 2 });
  expect(jobs).toMatchObject([{ status: 'COMPLETED', dataset: 'default' }]);
  await answers(`"seedSchool": "${jobs[0]?.id}"`);

  await type('query FirstOne { students(first: 1) { nodes { user { firstName lastName } } } }', 'FirstOne');
  await page.getByRole('button', { name: /^Execute query/ }).click();
  const { students } = await new Client(served.url).data(StudentsDocument, { first: 1 });
  const { firstName, lastName } = students.nodes[0]?.user ?? {};
  await answers(`"firstName": "${firstName}"`);
  await answers(`"lastName": "${lastName}"`);
  expect(complaints).toEqual([]);
});

test('no line of the first tab is cut off', async () => {
  const cutOff = async () => {
    const line = editor().locator('.view-line > span').first();
    const column = ((await line.boundingBox())?.width ?? 0) / (await line.innerText()).length;
    const shown = (await editor().locator('.editor-scrollable').boundingBox())?.width ?? 0;
    return column > 0 ? firstSteps.split('\n').filter((text) => text.length * column > shown) : 'nothing is drawn yet';
  };
  // The editor takes its width, and its font, some time after its text.
  await expect.poll(cutOff, { timeout: 30_000 }).toEqual([]);
});

test('Ctrl-Enter runs the operation that the cursor is in', async () => {
  await editor().getByText('Students', { exact: true }).click();
  await page.keyboard.press('Control+Enter');
  await answers('"totalCount": 0');
  expect((await served.gateway.jobs.list({ limit: 1 })).jobs).toEqual([]);
});

test('the first tab explains three steps, which run one after the other from the button', async () => {
  const text = (await editor().innerText()).replaceAll('\u00a0', ' ');
  for (const step of ['# 1. ', '# 2. ', '# 3. ']) expect(text).toContain(step);
  const steps = { SeedSchool: '"seedSchool": "', Students: '"studentId": "STU01000"', Dataset: '"preset": "SMALL"' };
  for (const [name, answer] of Object.entries(steps)) {
    await page.getByRole('button', { name: /^Execute query/ }).click();
    await page.getByRole('menuitem', { name, exact: true }).click();
    await answers(answer);
  }
  expect(complaints).toEqual([]);
});

test('a subscription runs too', async () => {
  const { id } = await served.gateway.jobs.seed({ domain: modelOf(school), preset: 'SMALL', seed: 42, dataset: 'default' });
  await type(`subscription { jobProgress(id: "${id}") { job { status } } }`);
  await page.keyboard.press('Control+Enter');
  await answers('"status": "COMPLETED"');
  expect(complaints).toEqual([]);
});
