import { Command, type CommanderError, InvalidArgumentError, Option } from 'commander';
import { DEFAULT_THREADS } from '../jobs/index.ts';
import { targetOf } from '../push/target.ts';
import { packageVersion } from '../version.ts';
import { checkRedisUrl } from '../workers/redis-url.ts';
import { type AccessToken, adminToken, parseTokens } from './access/tokens.ts';
import { anyDatabaseOption } from './any-database.ts';
import { parseDuration } from './duration.ts';
import { defaultLimits, type Limits } from './limits/limits.ts';
import { LOG_LEVELS, type LogLevel } from './observe/log-level.ts';

/** What `npm start --` and `seedgraph serve` take. */
export interface Flags {
  readonly port: number;
  readonly host: string;
  readonly store: string;
  readonly redis: string | undefined;
  readonly allowAnyDatabase?: boolean;
  readonly project: string | undefined;
  readonly threads: number;
  readonly tokens: readonly AccessToken[];
  readonly allowHost: readonly string[];
  readonly corsOrigin: readonly string[];
  readonly allowPush: readonly string[];
  readonly maxSockets: number;
  readonly maxOperations: number;
  /** In milliseconds. */
  readonly datasetTtl: number | undefined;
  readonly logLevel: LogLevel;
  /** As given; not yet checked. */
  readonly limit: Partial<Limits>;
}

/** Errors that come from wrong usage rather than from the work. */
export const USAGE_CODES: ReadonlySet<string> = new Set([
  'TOKEN_REQUIRED',
  'INVALID_TOKENS',
  'INVALID_STORE_URL',
  'INVALID_REDIS_URL',
  'REDIS_NEEDS_POSTGRES',
  'DATABASE_NOT_ALLOWED',
  'INVALID_LIMIT',
  'PROJECT_NOT_FOUND',
  'UNREADABLE_ENVIRONMENT_FILE',
]);

const epilogue = `
Tokens of several roles: SEEDGRAPH_TOKENS=read:TOKEN,write:TOKEN,admin:TOKEN. Each role includes those before it; read
queries and subscribes, write also changes rows, admin also drops datasets. Clients send "Authorization: Bearer TOKEN";
over WebSocket the connection parameter "authorization". Lists in variables are separated by commas.

Exit codes: 0 done, 1 failed, 2 wrong usage.`;

/**
 * Reads the command line and the environment, which the command line goes before.
 *
 * @throws CommanderError for wrong usage, which it has printed by then, and for --help; ServerError INVALID_TOKENS.
 */
export function readFlags(args: readonly string[]): Flags {
  const program = withFlags(new Command('npm start --')).version(packageVersion).showHelpAfterError().exitOverride();
  return flagsOf(program.parse(args, { from: 'user' }));
}

/** The flags of a command that was made by `withFlags` and has been parsed. @throws ServerError INVALID_TOKENS. */
export function flagsOf(command: Command): Flags {
  // The options below, each with its parser.
  const { token, ...flags } = command.optsWithGlobals<Omit<Flags, 'tokens'> & { token?: string }>();
  const { SEEDGRAPH_TOKENS: several } = process.env;
  return {
    ...flags,
    tokens: [...(several === undefined ? [] : parseTokens(several)), ...(token === undefined ? [] : [adminToken(token)])],
  };
}

/** Whether the usage was wrong, and not only asked for. */
export function isMisuse({ exitCode }: CommanderError): boolean {
  return exitCode !== 0;
}

/** A command with all flags, each with its variable, and with the help that goes with them. */
export function withFlags(command: Command): Command {
  command
    .description('Serves GraphQL over HTTP, server-sent events and WebSocket.')
    .helpOption('--help', 'show this')
    .allowExcessArguments(false)
    .configureHelp({ helpWidth: 120 })
    .addHelpText('after', epilogue);
  for (const option of options()) command.addOption(option);
  return command;
}

function options(): Option[] {
  return [
    flag('--port <n>', 'SEEDGRAPH_PORT', 'the port; 0 takes any free one').default(4000).argParser(wholeNumber(0, 65_535)),
    flag('--host <host>', 'SEEDGRAPH_HOST', 'the address to listen at; beyond this machine only with a token').default(
      '127.0.0.1',
    ),
    flag('--store <url>', 'SEEDGRAPH_STORE', 'where datasets are kept: file:DIR, memory: or postgres://...').default(
      'file:.seedgraph',
    ),
    anyDatabaseOption(),
    flag(
      '--redis <url>',
      'SEEDGRAPH_REDIS_URL',
      'share seedings with `seedgraph worker`s: redis://HOST:PORT; needs PostgreSQL',
    ).argParser(redisUrl),
    flag('--project <file>', 'SEEDGRAPH_PROJECT', 'a seedgraph.config.ts, or its folder; default: that of the working directory'),
    threadsOption(),
    flag('--token <token>', 'SEEDGRAPH_TOKEN', 'serve only to who sends this token; it may do everything'),
    flag('--allow-host <host>', 'SEEDGRAPH_ALLOW_HOSTS', 'another name this machine is known by; may be repeated')
      .default([], 'localhost, 127.0.0.1, [::1]')
      .argParser(listOf(hostName)),
    flag('--cors-origin <origin>', 'SEEDGRAPH_CORS_ORIGINS', 'pages that may send requests: https://app.example; may be repeated')
      .default([], 'none')
      .argParser(listOf(origin)),
    flag('--allow-push <url>', 'SEEDGRAPH_PUSH_TARGETS', 'the base URL of a REST API that pushDataset may fill; may be repeated')
      .default([], 'none')
      .argParser(listOf(pushTarget)),
    flag('--max-sockets <n>', 'SEEDGRAPH_MAX_SOCKETS', 'WebSockets at a time')
      .default(1_000)
      .argParser(wholeNumber(0, 1_000_000)),
    flag('--max-operations <n>', 'SEEDGRAPH_MAX_OPERATIONS', 'operations at a time on one WebSocket')
      .default(100)
      .argParser(wholeNumber(1, 1_000_000)),
    flag(
      '--dataset-ttl <time>',
      'SEEDGRAPH_DATASET_TTL',
      'drop datasets that were idle for so long: 30m, 2h, 7d; never `default`. Without it none is dropped',
    ).argParser(duration),
    flag('--limit <name=value>', 'SEEDGRAPH_LIMITS', 'what one request may ask for: see the README; may be repeated')
      .default({}, defaults)
      .argParser(limit),
    flag('--log-level <level>', 'SEEDGRAPH_LOG_LEVEL', 'JSON lines on stderr; info has every request')
      .choices(LOG_LEVELS)
      .default('warn'),
  ];
}

/** For whoever seeds. */
export const threadsOption = () =>
  flag(
    '--threads <n>',
    'SEEDGRAPH_THREADS',
    'threads that make the rows of seedings of 100,000 rows and more, beside the one that writes them',
  )
    .default(DEFAULT_THREADS)
    .argParser(wholeNumber(0, 64));

function flag(flags: string, variable: string, description: string): Option {
  return new Option(flags, description).env(variable);
}

function wholeNumber(min: number, max: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= min && value <= max) return value;
    throw new InvalidArgumentError(`It takes a whole number from ${min} to ${max}.`);
  };
}

/** A flag may be repeated; a variable has all values, separated by commas. The first value replaces what it defaults to. */
function listOf(parse: (text: string) => string): (text: string, earlier: readonly string[]) => readonly string[] {
  return (text, earlier) => [
    ...earlier,
    ...text
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== '')
      .map(parse),
  ];
}

const names = Object.keys(defaultLimits);
const defaults = Object.entries(defaultLimits)
  .map(([name, value]) => `${name}=${value}`)
  .join(', ');

/** `depth=30`; a variable has several, separated by commas. */
function limit(text: string, earlier: Partial<Limits>): Partial<Limits> {
  const given = text.split(',').map((item): [string, unknown] => {
    const [, name = '', value = ''] = /^\s*(\w+)\s*=\s*(\d+|true|false)\s*$/.exec(item) ?? [];
    if (names.includes(name)) return [name, JSON.parse(value)];
    throw new InvalidArgumentError(
      `It takes a limit and its value: depth=30 or introspection=false. There are ${names.join(', ')}.`,
    );
  });
  return { ...earlier, ...Object.fromEntries(given) };
}

function hostName(text: string): string {
  if (/^[\w.:[\]-]+$/.test(text) && URL.canParse(`http://${text}`)) return text.toLowerCase();
  throw new InvalidArgumentError('It takes the name of a host, with or without a port: seedgraph.example.');
}

function origin(text: string): string {
  if (URL.canParse(text) && new URL(text).origin === text) return text;
  throw new InvalidArgumentError('It takes an origin, which has no path: https://app.example or http://localhost:5173.');
}

function redisUrl(text: string): string {
  return parsed(() => checkRedisUrl(text));
}

function pushTarget(text: string): string {
  return parsed(() => targetOf(text));
}

function parsed<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw new InvalidArgumentError(error instanceof Error ? error.message : String(error));
  }
}

function duration(text: string): number {
  const milliseconds = parseDuration(text);
  if (milliseconds !== undefined) return milliseconds;
  throw new InvalidArgumentError('It takes a time above 0: 90s, 30m, 2h or 7d.');
}
