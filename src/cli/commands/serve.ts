import { Command } from 'commander';
import { flagsOf, withFlags } from '../../server/flags.ts';
import { run } from '../../server/run.ts';

const examples = `
Examples:
  $ seedgraph serve
  $ seedgraph serve --port 0 --store memory: --log-level info`;

/** `seedgraph serve --port 0`: the same as `npm start -- --port 0`. */
export function serveCommand(): Command {
  return withFlags(new Command('serve'))
    .addHelpText('after', examples)
    .action((_options: unknown, command: Command) => {
      // An option of the program too, which takes it before this command sees it.
      const { project } = command.optsWithGlobals<{ project?: string }>();
      return run({ ...flagsOf(command), project });
    });
}
