import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createProgram } from '../../src/cli/program.ts';
import { parseShard } from '../../src/stream/index.ts';
import { start } from '../server/main-process.ts';
import { type CommandLine, commandLinesOf, containersOf, documentsOf, manifestsOf, root, servicesOf } from './manifests.ts';

/** What containers are told to do is what Seedgraph understands. No container is run here. */

const secrets = {
  tokens: 'read:abc,admin:xyz',
  store: 'postgres://seedgraph:secret@seedgraph-postgres:5432/seedgraph_dev',
  redis: 'redis://seedgraph-redis:6379',
  'postgres-password': 'secret',
};
const kubernetes = manifestsOf('deploy/kubernetes.yaml');
const streaming = manifestsOf('deploy/kubernetes-stream.yaml');
const services = servicesOf({ SEEDGRAPH_TOKENS: secrets.tokens });
const dockerfile = readFileSync(join(root, 'Dockerfile'), 'utf8');

/** The words of a script that runs `seedgraph`, in the pod of index 47. */
function wordsIn(script: string): string[] {
  const { stdout } = spawnSync('sh', ['-c', `seedgraph() { printf '%s\\n' "$@"; }; ${script}`], {
    encoding: 'utf8',
    env: { ...process.env, JOB_COMPLETION_INDEX: '47' },
  });
  return stdout.trimEnd().split('\n');
}

const composed = Object.entries(services).filter(([, { image }]) => image === 'seedgraph');
const lines: readonly CommandLine[] = [
  ...composed.map(([where, { command, environment }]) => ({ where: `compose: ${where}`, args: command, env: environment })),
  ...commandLinesOf([...kubernetes, ...streaming], secrets, wordsIn).map((line) => ({
    ...line,
    where: `Kubernetes: ${line.where}`,
  })),
  { where: 'the image itself', args: JSON.parse(/^CMD (\[.*\])$/m.exec(dockerfile)?.[1] ?? ''), env: {} },
];

/** Reads a command line as `seedgraph` does, and does nothing. @throws CommanderError for what it does not understand. */
async function understood({ args, env }: CommandLine): Promise<{ command: string; options: Readonly<Record<string, unknown>> }> {
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  const program = createProgram();
  const found = program.commands.find((command) => command.name() === args[0]);
  let options = {};
  for (const command of program.commands) command.action(() => {});
  found?.action(() => {
    options = found.opts();
  });
  await program.parseAsync(args, { from: 'user' });
  return { command: found?.name() ?? '', options };
}

afterEach(() => void vi.unstubAllEnvs());

describe('the command line of', () => {
  test('each part is there', () => {
    const parts = ['compose: gateway', 'compose: worker', 'Kubernetes: gateway', 'Kubernetes: worker', 'Kubernetes: stream'];
    expect(lines.map(({ where }) => where)).toEqual([...parts, 'the image itself']);
  });

  test.each(lines)('$where is understood', async (line) => {
    const { command, options } = await understood(line);
    expect(['serve', 'worker', 'stream']).toContain(command);
    if (command === 'stream') {
      expect(parseShard(String(options.shard))).toEqual({ number: 48, of: 48 });
      expect(options).toMatchObject({ output: '/out/attendance-00047.ndjson.gz', preset: 'district' });
    } else if (line.where !== 'the image itself') {
      expect(options).toMatchObject({ store: expect.stringMatching(/_dev$/), redis: expect.stringMatching(/^redis:/) });
    }
  });

  test('a word that no command knows would be seen', async () => {
    await expect(
      understood({
        where: '',
        args: ['worker', '--concurency', '1'],
        env: { SEEDGRAPH_REDIS_URL: secrets.redis, SEEDGRAPH_STORE: secrets.store },
      }),
    ).rejects.toThrow(/--concurency/);
    await expect(understood({ where: '', args: ['serve'], env: { SEEDGRAPH_PORT: 'http' } })).rejects.toThrow(/SEEDGRAPH_PORT/);
  });

  test('variables are those that a command reads', () => {
    const options = createProgram().commands.flatMap((command) => command.options);
    const known = new Set([...options.map(({ envVar }) => envVar), 'SEEDGRAPH_TOKENS']);
    const image = [...dockerfile.matchAll(/SEEDGRAPH_\w+/g)].map(([name]) => name);
    const used = [...lines.flatMap(({ env }) => Object.keys(env)), ...image].filter((name) => name.startsWith('SEEDGRAPH_'));
    expect(used.length).toBeGreaterThan(5);
    expect(used.filter((name) => !known.has(name))).toEqual([]);
  });
});

describe('docker-compose.yml', () => {
  test('waits until what it needs is healthy, and has two workers', () => {
    for (const [, { depends_on: needed = {} }] of composed) {
      for (const name of Object.keys(needed)) expect(services[name]).toHaveProperty('healthcheck.test');
      expect(needed).toEqual({ postgres: { condition: 'service_healthy' }, redis: { condition: 'service_healthy' } });
    }
    expect(services.worker?.deploy?.replicas).toBe(2);
  });

  test('makes the database that its store names', () => {
    const { POSTGRES_USER: user, POSTGRES_PASSWORD: password, POSTGRES_DB: database } = services.postgres?.environment ?? {};
    expect(services.gateway?.environment.SEEDGRAPH_STORE).toBe(`postgres://${user}:${password}@postgres:5432/${database}`);
    expect(services.worker?.environment).toEqual(services.gateway?.environment);
  });
});

describe('Kubernetes', () => {
  test.each([...kubernetes, ...streaming].map((manifest) => ({ name: `${manifest.kind} ${manifest.metadata.name}`, manifest })))(
    '$name: selectors find the pods',
    ({ manifest: { spec } }) => {
      if (spec.selector?.matchLabels) expect(spec.template?.metadata.labels).toEqual(spec.selector.matchLabels);
    },
  );

  test('no secret is written into a manifest', () => {
    const values = kubernetes.flatMap(containersOf).flatMap(({ env = [] }) => env);
    const named = values.filter(({ name }) => /PASSWORD|TOKEN|STORE|REDIS/.test(name));
    expect(named.length).toBeGreaterThan(4);
    for (const { value, valueFrom } of named) {
      expect(value).toBeUndefined();
      expect(Object.keys(secrets)).toContain(valueFrom?.secretKeyRef.key);
    }
  });
});

describe('the image', () => {
  test('is built from files that there are, and that .dockerignore lets through', () => {
    const kept = readFileSync(join(root, '.dockerignore'), 'utf8')
      .split('\n')
      .flatMap((line) => (line.startsWith('!') ? [line.slice(1)] : []));
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+)$/gm)].flatMap(([, words = '']) => words.split(' ').slice(0, -1));
    expect(new Set(copied)).toEqual(new Set(kept));
    for (const name of kept) expect(existsSync(join(root, name))).toBe(true);
  });

  test('its health check tells a gateway from none, and probes ask what a gateway answers', async () => {
    const [, check = ''] = /^HEALTHCHECK .*\n\s*CMD (\[.*\])$/m.exec(dockerfile) ?? [];
    const [command = '', ...args] = JSON.parse(check) as string[];
    const { child, url } = await start();
    const { port } = new URL(url);
    const statusAt = (at: string) =>
      spawnSync(command === 'node' ? process.execPath : command, args, { env: { ...process.env, SEEDGRAPH_PORT: at } }).status;
    expect(statusAt(port)).toBe(0);
    const paths = kubernetes
      .flatMap(containersOf)
      .flatMap(({ startupProbe, livenessProbe, readinessProbe }) => [startupProbe, livenessProbe, readinessProbe])
      .flatMap((probe) => probe?.httpGet?.path ?? []);
    expect(paths).toEqual(['/health', '/health', '/ready']);
    for (const path of paths) expect((await fetch(new URL(path, url))).status).toBe(200);
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('close', resolve));
    expect(statusAt(port)).toBe(1);
  });
});

test('every file of deploy/ parses', () => {
  expect(documentsOf('docker-compose.yml')).toHaveLength(1);
  expect(kubernetes.map(({ kind }) => kind).sort()).toEqual([
    'Deployment',
    'Deployment',
    'Deployment',
    'Service',
    'Service',
    'Service',
    'StatefulSet',
  ]);
  expect(streaming.map(({ kind }) => kind)).toEqual(['Job', 'PersistentVolumeClaim']);
});
