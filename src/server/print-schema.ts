import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createSchema, printParts } from '../graphql/index.ts';
import { builtInModels } from './domains.ts';

/** Writes the SDL of the built-in domains: one file a domain and `common.graphql`. First argument: the folder, default `schema`. */
const folder = process.argv[2] ?? 'schema';
const domains = builtInModels();
await mkdir(folder, { recursive: true });
for (const { name, sdl } of printParts(createSchema(domains), domains)) await writeFile(join(folder, `${name}.graphql`), sdl);
