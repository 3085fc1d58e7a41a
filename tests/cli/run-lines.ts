import { exitCodeOf, report } from '../../src/cli/common.ts';
import { createProgram } from '../../src/cli/program.ts';
import { openProject } from '../../src/cli/project.ts';
import type { Ended } from './process.ts';

/** A process for many command lines, one after the other: they come as JSON, and so does how each ended. See `linesIn`. */

const { log } = console;

async function run(args: readonly string[]): Promise<Ended> {
  const [stdout, stderr]: [string[], string[]] = [[], []];
  console.log = (text: string) => void stdout.push(`${text}\n`);
  console.error = (text: string) => void stderr.push(`${text}\n`);
  let status = 0;
  try {
    await createProgram().parseAsync(args, { from: 'user' });
  } catch (error) {
    report(error, args);
    status = exitCodeOf(error);
  }
  return { status, stdout: stdout.join(''), stderr: stderr.join('') };
}

await openProject([]);
const ended: Ended[] = [];
for (const args of JSON.parse(process.argv[2] ?? '[]') as string[][]) ended.push(await run(args));
log(JSON.stringify(ended));
