import { join } from 'node:path';
import type { Clock, PrepareSide, RoundResult } from './side.ts';

// Started by run-side.ts with a module and its options; runs a round for each message and answers with what it took.
const [module = '', options = 'null'] = process.argv.slice(2);
const loaded: { default: PrepareSide<unknown> } = await import(join(import.meta.dirname, module));
const endings: (() => Promise<unknown>)[] = [];
const round = await loaded.default(JSON.parse(options) ?? undefined, (work) => endings.push(work));

async function measure(): Promise<RoundResult> {
  let seconds = 0;
  let cpu = 0;
  const clock: Clock = async (work) => {
    const start = performance.now();
    const before = process.cpuUsage();
    try {
      return await work();
    } finally {
      const { user, system } = process.cpuUsage(before);
      seconds += (performance.now() - start) / 1_000;
      cpu += (user + system) / 1e6;
    }
  };
  const work = await round(clock);
  return { ...work, seconds, cpu, peak: process.resourceUsage().maxRSS / 1_024 };
}

process.on('message', () => {
  measure().then(
    (result) => process.send?.({ result }),
    (error: unknown) => process.send?.({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});
process.on('disconnect', async () => {
  for (const end of endings.reverse()) await end();
  process.exit();
});
process.send?.({ isReady: true });
