import { once } from 'node:events';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/gateway-parts.ts';
import { ask, ended, run, start } from './main-process.ts';

test('serves, keeps what it made in files, and ends with 0 on SIGTERM', async () => {
  const cwd = temporaryFolder();
  const first = await start({ cwd, args: ['--store', 'file:data'] });
  expect((await fetch(new URL('/health', first.url))).status).toBe(200);
  expect(await ask(first.url, 'mutation { seedSchool(preset: SMALL) }')).toMatchObject({
    data: { seedSchool: expect.any(String) },
  });
  const kept = await ask(first.url, '{ dataset { digest } students { totalCount } }');
  first.child.kill('SIGTERM');
  expect(await once(first.child, 'exit')).toEqual([0, null]);
  const second = await start({ cwd, env: { SEEDGRAPH_STORE: 'file:data' } });
  expect(await ask(second.url, '{ dataset { digest } students { totalCount } }')).toEqual(kept);
  second.child.kill('SIGINT');
  expect(await once(second.child, 'exit')).toEqual([0, null]);
});

test('--help ends with 0 and names every flag and its variable', async () => {
  const child = run({ args: ['--help'] });
  const shown: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => shown.push(chunk));
  expect(await ended(child)).toEqual({ code: 0, output: '' });
  const help = String(Buffer.concat(shown)).replace(/\s+/g, ' ');
  for (const flag of ['port', 'host', 'store', 'token', 'max-sockets', 'max-operations', 'dataset-ttl', 'log-level']) {
    expect(help).toContain(`--${flag} `);
    expect(help).toContain(`env: SEEDGRAPH_${flag.toUpperCase().replaceAll('-', '_')}`);
  }
  for (const flag of ['allow-host', 'cors-origin', 'limit']) {
    expect(help).toContain(`--${flag} `);
    expect(help).toContain(`env: SEEDGRAPH_${flag.toUpperCase().replaceAll('-', '_')}S`);
  }
  expect(help).toContain('SEEDGRAPH_TOKENS');
});

test.each([
  ['an unknown flag', { args: ['--prot', '1'] }, ['--prot']],
  ['a port that is none', { args: ['--port', 'x'] }, ['--port', 'x', '0 to 65535']],
  ['a port in a variable that is none', { env: { SEEDGRAPH_PORT: '65536' } }, ['SEEDGRAPH_PORT', '65536', '0 to 65535']],
  ['an argument too many', { args: ['serve'] }, ['serve']],
  ['a time without a unit', { args: ['--dataset-ttl', '30'] }, ['--dataset-ttl', '30m, 2h or 7d']],
  ['a time that is none', { args: ['--dataset-ttl', '0s'] }, ['--dataset-ttl', 'above 0']],
  ['an origin with a path', { args: ['--cors-origin', 'https://app.example/'] }, ['--cors-origin', 'https://app.example']],
  ['a host that is none', { args: ['--allow-host', 'http://app.example'] }, ['--allow-host', 'seedgraph.example']],
  ['no operations', { args: ['--max-operations', '0'] }, ['--max-operations', '1 to']],
  ['an unknown limit', { args: ['--limit', 'width=3'] }, ['--limit', 'depth, ']],
  ['a limit without a value', { args: ['--limit', 'depth'] }, ['--limit', 'depth=30']],
  ['a limit that is none', { env: { SEEDGRAPH_LIMITS: 'depth=3,introspection=7' } }, ['introspection', 'true or false', '7']],
  ['an unknown level', { args: ['--log-level', 'loud'] }, ['--log-level', 'debug']],
  ['a store that is none', { args: ['--store', 'nowhere:'] }, ['nowhere:', 'memory:']],
  ['a host beyond loopback without a token', { args: ['--host', '0.0.0.0'] }, ['--token', 'SEEDGRAPH_TOKENS']],
])('%s ends with 2 and says what would be right', async (_name, how, says) => {
  const { code, output } = await ended(run(how));
  expect(code).toBe(2);
  for (const part of says) expect(output).toContain(part);
});

test.each([
  ['an unknown role', { SEEDGRAPH_TOKENS: 'read:hush,root:hush' }, 'Entry 2'],
  ['no role', { SEEDGRAPH_TOKENS: 'hush' }, 'ROLE:TOKEN'],
  ['nothing', { SEEDGRAPH_TOKENS: '' }, 'ROLE:TOKEN'],
  ['an empty token', { SEEDGRAPH_TOKEN: '' }, 'empty'],
  ['a token with spaces', { SEEDGRAPH_TOKEN: 'hush hush' }, 'spaces'],
])('tokens with %s end with 2 and are not shown', async (_name, env, says) => {
  const { code, output } = await ended(run({ env }));
  expect(code).toBe(2);
  expect(output).toContain(says);
  expect(output).not.toContain('hush');
});

test('flags and variables reach the server', async () => {
  const { url, child } = await start({
    args: [
      '--store',
      'memory:',
      '--host',
      '0.0.0.0',
      '--token',
      'the-admin',
      '--cors-origin',
      'https://a.example',
      '--log-level',
      'info',
    ],
    env: { SEEDGRAPH_TOKENS: 'read:a-reader, write:a-writer', SEEDGRAPH_CORS_ORIGINS: 'https://x.example' },
  });
  const drop = 'mutation { dropDataset(name: "nothing") }';
  expect(await ask(url, drop)).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  expect(await ask(url, drop, { authorization: 'Bearer a-writer' })).toMatchObject({
    errors: [{ extensions: { code: 'FORBIDDEN' } }],
  });
  expect(await ask(url, drop, { authorization: 'Bearer the-admin' })).toEqual({ data: { dropDataset: false } });
  const allowed = async (origin: string) =>
    (await fetch(url, { headers: { origin } })).headers.get('access-control-allow-origin');
  expect(await allowed('https://a.example')).toBe('https://a.example');
  // The command line goes before the variable.
  expect(await allowed('https://x.example')).toBeNull();
  const lines = child.output().trim().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toContainEqual(
    expect.objectContaining({ msg: 'request', errors: ['FORBIDDEN'] }),
  );
  expect(lines.join()).not.toMatch(/the-admin|a-writer|a-reader/);
});

test('limits are those of the command line, else of the variable, else the usual ones', async () => {
  const { url } = await start({
    args: ['--store', 'memory:', '--limit', 'depth=3', '--limit', 'batch=2'],
    env: { SEEDGRAPH_LIMITS: 'depth=9, aliases=1' },
  });
  const codes = async (query: string) => {
    const { errors = [] } = (await ask(url, query)) as { errors?: { extensions: { code: string } }[] };
    return errors.map(({ extensions }) => extensions.code);
  };
  expect(await codes('{ students { nodes { id } } }')).toEqual([]);
  expect(await codes('{ students { nodes { school { id } } } }')).toEqual(['QUERY_TOO_DEEP']);
  // The flag replaces the variable, as everywhere.
  expect(await codes('{ a: __typename b: __typename }')).toEqual([]);
});

test('a port that is taken ends with 1 and one line', async () => {
  const { url } = await start({ args: ['--store', 'memory:'] });
  const { code, output } = await ended(run({ args: ['--port', new URL(url).port, '--store', 'memory:'] }));
  expect(code).toBe(1);
  expect(output.trim().split('\n')).toHaveLength(1);
});
