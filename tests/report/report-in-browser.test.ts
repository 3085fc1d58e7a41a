import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from '@playwright/test';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { modelOf } from '../../src/definition/index.ts';
import { school } from '../../src/domains/school/index.ts';
import { reportOn, reportPage } from '../../src/report/index.ts';
import { verifyGeneration } from '../../src/verify/index.ts';
import { openWorkshop, temporaryFolder } from '../support/gateway-parts.ts';

/** The report as a person opens it: from a file, in a browser. */

/** Chromium as Debian packages it; elsewhere where the environment says. */
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const args = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-sync',
];

let browser: Browser | undefined;

beforeAll(async () => {
  if (existsSync(executablePath)) browser = await chromium.launch({ executablePath, args });
  else if (process.env.CI) throw new Error(`There is no browser at ${executablePath}.`);
  else console.warn(`The report is not opened: there is no browser at ${executablePath}; name one in CHROMIUM.`);
}, 60_000);

afterAll(() => browser?.close());

beforeEach((context) => {
  if (!browser) context.skip('there is no browser');
});

const domain = modelOf(school);

async function reportFile(request: object): Promise<{ readonly file: string; readonly charts: number; readonly tables: number }> {
  const { store, jobs } = await openWorkshop([domain]);
  await jobs.wait((await jobs.seed({ domain, dataset: 'default', ...request })).id);
  const generation = await store.open('default', domain);
  if (!generation) throw new Error('Nothing was seeded.');
  const report = await reportOn(generation, { integrity: await verifyGeneration(generation) });
  const file = join(temporaryFolder(), 'report.html');
  writeFileSync(file, reportPage(report));
  const charts = report.sections.flatMap((section) => section.charts);
  const tables = charts.filter(({ chart: { kind } }) => kind === 'table').length;
  return { file, charts: charts.length, tables };
}

/** Texts of pictures that lie over one another, or reach out of their picture, in words. */
function misplacedTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    for (const svg of [...document.querySelectorAll('svg')].filter((each) => each.checkVisibility())) {
      const name = svg.querySelector('title')?.textContent;
      const frame = svg.getBoundingClientRect();
      const texts = [...svg.querySelectorAll('text')].filter((text) => text.textContent);
      const boxes = texts.map((text) => ({ text: text.textContent, box: text.getBoundingClientRect() }));
      for (const [index, { text, box }] of boxes.entries()) {
        if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.bottom > frame.bottom + 1)
          found.push(`${name}: "${text}" reaches out`);
        for (const other of boxes.slice(index + 1)) {
          const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
          const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
          // Letters do not fill the boxes of their lines.
          if (across > 1 && down > 5) found.push(`${name}: "${text}" and "${other.text}"`);
        }
      }
    }
    return found;
  });
}

/** What reaches beyond a narrow screen, and names that are broken into a column of letters. */
function tooLarge(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const wide = [...document.querySelectorAll('html, figure, .roomy, .tight')].filter(
      (each) => each.scrollWidth > each.clientWidth,
    );
    const names = [...document.querySelectorAll('figure > .scroll th[scope=row]')].filter(
      (each) => each.getBoundingClientRect().height > 100,
    );
    return [...wide, ...names].map((each) => each.outerHTML.slice(0, 100));
  });
}

const requests = [
  { name: 'SMALL', request: { preset: 'SMALL' } },
  { name: 'LARGE', request: { preset: 'LARGE' } },
  { name: 'several schools', request: { preset: 'MEDIUM', overrides: { volumes: { schools: 5 } } } },
  {
    name: 'many subjects',
    request: { preset: 'MEDIUM', overrides: { volumes: { subjects: 16, teachers: 60, rooms: 60, lessonsPerClass: 10 } } },
  },
];

describe.each(requests)('of $name', ({ request }) => {
  test('shows every chart, asks for nothing and complains of nothing; no text lies over another', {
    timeout: 60_000,
  }, async () => {
    const { file, charts, tables } = await reportFile(request);
    const page = await browser?.newPage({ viewport: { width: 1280, height: 900 } });
    if (!page) throw new Error('There is no page.');
    const [complaints, asked]: [string[], string[]] = [[], []];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('request', (sent) => asked.push(sent.url()));
    await page.goto(pathToFileURL(file).href);
    expect(await page.locator('figure').count()).toBe(charts);
    expect(await page.locator('figure svg:visible').count()).toBe(charts - tables);
    for (const picture of await page.locator('figure svg:visible').all()) {
      const box = await picture.boundingBox();
      expect(box?.width).toBeGreaterThan(300);
      expect(box?.height).toBeGreaterThan(80);
      expect(await picture.locator('rect, circle, path').count()).toBeGreaterThan(0);
    }
    expect(await misplacedTexts(page)).toEqual([]);
    // The style is the page's own, whatever the policy forbids.
    expect(await page.locator('h1').evaluate((heading) => getComputedStyle(heading).fontWeight)).toBe('700');
    expect(
      await page
        .locator('.charts')
        .first()
        .evaluate((grid) => getComputedStyle(grid).display),
    ).toBe('grid');
    await page.setViewportSize({ width: 400, height: 800 });
    expect(await page.locator('figure svg:visible').count()).toBe(charts - tables);
    expect(await misplacedTexts(page)).toEqual([]);
    expect(await tooLarge(page)).toEqual([]);
    expect(complaints).toEqual([]);
    expect(asked.filter((url) => !url.startsWith('data:'))).toEqual([pathToFileURL(file).href]);
    for (const format of ['A4', 'Letter']) expect((await page.pdf({ format })).length).toBeGreaterThan(10_000);
    await page.close();
  });
});
