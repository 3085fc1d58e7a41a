import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { exportCache, importCache } from '../../src/cache-file/index.ts';
import { modelOf } from '../../src/definition/index.ts';
import { school } from '../../src/domains/school/index.ts';
import { createJobs, type Jobs } from '../../src/jobs/index.ts';
import { openStore, type Store } from '../../src/store/index.ts';
import { dataVersionOf } from '../../src/version.ts';
import { temporaryFolder } from '../support/gateway-parts.ts';

/** What can go wrong between the command line, files and processes. Whatever it is, the dataset and the file are as they were. */

const entry = join(import.meta.dirname, '../../src/cli/index.ts');
const domain = modelOf(school);
const version = dataVersionOf('');

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [entry, ...args], { encoding: 'utf8', maxBuffer: 2 ** 28 });
  return { status, stdout, stderr };
}

/** A folder with a store, in whose dataset `default` SMALL is, and its cache as JSON and NDJSON. */
async function prepared(folder = temporaryFolder(), preset = 'small') {
  const store = `file:${join(folder, 'store')}`;
  const files = { json: join(folder, 'cache.json'), ndjson: join(folder, 'cache.ndjson') };
  const digest = await withStore(store, async (opened, jobs) => {
    const { id } = await jobs.seed({ domain, dataset: 'default', preset });
    const job = await jobs.wait(id);
    for (const file of Object.values(files)) await exportCache({ store: opened, domain, dataset: 'default', file });
    return job.digest ?? 'not seeded';
  });
  return { folder, store, ...files, digest };
}

async function withStore<T>(url: string, work: (store: Store, jobs: Jobs) => Promise<T>): Promise<T> {
  const store = await openStore(url);
  const jobs = await createJobs({ store, domains: [domain], version });
  try {
    return await work(store, jobs);
  } finally {
    await jobs.close();
    await store.close();
  }
}

const digestIn = (text: string) => /^Digest: (\w{64})$/m.exec(text)?.[1] ?? 'no digest';

/** The digest of a dataset, and how many generations lie in the store: no leftover is among them. */
async function stateOf(store: string, dataset = 'default') {
  const summary = await withStore(store, (_, jobs) => jobs.summary(dataset, domain));
  const files = readdirSync(store.replace('file:', ''), { recursive: true, encoding: 'utf8' });
  return { digest: summary?.digest, generations: files.filter((file) => /^.+\/.+\.sqlite$/.test(file)).length };
}

describe('a file that cannot be read', () => {
  let at: Awaited<ReturnType<typeof prepared>>;
  const folder = mkdtempSync(join(tmpdir(), 'seedgraph-'));
  beforeAll(async () => {
    at = await prepared(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const written = (name: string, content: string | Buffer): string => {
    const file = join(temporaryFolder(), name);
    writeFileSync(file, content);
    return file;
  };
  const half = (file: string): Buffer => readFileSync(file).subarray(0, statSync(file).size / 2);

  test.each([
    ['is missing', (): string => '/nowhere/cache.json', 'CACHE_FILE_UNREADABLE', /there is no such file/],
    ['is a directory', (): string => at.folder, 'CACHE_FILE_UNREADABLE', /it is a directory/],
    ['is empty', () => written('a.json', ''), 'CACHE_FILE_INCOMPLETE', /it is empty/],
    ['is half of JSON', (): string => written('a.json', half(at.json)), 'CACHE_FILE_INCOMPLETE', /its closing brace is missing/],
    ['is half of NDJSON', () => written('a.ndjson', half(at.ndjson)), 'CACHE_FILE_INCOMPLETE', /its (closing|last) line is/],
    [
      'is NDJSON without its closing line',
      () => written('a.ndjson', readFileSync(at.ndjson, 'utf8').split('\n').slice(0, -2).join('\n')),
      'CACHE_FILE_INCOMPLETE',
      /its closing line is missing/,
    ],
    [
      'is NDJSON that lacks a row',
      () => written('a.ndjson', readFileSync(at.ndjson, 'utf8').replace(/\n\["students".*/, '')),
      'CACHE_FILE_INCOMPLETE',
      /9 of 10 rows of "students" are there/,
    ],
    [
      'is half of gzip',
      () => written('a.json.gz', half(written('b', gzipSync(readFileSync(at.json))))),
      'CACHE_FILE_INCOMPLETE',
      /compressed/,
    ],
    [
      'is damaged gzip',
      () => written('a.gz', damaged(gzipSync(readFileSync(at.json)))),
      'CACHE_FILE_UNREADABLE',
      /compression is damaged/,
    ],
    [
      'is garbage',
      () => written('a.json', Buffer.from([0x00, 0xff, 0xfe, 0x80, 0x81, 0x00])),
      'CACHE_FILE_UNREADABLE',
      /neither UTF-8/,
    ],
    ['is another text', () => written('a.json', 'Dear diary,\n'), 'INVALID_CACHE_FILE', /:1: this is not JSON/],
    [
      'holds another domain',
      () => written('a.json', readFileSync(at.json, 'utf8').replace('"domain": "school"', '"domain": "circus"')),
      'CACHE_FILE_MISMATCH',
      /holds the domain "circus"; the domain "school" is expected/,
    ],
    [
      'is of a format to come',
      () => written('a.json', readFileSync(at.json, 'utf8').replace('seedgraph-cache/1', 'seedgraph-cache/2')),
      'CACHE_FILE_UNREADABLE',
      /of the format "seedgraph-cache\/2"/,
    ],
  ] as const)('because it %s', async (_, fileOf, code, message) => {
    const file = fileOf();
    const importing = withStore(at.store, (store) => importCache({ store, domain, version, dataset: 'default', file }));
    await expect(importing).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
    expect(await stateOf(at.store)).toEqual({ digest: at.digest, generations: 1 });
  });

  test('is told by the command, which ends with 1', () => {
    const { status, stdout, stderr } = run('import-cache', '--store', at.store, '--input', '/nowhere/cache.json');
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(
      /^error: The cache file "\/nowhere\/cache\.json" cannot be read: there is no such file\. \(CACHE_FILE_UNREADABLE\)/,
    );
  });

  test('because it may not be read', (context) => {
    const file = written('a.json', '{}');
    chmodSync(file, 0);
    const nobody = { uid: 65_534, gid: 65_534 };
    const asOther = process.getuid?.() === 0 ? nobody : {};
    chmodSync(join(file, '..'), 0o755);
    const args = [entry, 'import-cache', '--store', 'memory:', '--input', file];
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', ...asOther });
    if (/EACCES.*(cli|node)/.test(stderr)) {
      console.warn('That a file may not be read is not tested: another user cannot run the command here.');
      return context.skip('another user cannot run the command here');
    }
    expect(stderr).toMatch(/it may not be read; check its permissions.*\(CACHE_FILE_UNREADABLE\)/);
    expect(status).toBe(1);
  });

  test.each([
    ['no file is named', [], /required option '--input <file>'/],
    ['the mode is none', ['--input', 'x', '--mode', 'merge'], /Allowed choices are replace, fail-if-exists/],
    ['the dataset has no proper name', ['--input', 'x', '--dataset', 'No Good'], /not a dataset's name/],
  ] as const)('is wrong usage when %s', (_, args, message) => {
    const { status, stderr } = run('import-cache', '--store', at.store, ...args);
    expect(stderr).toMatch(message);
    expect(status).toBe(2);
  });

  test('rows that are there can be kept from being replaced', async () => {
    const importInto = (...more: string[]) =>
      run('import-cache', '--store', at.store, '--input', at.json, '--mode', 'fail-if-exists', ...more);
    const { status, stderr } = importInto();
    expect(stderr).toMatch(/The dataset "default" holds 786 rows.*\(DATASET_EXISTS\)/);
    expect(status).toBe(1);
    const elsewhere = importInto('--dataset', 'other');
    expect(elsewhere).toMatchObject({ status: 0, stderr: '', stdout: expect.stringContaining(`Digest: ${at.digest}`) });
  });
});

test('a file of another version comes in, and says so', async () => {
  const { store, json, digest } = await prepared();
  const other = readFileSync(json, 'utf8').replace('"version": "seedgraph ', '"version": "seedgraph 9.');
  writeFileSync(json, other);
  const { status, stdout, stderr } = run('import-cache', '--store', store, '--input', json);
  expect({ status, digest: digestIn(stdout) }).toEqual({ status: 0, digest });
  expect(stderr).toMatch(/^warning: the file was written by version "seedgraph 9\./);
});

test.each(['json', 'ndjson'] as const)('standard output and input carry a dataset as %s to another store', async (format) => {
  const { store, digest } = await prepared();
  const exported = spawnSync(process.execPath, [entry, 'export-cache', '--store', store, '--output', '-', '--format', format]);
  expect(exported.stderr.toString()).toMatch(/Cache exported to: standard output/);
  const args = [entry, 'import-cache', '--store', `file:${temporaryFolder()}`, '--input', '-', '--json'];
  const imported = spawnSync(process.execPath, args, { input: exported.stdout, encoding: 'utf8' });
  expect(JSON.parse(imported.stdout)).toMatchObject({ digest, imported: 0, file: '-' });
});

describe('a disk that is full', () => {
  /** A folder on a disk of its own that holds so many megabytes; undefined where that is not permitted. */
  const smallDisk = (megabytes: number) => {
    const folder = temporaryFolder();
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]).status !== 0) return undefined;
    onTestFinished(() => void spawnSync('umount', [folder]));
    return folder;
  };
  const skip = (context: { skip: (note: string) => void }) => {
    console.warn('A full disk is not tested: no file system can be mounted here.');
    return context.skip('no file system can be mounted');
  };

  test('leaves the file that was there before', async (context) => {
    const disk = smallDisk(1);
    if (!disk) return skip(context);
    const { store } = await prepared();
    const file = join(disk, 'cache.json');
    writeFileSync(file, 'what was there before');
    writeFileSync(join(disk, 'ballast'), Buffer.alloc(900_000));
    const { status, stdout, stderr } = run('export-cache', '--store', store, '--output', file);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(
      /the disk is full; free some space and try again\. What was there before is as it was\. \(CACHE_FILE_UNWRITABLE\)/,
    );
    expect(readFileSync(file, 'utf8')).toBe('what was there before');
    expect(readdirSync(disk).toSorted()).toEqual(['ballast', 'cache.json']);
  });

  test('leaves the dataset that was there before', async (context) => {
    const disk = smallDisk(12);
    if (!disk) return skip(context);
    const { store, digest } = await prepared(disk);
    const large = await prepared(temporaryFolder(), 'large');
    const { status, stderr } = run('import-cache', '--store', store, '--input', large.ndjson);
    expect(stderr).toMatch(/the disk is full\. Free some space and try again; nothing is lost\. \(STORE_FULL\)/);
    expect(status).toBe(1);
    expect(await stateOf(store)).toEqual({ digest, generations: 1 });
  });
});

describe('other processes', () => {
  /** A second process that imports, its standard input still open: it has begun and cannot come to an end. */
  const slowImport = async (store: string, file: string): Promise<ChildProcess> => {
    const child = spawn(process.execPath, [entry, 'import-cache', '--store', store, '--input', '-'], {
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    const whole = readFileSync(file);
    // It may be ended while this is on its way.
    child.stdin?.on('error', () => undefined);
    child.stdin?.write(whole.subarray(0, whole.length - 100));
    const isWriting = () =>
      readdirSync(join(store.replace('file:', ''), 'default')).filter((name) => name.endsWith('.sqlite')).length > 1;
    while (!isWriting()) await new Promise((resolve) => setTimeout(resolve, 20));
    return child;
  };
  const ended = (child: ChildProcess) => new Promise((resolve) => child.once('exit', resolve));

  test('of two imports into one dataset the second is refused, and the first comes to its end', async () => {
    const { store, ndjson, digest } = await prepared();
    const child = await slowImport(store, ndjson);
    const { status, stderr } = run('import-cache', '--store', store, '--input', ndjson);
    expect(stderr).toMatch(/Another job is writing to the dataset "default".*\(DATASET_BUSY\)/);
    expect(status).toBe(1);
    // Readers are always welcome.
    expect(await withStore(store, (_, jobs) => jobs.summary('default', domain))).toMatchObject({ digest });
    child.stdin?.end(readFileSync(ndjson).subarray(-100));
    expect(await ended(child)).toBe(0);
    expect(await stateOf(store)).toEqual({ digest, generations: 1 });
  });

  test('an import that is killed leaves the dataset; what it has left is removed with the next start', async () => {
    const { store, ndjson, digest } = await prepared();
    const child = await slowImport(store, ndjson);
    const gone = ended(child);
    child.kill('SIGKILL');
    await gone;
    expect(await stateOf(store)).toEqual({ digest, generations: 1 });
  });

  test('an import that is ended with Ctrl-C leaves the dataset', async () => {
    const { store, ndjson, digest } = await prepared();
    const child = await slowImport(store, ndjson);
    let said = '';
    child.stderr?.on('data', (text) => {
      said += text;
    });
    child.kill('SIGINT');
    child.stdin?.end('\n');
    expect(await ended(child)).toBe(1);
    expect(said).toMatch(/The import was ended; nothing was changed/);
    expect(await stateOf(store)).toEqual({ digest, generations: 1 });
  });
});

describe('a file that cannot be written', () => {
  test.each([
    ['its directory is missing', (folder: string) => join(folder, 'nowhere', 'cache.json'), /there is no such directory/],
    ['it is a directory', (folder: string) => folder, /it is a directory/],
    ['the device is full', () => '/dev/full', /the disk is full/],
  ])('since %s', async (_, fileOf, message) => {
    const { store, folder } = await prepared();
    const { status, stderr } = run('export-cache', '--store', store, '--output', fileOf(folder));
    expect(stderr).toMatch(message);
    expect(stderr).toMatch(/\(CACHE_FILE_UNWRITABLE\)/);
    expect(status).toBe(1);
  });

  test('since there is nothing to write', () => {
    const file = join(temporaryFolder(), 'cache.json');
    const { status, stderr } = run('export-cache', '--store', `file:${temporaryFolder()}`, '--output', file);
    expect(stderr).toMatch(/holds nothing of the domain "school"\. Seed it first\. \(DATASET_NOT_FOUND\)/);
    expect(status).toBe(1);
  });

  test('a link stays a link, a packed file is packed', async () => {
    const { store, folder } = await prepared();
    mkdirSync(join(folder, 'real'));
    const [real, link] = [join(folder, 'real', 'cache.json.gz'), join(folder, 'link.json.gz')];
    writeFileSync(real, '');
    spawnSync('ln', ['-s', real, link]);
    expect(run('export-cache', '--store', store, '--output', link).status).toBe(0);
    expect(JSON.parse(gunzipSync(readFileSync(real)).toString())).toMatchObject({ domain: 'school' });
    expect(readdirSync(join(folder, 'real'))).toEqual(['cache.json.gz']);
  });
});

/** Behind its header, gzip is no gzip. */
function damaged(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  copy.fill(255, 10, 30);
  return copy;
}
