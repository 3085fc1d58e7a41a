import { spawnSync } from 'node:child_process';
import { onTestFinished, type TestContext } from 'vitest';
import { temporaryFolder } from './gateway-parts.ts';

/** A folder on a disk of its own that holds so many megabytes. Where mounting one is not permitted the test is skipped, and says so. */
export function smallDisk(megabytes: number, context: TestContext): string {
  const folder = temporaryFolder();
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]).status !== 0) {
    console.warn('A full disk is not tested: no file system can be mounted here.');
    context.skip('no file system can be mounted');
  }
  onTestFinished(() => void spawnSync('umount', [folder]));
  return folder;
}
