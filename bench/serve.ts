import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { columns, median, secondsOf, thousands } from './measure.ts';
import { byEmail, byId, nested, type Operation, type Rows, type Server, type Student } from './serve/operations.ts';
import { output, type Serving, serve } from './serve/processes.ts';
import { responsivenessOf } from './serve/responsiveness.ts';
import { ask, readRows } from './serve/rows.ts';
import { inFolder, seedInto } from './workshop.ts';

const RUNS = 5;
const SECONDS = 2;
/** As many different students are asked for in turn. */
const ASKED = 1_000;

/** 500 schools of 200 students: 100,000 students, and of everything else as little as possible. */
const volumes = {
  schools: 500,
  students: 200,
  parents: 20,
  subjects: 1,
  classes: 1,
  lessonsPerClass: 0,
  assessmentsPerStudent: 0,
  attendanceDays: 0,
  meritsPerStudent: 0,
  events: 0,
  activities: 0,
  vendors: 0,
};

const servers: readonly Server[] = ['seedgraph', 'floor', 'peer'];

/** Requests a second: for each kind of operation and server the median of the runs. */
type Rates = ReadonlyMap<string, number>;

async function ratesOf(urls: ReadonlyMap<Server, string>, kinds: Kinds, folder: string): Promise<Rates> {
  const measured = new Map<string, number[]>();
  for (let run = 0; run < RUNS; run++) {
    for (const [kind, operationsOf] of Object.entries(kinds)) {
      for (const [server, url] of urls) {
        const operations = operationsOf(server);
        if (operations.length === 0) continue;
        const file = join(folder, `${kind}-${server}.json`);
        writeFileSync(file, JSON.stringify(operations));
        const rate = Number(await output('bench/serve/load.mjs', url, file, String(SECONDS)));
        measured.set(`${kind} ${server}`, [...(measured.get(`${kind} ${server}`) ?? []), rate]);
      }
    }
  }
  return new Map([...measured].map(([name, rates]) => [name, median(rates)]));
}

type Kinds = Readonly<Record<string, (server: Server) => readonly Operation[]>>;

const present = (operation: Operation | undefined) => (operation ? [operation] : []);

function kindsOf(students: readonly Student[]): Kinds {
  const asked = Array.from({ length: ASKED }, (_, index) => students[(index * 7_919) % students.length]).filter((each) => !!each);
  return {
    'by id': (server) => asked.map((student) => byId(server, student)),
    'by e-mail': (server) => asked.flatMap((student) => present(byEmail(server, student))),
    nested: (server) => present(nested(server)),
  };
}

/** Seeds, reads the rows for the others, starts all servers and measures them in turn. */
async function measure(folder: string): Promise<void> {
  mkdirSync(join(folder, 'store'));
  await seedInto(`file:${join(folder, 'store')}`, { preset: 'LARGE', overrides: { volumes } });
  const store = `file:${join(folder, 'store')}`;
  const gateway = await serve('src/server/main.ts', '--port', '0', '--store', store);
  const firstAnswer = await secondsOf(() => ask(gateway.url, '{ students(first: 1) { nodes { id } } }'));
  const fresh = gateway.memory();
  const rows = await readRows(gateway.url);
  const file = join(folder, 'rows.json');
  writeFileSync(file, JSON.stringify(rows satisfies Rows));
  const floor = await serve('bench/serve/floor.ts', file);
  const peer = await serve('bench/serve/peer.mjs', file);
  try {
    const urls = new Map(servers.map((server) => [server, { seedgraph: gateway, floor, peer }[server].url]));
    const rates = await ratesOf(urls, kindsOf(rows.students), folder);
    printRates(rates, rows.students.length);
    await printResponsiveness(gateway, rows.students);
    printStart(gateway, firstAnswer, fresh);
  } finally {
    await Promise.all([gateway.stop(), floor.stop(), peer.stop()]);
  }
}

function printRates(rates: Rates, students: number): void {
  const rate = (kind: string, server: Server) => rates.get(`${kind} ${server}`);
  const line = (kind: string, beside: string, wanted: number) => {
    const ours = rate(kind, 'seedgraph') ?? 0;
    const baseline = rate(beside, 'floor') ?? 0;
    const peers = rate(kind, 'peer');
    return [
      kind,
      thousands(ours),
      thousands(baseline),
      (ours / baseline).toFixed(2),
      `>= ${wanted.toFixed(1)}`,
      peers === undefined ? '-' : thousands(peers),
    ];
  };
  console.log(
    columns([
      [`answers/s, ${thousands(students)} students`, 'seedgraph', 'floor', 'ratio', 'wanted', 'json-graphql-server'],
      line('by id', 'by id', 1),
      line('by e-mail', 'by id', 1),
      line('nested', 'nested', 3),
    ]),
  );
  console.log(
    [
      `The floor is plain graphql-yoga over JavaScript Maps; e-mails stand beside its look-up by id. Nested: 50 students, their`,
      `school, its first 100 students (429 KB); json-graphql-server cannot page inside. Medians of ${RUNS} runs of ${SECONDS} s in turn,`,
      `ten connections, every server in a process of its own.\n`,
    ].join('\n'),
  );
}

async function printResponsiveness(gateway: Serving, students: readonly Student[]): Promise<void> {
  const { idle, seeding, samples } = await responsivenessOf(gateway.url, students);
  console.log(
    columns([
      ['99th percentile of a by-id query', 'ms', 'ratio', 'wanted'],
      ['idle', idle.toFixed(1), '', ''],
      [`while ten schools are seeded (${thousands(samples)} queries)`, seeding.toFixed(1), (seeding / idle).toFixed(1), '<= 5.0'],
    ]),
  );
  console.log();
}

function printStart({ started, memory }: Serving, firstAnswer: number, fresh: number): void {
  console.log(
    columns([
      ['start, all domains', ''],
      ['from the start of the process to listening', `${Math.round(started)} ms`],
      ['from there to the first answer', `${Math.round(firstAnswer * 1_000)} ms`],
      ['resident memory then', `${Math.round(fresh)} MiB`],
      ['resident memory after this bench', `${Math.round(memory())} MiB`],
    ]),
  );
}

/** Prints the tables of `npm run bench -- serve`. */
export function benchServe(): Promise<void> {
  return inFolder(measure);
}
