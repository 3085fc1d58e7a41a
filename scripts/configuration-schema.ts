import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { configurationSchema } from '../src/configuration/index.ts';
import { modelOf } from '../src/definition/index.ts';
import { builtInDomains } from '../src/domains/index.ts';

/** Writes `<domain>.schema.json` for each built-in domain's configuration files. First argument: the folder, default `config`. */
const folder = process.argv[2] ?? 'config';
await mkdir(folder, { recursive: true });
for (const domain of builtInDomains) {
  const schema = JSON.stringify(configurationSchema(modelOf(domain)), undefined, 2);
  await writeFile(join(folder, `${domain.name}.schema.json`), `${schema}\n`);
}
