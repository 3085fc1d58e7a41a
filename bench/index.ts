import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { compare } from './compare.ts';
import type { Outcome } from './comparison.ts';
import { comparisons } from './comparisons.ts';
import { machine } from './machine.ts';
import { benchServe } from './serve.ts';
import { detailsOf, figuresOf, tableOf } from './table.ts';

const names = [...comparisons.map(({ name }) => name), 'serve'];

const help = `Usage: npm run bench -- [NAME...] [--rounds N] [--json FILE]

Prints one table: what Seedgraph does beside what others do, measured in the same run. Without a name all of it but "serve",
which measures the gateway's answers and prints tables of its own.

Names: ${names.join(', ')}

--rounds N   rounds of each comparison, the sides in turn; the table shows their medians (default: 5)
--json FILE  writes all that was measured, each round, to a file

PostgreSQL and Redis are reached through DATABASE_URL and REDIS_URL, by default at the local ports.`;

const { values, positionals } = readArguments();
const outcomes: Outcome[] = [];
for (const comparison of comparisons) {
  if (positionals.length > 0 && !positionals.includes(comparison.name)) continue;
  outcomes.push(await compare(comparison, values.rounds, (text) => console.error(text)));
}
if (outcomes.length > 0) print(outcomes);
if (positionals.includes('serve')) await benchServe();

function print(measured: readonly Outcome[]): void {
  const rounds = values.rounds === 1 ? 'One round' : `Medians of ${values.rounds} rounds`;
  console.log(`${machine()}. ${rounds}, the sides in turn, each in a process of its own.\n`);
  console.log(tableOf(measured));
  const details = measured.flatMap(detailsOf);
  if (details.length > 0) console.log(`\nWhat each side took:\n\n${details.map((line) => `- ${line}`).join('\n')}`);
  if (values.json === undefined) return;
  const lines = measured.flatMap((outcome) =>
    outcome.comparison.lines.map((line) => ({ ...line, ...(outcome.notMeasured === undefined ? figuresOf(line, outcome) : {}) })),
  );
  const sides = measured.map(({ comparison: { name }, rounds, notMeasured }) => ({ name, rounds, notMeasured }));
  writeFileSync(values.json, `${JSON.stringify({ machine: machine(), lines, sides }, null, 2)}\n`);
}

/** Ends the process on wrong usage, before anything is measured. */
function readArguments() {
  const options = { rounds: { type: 'string', default: '5' }, json: { type: 'string' }, help: { type: 'boolean' } } as const;
  try {
    const parsed = parseArgs({ options, allowPositionals: true });
    const rounds = Number(parsed.values.rounds);
    const unknown = parsed.positionals.find((name) => !names.includes(name));
    if (parsed.values.help) end(help, 0);
    if (unknown !== undefined) end(`There is no bench "${unknown}"; there are: ${names.join(', ')}.`, 2);
    if (!Number.isInteger(rounds) || rounds < 1)
      end(`--rounds takes a whole number from 1 on, not "${parsed.values.rounds}".`, 2);
    // Not after a quarter of an hour: what cannot be written is told now.
    if (parsed.values.json !== undefined) writeFileSync(parsed.values.json, '');
    return { values: { ...parsed.values, rounds }, positionals: parsed.positionals };
  } catch (error) {
    return end(error instanceof Error ? error.message : String(error), 2);
  }
}

function end(text: string, code: number): never {
  (code === 0 ? console.log : console.error)(text);
  process.exit(code);
}
