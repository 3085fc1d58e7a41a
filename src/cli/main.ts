import { readEnvironmentFile } from '../server/environment-file.ts';
import { exitCodeOf, report } from './common.ts';
import { endOnBrokenPipe } from './pipes.ts';
import { createProgram } from './program.ts';
import { openProject } from './project.ts';

endOnBrokenPipe();
/** What `seedgraph` does, and how it ends. Exit codes: 0 done, 1 failed, 2 wrong usage. */
try {
  readEnvironmentFile();
  await openProject(process.argv.slice(2));
  await createProgram().parseAsync();
} catch (error) {
  report(error);
  process.exitCode = exitCodeOf(error);
}
