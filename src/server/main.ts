import { parseArgs } from 'node:util';
import { builtInModels } from './domains.ts';
import { createGateway } from './gateway.ts';

const usage = `usage: npm start -- [--port N] [--host H] [--store memory:|file:DIR]

  --port N    default 4000; 0 for any free port
  --host H    default 127.0.0.1, this machine only
  --store S   memory: or file:DIR; default file:.seedgraph`;

/** What the command line asks for. Undefined when it is not understood; `problem` says why. */
function readArguments(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        port: { type: 'string', default: '4000' },
        host: { type: 'string', default: '127.0.0.1' },
        store: { type: 'string', default: 'file:.seedgraph' },
        help: { type: 'boolean', default: false },
      },
    });
    const port = Number(values.port);
    if (!/^\d+$/.test(values.port) || port > 65_535)
      throw new RangeError(`--port takes a number from 0 to 65535; given ${values.port}.`);
    return { ...values, port };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

/** Serves until SIGTERM or SIGINT, then comes to rest and ends with 0. A second signal ends at once. */
async function main(): Promise<void> {
  const asked = readArguments(process.argv.slice(2));
  if ('problem' in asked) {
    console.error(`${asked.problem}\n\n${usage}`);
    process.exitCode = 2;
    return;
  }
  if (asked.help) {
    console.log(usage);
    return;
  }
  const gateway = await createGateway({ domains: builtInModels(), store: asked.store });
  const { url } = await gateway.listen({ port: asked.port, host: asked.host });
  console.log(`Seedgraph serves ${url}`);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      process.once(signal, () => process.exit(1));
      void gateway.dispose().then(() => process.exit(0), fail);
    });
  }
}

function fail(error: unknown): never {
  const message = error instanceof Error ? error.message : String(error);
  const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  console.error(taken ? `${message}. Choose another port with --port N; 0 takes any free one.` : message);
  process.exit(1);
}

await main().catch(fail);
