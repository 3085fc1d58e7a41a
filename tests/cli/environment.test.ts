import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ended, run as runServer, start } from '../server/main-process.ts';
import { temporaryFolder } from '../support/gateway-parts.ts';
import { root, seedgraphIn } from './process.ts';

/** A folder with a file `.env`. */
function folderWith(text: string | Buffer): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, '.env'), text);
  return folder;
}

describe('.env', () => {
  test('goes for the command line and for the server alike', async () => {
    const folder = folderWith('SEEDGRAPH_STORE=file:kept\n');
    expect(await seedgraphIn(folder)('seed', 'school', '--preset', 'small')).toMatchObject({ status: 0 });
    const { url } = await start({ cwd: folder });
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ students { totalCount } }' }),
    });
    expect(await response.json()).toEqual({ data: { students: { totalCount: 10 } } });
    expect(readdirSync(folder).toSorted()).toEqual(['.env', 'kept']);
  });

  test('comes after the real environment, and after flags', async () => {
    const folder = folderWith('SEEDGRAPH_STORE=nowhere:\nSEEDGRAPH_PORT=nothing\n');
    expect(await seedgraphIn(folder)('datasets')).toMatchObject({ status: 2, stderr: expect.stringContaining('nowhere:') });
    expect(await seedgraphIn(folder, { SEEDGRAPH_STORE: 'memory:' })('datasets')).toMatchObject({ status: 0 });
    expect(await seedgraphIn(folder)('datasets', '--store', 'memory:')).toMatchObject({ status: 0 });
    expect(await ended(runServer({ cwd: folder }))).toMatchObject({ code: 2, output: expect.stringContaining('SEEDGRAPH_PORT') });
  });

  test('sets nothing that is not Seedgraph’s own', async () => {
    const folder = folderWith('NODE_TLS_REJECT_UNAUTHORIZED=0\nTOLD=yes\nSEEDGRAPH_TOLD=yes\n');
    const names = 'NODE_TLS_REJECT_UNAUTHORIZED,TOLD,SEEDGRAPH_TOLD';
    const project = `console.error('${names}'.split(',').map((name) => String(process.env[name])).join()); export default {};\n`;
    writeFileSync(join(folder, 'seedgraph.config.mjs'), project);
    const { stderr } = await seedgraphIn(folder)('datasets', '--project', 'seedgraph.config.mjs');
    expect(stderr).toContain('undefined,undefined,yes');
  });

  test.each([
    ['no text', (folder: string) => writeFileSync(join(folder, '.env'), Buffer.from([0x41, 0x3d, 0xff])), /not UTF-8 text/],
    ['a folder', (folder: string) => mkdirSync(join(folder, '.env')), /EISDIR/],
  ])('that is %s is an error', async (_, make, message) => {
    const folder = temporaryFolder();
    make(folder);
    const { status, stderr } = await seedgraphIn(folder)('datasets');
    expect(stderr).toMatch(message);
    expect(stderr).toMatch(/\(UNREADABLE_ENVIRONMENT_FILE\)/);
    expect(status).toBe(2);
    expect(await ended(runServer({ cwd: folder }))).toMatchObject({ code: 2, output: expect.stringMatching(message) });
  });

  test('keeps its secrets', async () => {
    const folder = folderWith('SEEDGRAPH_TOKEN=hush-one\nSEEDGRAPH_TOKENS=read:hush-two\nSEEDGRAPH_API_KEY=hush-three\n');
    writeFileSync(join(folder, 'my.yaml'), 'output: {log_level: DEBUG}\n');
    const here = seedgraphIn(folder);
    const said = await Promise.all([
      here('plan', 'school', '--json'),
      here('plan', 'school', '--config', 'my.yaml'),
      here('validate-config', 'my.yaml', '--json'),
      here('serve', '--help'),
      here('serve', '--port', 'x'),
    ]);
    expect(said.map(({ status }) => status)).toEqual([0, 0, 0, 0, 2]);
    expect(said.map(({ stdout, stderr }) => stdout + stderr).join('\n')).not.toContain('hush');
  });
});

test('.env.example has every variable', () => {
  const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const inSources = sources.flatMap((name) => [...variablesIn(readFileSync(join(root, 'src', name), 'utf8'))]);
  const inExample = variablesIn(readFileSync(join(root, '.env.example'), 'utf8'));
  expect([...inExample].toSorted()).toEqual([...new Set(inSources)].toSorted());
  expect(inExample.size).toBeGreaterThan(10);
});

function variablesIn(text: string): Set<string> {
  return new Set([...text.matchAll(/\bSEEDGRAPH_[A-Z_]*[A-Z]/g)].map(([name]) => name));
}
