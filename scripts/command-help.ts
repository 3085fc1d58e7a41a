import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { createProgram } from '../src/cli/program.ts';

const root = join(import.meta.dirname, '..');
const MARK = '<!-- help -->\n';

/** What `docs/cli.md` has below its mark: the help of every command. */
export function commandHelp(): string {
  const helps = commands().map((command) => `### ${command.name()}\n\n\`\`\`\n${helpOf(command)}\n\`\`\`\n`);
  return `\n${helps.join('\n')}`;
}

/** The names of all commands, in the order in which the help has them. */
export function commandNames(): string[] {
  return commands().map((command) => command.name());
}

function commands(): readonly Command[] {
  const program = createProgram();
  return program
    .createHelp()
    .visibleCommands(program)
    .filter((command) => command.name() !== 'help');
}

/** The part of a page that is written here. */
export function helpIn(page: string): string {
  return page.split(MARK)[1] ?? '';
}

/** As a pipe gets it, whoever asks. */
function helpOf(command: Command): string {
  let text = '';
  const writeOut = (part: string) => {
    text += part;
  };
  command.configureOutput({ writeOut, getOutHelpWidth: () => 80, getOutHasColors: () => false });
  command.outputHelp();
  return text.trim();
}

if (import.meta.main) {
  const file = join(root, 'docs/cli.md');
  const [before = ''] = (await readFile(file, 'utf8')).split(MARK);
  await writeFile(file, `${before}${MARK}${commandHelp()}`);
}
