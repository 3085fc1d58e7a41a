import { SeedgraphError } from '../definition/index.ts';
import { report } from './common.ts';

/**
 * Whoever reads a pipe may stop (`seedgraph list | head -1`): then the rest of the result is not wanted, and the process ends as it
 * would have. A result that cannot be written, as on a full disk, is a failure. What is told beside the result may go unread; the work
 * goes on.
 */
export function endOnBrokenPipe(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    report(new SeedgraphError('OUTPUT_UNWRITABLE', `The result cannot be written to standard output: ${error.message}.`));
    process.exit(1);
  });
  process.stderr.on('error', () => undefined);
}
