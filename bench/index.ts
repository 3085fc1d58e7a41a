import { benchSeed } from './seed.ts';
import { benchServe } from './serve.ts';

/** `npm run bench` runs all; `npm run bench -- seed` one. */
const benches: Readonly<Record<string, () => Promise<void>>> = { seed: benchSeed, serve: benchServe };

const [name] = process.argv.slice(2);
const chosen = name === undefined ? Object.values(benches) : [benches[name]];
for (const bench of chosen) {
  if (!bench) {
    console.error(`There is no bench "${name}"; there are: ${Object.keys(benches).join(', ')}.`);
    process.exit(2);
  }
  await bench();
}
