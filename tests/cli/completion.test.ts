import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AS_FUNCTION, makeFolder, seedgraphIn, shellIn } from './process.ts';

const { folder, remove } = makeFolder();

beforeAll(async () => {
  expect(await seedgraphIn(folder)('seed', 'school', '--preset', 'small', '--dataset', 'spring')).toMatchObject({ status: 0 });
  writeFileSync(join(folder, 'my school.yaml'), '{}');
});

afterAll(remove);

/** What bash offers for a line with the cursor at its end; its words stand apart as bash breaks them. */
async function offered(...words: string[]): Promise<string[]> {
  const line = [
    AS_FUNCTION,
    'source <(seedgraph completion bash);',
    `COMP_WORDS=(seedgraph ${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length};`,
    // The function that bash itself would call.
    '"$(complete -p seedgraph | sed "s/.*-F \\([^ ]*\\).*/\\1/")" seedgraph;',
    `printf '%s\\n' "\${COMPREPLY[@]}"`,
  ].join(' ');
  const { stdout, stderr } = await shellIn(folder, 'bash', line);
  expect(stderr).toBe('');
  return stdout.trim().split('\n');
}

describe('bash offers', () => {
  test.each([
    ['commands', ['va'], ['validate-config']],
    ['options', ['list', '--ty'], ['--type']],
    ['options for look-ups', ['find', 'student', '--stu'], ['--student-id']],
    ['types', ['list', '--type', 'stu'], ['students', 'student-classes']],
    ['types as arguments', ['list', 'parent'], ['parents', 'parent-students']],
    ['domains', ['seed', ''], ['school']],
    ['presets', ['plan', 'school', '--preset', ''], ['small', 'medium', 'large', 'district']],
    ['presets after an equals sign', ['plan', 'school', '--preset', '=', 'la'], ['large']],
    ['further features', ['generate', '--features', 'students,less'], ['students,lessons']],
    ['types to stream', ['stream', 'school', '--entity', 'students,atte'], ['students,attendances']],
    ['datasets', ['list', '--dataset', ''], ['default', 'spring']],
    ['shells', ['completion', ''], ['bash', 'zsh', 'fish']],
    ['levels of the server', ['serve', '--log-level', 'in'], ['info']],
    ['files', ['plan', 'school', '--config', 'my'], ['my school.yaml']],
    ['nothing where anything goes', ['seed', 'school', '--seed', ''], ['']],
  ])('%s', async (_, words, expected) => {
    expect(await offered(...words)).toEqual(expected);
  });
});

test('what stands on the line is not run', async () => {
  expect(await offered('list', '--dataset', '$(touch evil)', '--ty')).toEqual(['--type']);
  expect(existsSync(join(folder, 'evil'))).toBe(false);
});

/** Whether a shell reads the script and finds the function in it. */
test.for([
  [
    'zsh',
    'autoload -Uz compinit; compinit -D; source <(seedgraph completion zsh); print -r -- $_comps[seedgraph]',
    '_seedgraph\n',
  ],
  [
    'fish',
    'source (seedgraph completion fish | psub); complete -C "seedgraph list --type parent-"',
    /^parent-students\tThe link /,
  ],
] as const)('%s takes its script', async ([shell, line, expected], context) => {
  if (spawnSync(shell, ['--version']).error) {
    console.warn(`The completion of ${shell} is not tested: there is no ${shell}.`);
    return context.skip(`there is no ${shell}`);
  }
  const command = shell === 'fish' ? 'function seedgraph; $NODE $ENTRY $argv; end;' : AS_FUNCTION;
  const { stdout } = await shellIn(folder, shell, `${command} ${line}`);
  if (typeof expected === 'string') expect(stdout).toBe(expected);
  else expect(stdout).toMatch(expected);
});
