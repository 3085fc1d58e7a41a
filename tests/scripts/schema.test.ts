import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSchema } from 'graphql';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const scripts = join(import.meta.dirname, '../../scripts');

const common = `"What can be read." type Query { ping: Int! }`;
const books = `extend type Query { book(id: ID!): Book, shelves: Int }
type Book { title: String!, mood: Mood }
enum Mood { GLAD SAD }
`;

/** A repository of its own, in which the contract has been committed. */
let repository: string;

beforeEach(() => {
  repository = mkdtempSync(join(tmpdir(), 'seedgraph-schema-'));
  mkdirSync(join(repository, 'schema'));
  write('schema/common.graphql', common);
  write('schema/books.graphql', books);
  write('CHANGELOG.md', '# Changelog\n');
  git('init', '--quiet', '--initial-branch', 'main');
  commit('The contract');
});

afterEach(() => rmSync(repository, { recursive: true, force: true }));

function write(path: string, text: string): void {
  writeFileSync(join(repository, path), text);
}

function git(...args: readonly string[]): void {
  execFileSync('git', args, { cwd: repository, stdio: 'pipe' });
}

function commit(message: string): void {
  git('add', '--all');
  const author = ['-c', 'user.name=Ada', '-c', 'user.email=ada@school.example', '-c', 'commit.gpgSign=false'];
  git(...author, 'commit', '--quiet', '--message', message);
}

function run(script: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(scripts, script), ...args], {
    cwd: repository,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

const check = (...args: readonly string[]) => run('check-schema.ts', ...args);

describe('schema:check', () => {
  test('has nothing to say of what is committed, nor of other words for it', () => {
    write('schema/common.graphql', common.replace('can be read', 'there is'));
    expect(check()).toEqual({ status: 0, stdout: 'Nothing that a client could notice has changed since HEAD.\n', stderr: '' });
  });

  test('names harmless changes', () => {
    write('schema/books.graphql', books.replace('title: String!', 'title: String!, pages: Int').replace('SAD', 'SAD CALM'));
    const { status, stdout } = check();
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Dangerous.*\n- .*Mood\.CALM was added/m);
    expect(stdout).toMatch(/^Safe.*\n- .*Book\.pages was added/m);
    expect(stdout).not.toContain('Breaking');
  });

  test('refuses breaking changes until the changelog has their lines', () => {
    write('schema/books.graphql', books.replace(', shelves: Int', '').replace('title: String!', 'title: String'));
    const refused = check();
    expect(refused.status).toBe(1);
    expect(refused.stdout).toMatch(/^Breaking.* \(2\)$/m);
    const asked = refused.stderr.split('\n').filter((line) => line.startsWith('- '));
    expect(asked).toEqual([
      expect.stringContaining('Book.title changed type from String! to String'),
      expect.stringContaining('Query.shelves was removed'),
    ]);
    write('CHANGELOG.md', `# Changelog\n\n${asked[1]} Count books instead.\n`);
    expect(check()).toMatchObject({ status: 1, stderr: expect.not.stringContaining('Query.shelves') });
    write('CHANGELOG.md', `# Changelog\n\n${asked[1]} Count books instead.\n${asked[0]}\n`);
    expect(check()).toMatchObject({ status: 0, stderr: '' });
  });

  test('compares with any commit; what it acknowledged is not acknowledged again', () => {
    write('schema/books.graphql', books.replace(', shelves: Int', ''));
    const line = check()
      .stderr.split('\n')
      .find((each) => each.startsWith('- '));
    write('CHANGELOG.md', `# Changelog\n\n${line}\n`);
    commit('No shelves');
    expect(check().status).toBe(0);
    expect(check('--base', 'HEAD~1')).toMatchObject({ status: 0, stdout: expect.stringContaining('Breaking') });
    write('schema/books.graphql', books);
    commit('Shelves');
    write('schema/books.graphql', books.replace(', shelves: Int', ''));
    expect(check().status).toBe(1);
  });

  test('compares with where the branch left another: what came there since is not missing here', () => {
    git('checkout', '--quiet', '-b', 'other');
    write('schema/books.graphql', books.replace('shelves: Int', 'shelves: Int, authors: Int'));
    commit('Authors');
    git('checkout', '--quiet', 'main');
    expect(check('--base', 'other')).toMatchObject({ status: 0, stdout: expect.stringMatching(/^Nothing/) });
  });

  test.each([
    ['a commit that there is none of', ['--base', 'nowhere'], 'nowhere'],
    ['an unknown flag', ['--bass', 'HEAD'], '--bass'],
  ])('%s ends with 2 and the usage', (_name, args, says) => {
    const { status, stderr } = check(...args);
    expect(status).toBe(2);
    expect(stderr).toContain(says);
    expect(stderr).toContain('usage:');
  });
});

test('schema:merge prints one SDL without extensions', () => {
  const { status, stdout } = run('merge-schema.ts');
  expect(status).toBe(0);
  expect(stdout).not.toContain('extend');
  expect(Object.keys(buildSchema(stdout).getQueryType()?.getFields() ?? {})).toEqual(['ping', 'book', 'shelves']);
  expect(readFileSync(join(repository, 'schema/common.graphql'), 'utf8')).toBe(common);
});
