import { availableParallelism, cpus, totalmem } from 'node:os';

/** The machine in a few words, without its name. */
export function machine(): string {
  const [cpu] = cpus();
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB of memory`;
  return `${availableParallelism()} cores (${cpu?.model.trim() ?? 'unknown'}), ${memory}, Node ${process.versions.node}`;
}
