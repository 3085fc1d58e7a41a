import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { BreakingChangeType, DangerousChangeType, findSchemaChanges, type SchemaChange } from 'graphql';
import { contractAt, contractIn, forkFrom, textAt } from './contract.ts';

const usage = `usage: npm run schema:check -- [--base REF]

Names what has changed in schema/ since HEAD, or since this branch left REF: a branch, a tag or any other commit.
Ends with 1 if that breaks clients and CHANGELOG.md does not say so, with 2 if it cannot be told.`;

const changelog = 'CHANGELOG.md';
const directory = process.cwd();

/** What a change does to the documents that clients have. */
const effects = {
  breaking: 'Breaking: documents of clients may be refused',
  dangerous: 'Dangerous: documents stay valid, but clients may meet what they do not expect',
  safe: 'Safe',
} as const;

type Effect = keyof typeof effects;

function effectOf({ type }: SchemaChange): Effect {
  if (type in BreakingChangeType) return 'breaking';
  return type in DangerousChangeType ? 'dangerous' : 'safe';
}

/** Words are no part of the contract. */
const isWording = ({ type }: SchemaChange) => type === 'DESCRIPTION_CHANGED';

/** A breaking change is acknowledged by a line of the changelog that has been added since and holds its description. */
function unacknowledged(changes: readonly SchemaChange[], since: string): SchemaChange[] {
  const before = new Set(textAt(directory, since, changelog).split('\n'));
  const added = readFileSync(changelog, 'utf8')
    .split('\n')
    .filter((line) => !before.has(line));
  return changes.filter(({ description }) => !added.some((line) => line.includes(description)));
}

function check(base: string): void {
  const fork = forkFrom(directory, base);
  const changes = findSchemaChanges(contractAt(directory, fork), contractIn(directory)).filter((change) => !isWording(change));
  for (const [effect, meaning] of Object.entries(effects)) {
    const alike = changes.filter((change) => effectOf(change) === effect);
    if (alike.length > 0) console.log(`${meaning} (${alike.length})\n${listed(alike)}\n`);
  }
  if (changes.length === 0) console.log(`Nothing that a client could notice has changed since ${base}.`);
  const breaking = changes.filter((change) => effectOf(change) === 'breaking');
  const missing = breaking.length > 0 ? unacknowledged(breaking, fork) : [];
  if (missing.length === 0) return;
  console.error(`If it has to be, tell users: add to ${changelog}, with what they should do instead,\n${listed(missing)}`);
  process.exitCode = 1;
}

function listed(changes: readonly SchemaChange[]): string {
  return changes.map(({ description }) => `- ${description}`).join('\n');
}

try {
  const { values } = parseArgs({
    options: { base: { type: 'string', default: 'HEAD' }, help: { type: 'boolean', default: false } },
  });
  if (values.help) console.log(usage);
  else check(values.base);
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  process.exitCode = 2;
}
