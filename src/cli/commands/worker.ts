import { Command, InvalidArgumentError, Option } from 'commander';
import { LOG_LEVELS, type LogLevel } from '../../server/observe/log-level.ts';
import { openStore } from '../../store/index.ts';
import { checkRedisUrl, shownUrl } from '../../workers/redis-url.ts';
import { anyDatabaseOption, type StoreChoice } from '../common.ts';
import { currentProject, currentVersion } from '../project.ts';

interface WorkerFlags extends StoreChoice {
  readonly redis: string;
  readonly concurrency: number;
  readonly logLevel: LogLevel;
}

const examples = `
A gateway that is started with the same --redis and --store gives its seedings to such workers, a slice at a time.
Start as many as you like, on any machine, at any time. SIGTERM lets a worker finish its slice; what is lost with a
worker that dies, others make. \`seed\` and \`generate\` make their rows themselves.

Examples:
  $ seedgraph serve  --redis redis://queue:6379 --store postgres://postgres@database/seedgraph_demo
  $ seedgraph worker --redis redis://queue:6379 --store postgres://postgres@database/seedgraph_demo --concurrency 2`;

/** Slices at a time: each has a session of the store to write with, and those that read must find one too. */
const MOST = 8;

/** How long a worker may take to finish its slices, in milliseconds. What is not done then is made by others, as after a crash. */
const DEADLINE = 9_000;

/** `seedgraph worker --redis redis://... --store postgres://...` */
export function workerCommand(): Command {
  return new Command('worker')
    .description('Makes rows for the seedings of gateways, together with any number of other workers.')
    .addOption(
      new Option('--redis <url>', 'the Redis by which gateways find workers: redis://HOST:PORT')
        .env('SEEDGRAPH_REDIS_URL')
        .makeOptionMandatory(),
    )
    .addOption(
      new Option('--store <url>', 'the PostgreSQL database of the gateways: postgres://USER@HOST/NAME')
        .env('SEEDGRAPH_STORE')
        .makeOptionMandatory(),
    )
    .addOption(anyDatabaseOption())
    .addOption(
      new Option('--concurrency <n>', 'slices at a time, from 1 to 8; one keeps a core busy')
        .env('SEEDGRAPH_CONCURRENCY')
        .default(1)
        .argParser(wholeNumber),
    )
    .addOption(
      new Option('--log-level <level>', 'JSON lines on stderr; info has every slice')
        .env('SEEDGRAPH_LOG_LEVEL')
        .choices(LOG_LEVELS)
        .default('info'),
    )
    .addHelpText('after', examples)
    .action(work);
}

async function work({ redis, concurrency, logLevel, ...choice }: WorkerFlags): Promise<void> {
  checkRedisUrl(redis);
  // Not earlier: other commands need neither, and would begin later.
  const { createLogger } = await import('../../server/observe/logger.ts');
  const log = createLogger(logLevel);
  const store = await openStore(choice.store, choice);
  const { domains } = currentProject();
  const { openWorker } = await import('../../workers/open-worker.ts');
  try {
    const worker = await openWorker({ store, redis, domains, version: currentVersion(), concurrency, log });
    console.log(`Seedgraph works for ${store.url} by way of ${shownUrl(redis)}`);
    await signalled();
    setTimeout(() => process.exit(0), DEADLINE).unref();
    await worker.close();
  } finally {
    await store.close();
  }
}

/** Resolves at SIGTERM or SIGINT; a second one ends the process at once. */
async function signalled(): Promise<void> {
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.once(signal, () => {
        process.once(signal, () => process.exit(1));
        resolve();
      });
    }
  });
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= 1 && value <= MOST) return value;
  throw new InvalidArgumentError(`It takes a whole number from 1 to ${MOST}.`);
}
