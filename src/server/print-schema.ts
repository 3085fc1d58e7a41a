import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { builtInModels } from './domains.ts';
import { schemaTextOf } from './schema-files.ts';

/** Writes the SDL of the built-in domains: one file a domain and `common.graphql`. First argument: the folder, default `schema`. */
const folder = process.argv[2] ?? 'schema';
await mkdir(folder, { recursive: true });
for (const { name, sdl } of schemaTextOf(builtInModels()).parts) await writeFile(join(folder, `${name}.graphql`), sdl);
