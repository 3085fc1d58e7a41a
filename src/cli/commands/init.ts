import { readFile, writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { SeedgraphError } from '../../definition/index.ts';
import { PROJECT_FILES } from '../../project/index.ts';
import { writingTo } from '../write-place.ts';

/** Beside `src/` and `dist/`, since it is what users have and not a part of the program. */
const template = new URL('../../../config/seedgraph.config.ts', import.meta.url);

/** `seedgraph init`: a project to begin with. */
export function initCommand(): Command {
  return new Command('init')
    .description('Writes a seedgraph.config.ts into this folder, with a field and an entity of your own to begin with.')
    .action(async () => {
      const [file = ''] = PROJECT_FILES;
      const text = await readFile(template);
      await writingTo(file, () =>
        writeFile(file, text, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
          throw error.code === 'EEXIST'
            ? new SeedgraphError('PROJECT_EXISTS', `${file} is there already; it was left as it is.`)
            : error;
        }),
      );
      console.log(`${file} is written. Try: seedgraph plan school, seedgraph schema, seedgraph seed school`);
    });
}
