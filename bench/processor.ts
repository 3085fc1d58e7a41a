import { readdirSync, readFileSync } from 'node:fs';

/** How often processes are looked at, in milliseconds: what one that ends in between took since then is lost. */
const INTERVAL = 100;
/** Clock ticks a second in /proc: USER_HZ, 100 on every Linux that Node runs on. https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
const TICKS = 100;

/** Which processes belong together, by their id and command line. */
export type Kinds = Readonly<Record<string, (pid: number, command: string) => boolean>>;

/** Does the work and tells the processor time that processes of each kind took meanwhile, in seconds. All 0 where there is no /proc. */
export async function withProcessorTime(kinds: Kinds, work: () => Promise<unknown>): Promise<Record<string, number>> {
  const first = new Map<string, number>();
  const last = new Map<string, number>();
  const look = (isFirst = false) => {
    for (const [name, seconds] of secondsOf(kinds)) {
      // What begins later begins with nothing.
      if (!first.has(name)) first.set(name, isFirst ? seconds : 0);
      last.set(name, seconds);
    }
  };
  look(true);
  const timer = setInterval(look, INTERVAL);
  try {
    await work();
  } finally {
    clearInterval(timer);
    look();
  }
  const taken = Object.fromEntries(Object.keys(kinds).map((kind) => [kind, 0]));
  for (const [name, seconds] of last) {
    const [kind = ''] = name.split(' ');
    taken[kind] = (taken[kind] ?? 0) + seconds - (first.get(name) ?? 0);
  }
  return taken;
}

/** By kind and process: what it has taken in all. */
function* secondsOf(kinds: Kinds): Iterable<[string, number]> {
  for (const entry of listed('/proc')) {
    const pid = Number(entry);
    if (!Number.isInteger(pid)) continue;
    const command = textOf(`/proc/${pid}/cmdline`).replaceAll('\0', ' ');
    const kind = Object.keys(kinds).find((each) => kinds[each]?.(pid, command));
    if (kind === undefined) continue;
    // The name, in parentheses, may hold anything: user and system time are the 12th and 13th field behind it.
    const fields = textOf(`/proc/${pid}/stat`)
      .replace(/^.*\) /s, '')
      .split(' ');
    if (fields.length > 12) yield [`${kind} ${pid}`, (Number(fields[11]) + Number(fields[12])) / TICKS];
  }
}

function listed(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Empty for a process that is gone. */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
