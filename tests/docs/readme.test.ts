import { execFile, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { getOperationAST, OperationTypeNode, parse, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { StartSeedSchoolDocument } from '../../operations/school/generated/graphql.ts';
import { contractIn } from '../../scripts/contract.ts';
import { modelOf } from '../../src/definition/index.ts';
import { school } from '../../src/domains/school/index.ts';
import { defaultLimits } from '../../src/server/limits/index.ts';
import { serveSchool } from '../clients/serve-school.ts';
import { Client } from '../server/client.ts';
import { collect, type Served, serve } from '../server/served.ts';

/** The README is true: its queries and commands are run as they stand, its tables are held against what they are about. */

const root = join(import.meta.dirname, '../..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const contract = contractIn(root);

/** The blocks in a language, each with the heading that it stands under. */
function blocksOf(language: string): { readonly heading: string; readonly text: string }[] {
  const sections = readme.split(/^#+ (?=[A-Z])/m);
  return sections.flatMap((section) =>
    [...section.matchAll(/^```(\w+)\n(.*?)^```$/gms)]
      .filter(([, name]) => name === language)
      .map(([, , text = '']) => ({ heading: section.split('\n')[0] ?? '', text })),
  );
}

/** Holds SMALL in its dataset `default`. */
let served: Served;

beforeAll(async () => {
  served = await serveSchool();
});

afterAll(() => served.gateway.dispose());

/** A seeding that is under way, for the documents that ask for one. */
async function aJob(): Promise<string> {
  const { startSeedSchool } = await new Client(served.url).data(StartSeedSchoolDocument, {
    preset: 'LARGE',
    dataset: 'followed',
  });
  return startSeedSchool.id;
}

/** A student of the dataset, for the documents that ask for an id. */
async function aStudent(): Promise<string> {
  const document: TypedDocumentNode<{ students: { nodes: { id: string }[] } }> = parse('{ students(first: 1) { nodes { id } } }');
  const { students } = await new Client(served.url).data(document, {});
  return students.nodes[0]?.id ?? '';
}

describe('a GraphQL block under', () => {
  test.each(blocksOf('graphql'))('$heading', async ({ text }) => {
    const document = parse(text);
    expect(validate(contract, document)).toEqual([]);
    const isSubscription = getOperationAST(document)?.operation === OperationTypeNode.SUBSCRIPTION;
    const client = new Client(served.url);
    const answers = isSubscription
      ? await collect(client.socket(document, { id: await aJob() }))
      : [await client.ask(document, { key: 'readme', id: await aStudent() })];
    for (const { data, errors } of answers) {
      expect(errors).toBeUndefined();
      expect(Object.values(data ?? {})).not.toContain(null);
      // An example that finds nothing shows nothing.
      expect(JSON.stringify(data)).not.toContain('"totalCount":0');
    }
    expect(answers.length).toBeGreaterThan(0);
  });
});

describe('a block with curl under', () => {
  const blocks = blocksOf('sh').filter(({ text }) => text.includes('curl '));
  let guarded: Served;
  beforeAll(async () => {
    const [, role, token] = /SEEDGRAPH_TOKENS=(read):(\w+)/.exec(readme) ?? [];
    guarded = await serve(modelOf(school), { tokens: role === 'read' && token ? [{ role, token }] : [] });
  });
  afterAll(() => guarded.gateway.dispose());

  test.for(blocks)('$heading', async ({ text }, context) => {
    if (spawnSync('curl', ['--version']).error && process.env.CI !== 'true') {
      console.warn(`The README's "${text.split('\n')[0]}" is not tested: there is no curl.`);
      return context.skip('there is no curl');
    }
    const { host } = new URL(/authorization/i.test(text) ? guarded.url : served.url);
    const ID = text.includes('$ID') ? await aJob() : '';
    const { stdout } = await promisify(execFile)('sh', ['-ec', text.replaceAll('localhost:4000', host)], {
      env: { ...process.env, ID },
    });
    expect(stdout).toContain('"data"');
    expect(stdout).not.toContain('"errors"');
  });
});

test('the first table leads to every section, and every link within the page to a heading', () => {
  const anchorOf = (heading: string) =>
    `#${heading
      .toLowerCase()
      .replaceAll(/[^\w -]/g, '')
      .replaceAll(' ', '-')}`;
  const headings = (marks: string) =>
    [...readme.matchAll(new RegExp(`^${marks} (.+)$`, 'gm'))].map(([, text = '']) => anchorOf(text));
  const linksIn = (text: string) => new Set([...text.matchAll(/\]\((#[^)]+)\)/g)].map(([, link = '']) => link));
  const [start = ''] = readme.split('\n## ');
  expect([...linksIn(start)].toSorted()).toEqual(headings('##').toSorted());
  expect([...linksIn(readme)].filter((link) => !headings('###?').includes(link))).toEqual([]);
});

describe('a table', () => {
  const section = (title: string) => readme.split(`### ${title}\n`)[1]?.split(/^#/m)[0] ?? '';

  test('has all flags, with their variables', () => {
    const { stdout } = spawnSync(process.execPath, [join(root, 'src/server/main.ts'), '--help'], { encoding: 'utf8' });
    const flags = stdout.replaceAll(/\s+/g, ' ').matchAll(/(--[a-z-]+) <.*?env: (\w+)\)/g);
    const rows = readme.matchAll(/^\| `(--[a-z-]+) \S+` \| `(\w+)` \|/gm);
    expect([...rows].map(([, ...cells]) => cells)).toEqual([...flags].map(([, ...cells]) => cells));
  });

  test('has all limits, with their defaults', () => {
    const rows = section('Limits').matchAll(/^\| `(\w+)` \| (\w+) \|/gm);
    const limits = Object.entries(defaultLimits).map(([name, value]) => [name, String(value)]);
    expect([...rows].map(([, ...cells]) => cells)).toEqual(limits);
  });

  test('has all error codes that clients meet', () => {
    const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter(
      // Domains are data, and have codes of subjects.
      (name) => name.endsWith('.ts') && !name.startsWith('domains'),
    );
    const raised = /(?:Error\(|refuse\(|code: )\s*'([A-Z_]{4,})'/g;
    const codes = sources.flatMap((name) =>
      [...readFileSync(join(root, 'src', name), 'utf8').matchAll(raised)].map(([, code = '']) => code),
    );
    const missing = new Set(codes.filter((code) => !readme.includes(code) && !elsewhere.has(code)));
    expect(codes.length).toBeGreaterThan(30);
    expect([...missing]).toEqual([]);
  });
});

/** Codes that no client meets: of wrong usage at the start, of the test kit and of definitions, and of answers that nobody waits for. */
const elsewhere: ReadonlySet<string> = new Set([
  'GATEWAY_DISPOSED',
  'INVALID_DEFINITION',
  'INVALID_LIMIT',
  'INVALID_PROJECT',
  'INVALID_STORE_URL',
  'INVALID_TOKENS',
  'NOT_EXECUTABLE',
  'PRESET_REQUIRED',
  'PROJECT_NOT_FOUND',
  'REQUEST_ABANDONED',
  'SEEDING_FAILED',
  'TOKEN_REQUIRED',
  'UNKNOWN_DOMAIN',
  'UNKNOWN_PRESET',
]);
