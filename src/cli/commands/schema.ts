import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import { configurationSchema } from '../../configuration/index.ts';
import type { DomainModel } from '../../definition/index.ts';
import { jsonOption, print } from '../common.ts';
import { currentProject } from '../project.ts';
import { writingTo } from '../write-place.ts';

interface SchemaOptions {
  readonly output?: string;
  readonly json?: boolean;
}

/** `seedgraph schema > schema.graphql`, or `seedgraph schema --output schema` */
export function schemaCommand(): Command {
  return new Command('schema')
    .description('Prints the GraphQL schema of the project, for code generators; needs no server.')
    .addOption(
      new Option('--output <folder>', 'write a file for each domain instead, and the JSON Schema of its configuration files'),
    )
    .addOption(jsonOption())
    .addHelpText(
      'after',
      `
Examples:
  $ seedgraph schema > schema.graphql
  $ seedgraph schema --output schema`,
    )
    .action(async ({ output, json }: SchemaOptions) => {
      const { domains } = currentProject();
      // Commands that print no schema need not wait for what builds it.
      const { schemaTextOf } = await import('../../server/schema-files.ts');
      const { sdl, parts } = schemaTextOf(domains);
      if (output === undefined) return print({ json }, { sdl }, () => sdl.trimEnd());
      const texts = [
        ...parts.map(({ name, sdl: text }) => ({ name: `${name}.graphql`, text })),
        ...domains.map(configurationFile),
      ];
      await writingTo(output, async () => {
        await mkdir(output, { recursive: true });
        for (const { name, text } of texts) await writeFile(join(output, name), text);
      });
      const files = texts.map(({ name }) => join(output, name));
      print({ json }, { files }, () => files.join('\n'));
    });
}

function configurationFile(domain: DomainModel): { readonly name: string; readonly text: string } {
  return { name: `${domain.name}.schema.json`, text: `${JSON.stringify(configurationSchema(domain), undefined, 2)}\n` };
}
