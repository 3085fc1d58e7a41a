import { SeedgraphError } from '../../definition/index.ts';
import { MAX_PAGE_SIZE } from '../../graphql/page-size.ts';

/** What one request may ask for. Every limit is inclusive; beyond it the request is refused before anything is read. */
export interface Limits {
  /** The size of an HTTP body, in bytes. Default: 1 MiB, about ten times what a long filter takes. */
  readonly bodyBytes: number;
  /** Tokens of a document. Default: 10,000; the introspection query has about 400, and large generated documents 5,000. */
  readonly tokens: number;
  /** Fields inside fields, through fragments too. Default: 25; introspection takes 15, each Relay connection 3. */
  readonly depth: number;
  /** Lists and objects inside one another in an argument or a variable. Default: 50; a step of `and` or `or` takes 2. */
  readonly inputDepth: number;
  /** Fields of a document that are given another name. Default: 200, enough for a look-up of each of 200 rows. */
  readonly aliases: number;
  /** Directives of a document. Default: 200, enough for one on every field of a large page. */
  readonly directives: number;
  /**
   * The cost of an operation: how many fields its answer can have, page sizes multiplied (see `operationCost`). Default:
   * 250,000. Pages of 100 x 10 x 10 with a few fields each cost about 60,000.
   */
  readonly cost: number;
  /** The largest page that `first` and `last` may ask for, from 1 to 1,000. Default: 1,000; a page has 100 when nothing is said. */
  readonly pageSize: number;
  /**
   * The cost of the queries that are run side by side; further ones wait. Default: 1,000,000, four of the dearest. What costs at
   * most 2,500 never waits.
   */
  readonly costAtOnce: number;
  /** How long a query may take, in milliseconds; 0 for any time. Default: 10,000. Mutations and subscriptions take their time. */
  readonly timeout: number;
  /**
   * How long an HTTP client may stop reading an answer, in milliseconds; then its connection is cut, and the answer let go. 0 for
   * any time. Default: 30,000.
   */
  readonly unread: number;
  /** Operations of one HTTP request, sent as a list; 0 refuses lists. Default: 0. */
  readonly batch: number;
  /** Whether the schema can be asked for. GraphiQL and code generators need it. Default: true. */
  readonly introspection: boolean;
  /** Whether errors tell names that are spelled alike ("Did you mean ..."). Default: true. */
  readonly suggestions: boolean;
}

/** Limits for people at work: what their tools send passes, what would hold up the gateway does not. */
export const defaultLimits: Limits = {
  bodyBytes: 1024 * 1024,
  tokens: 10_000,
  depth: 25,
  inputDepth: 50,
  aliases: 200,
  directives: 200,
  cost: 250_000,
  pageSize: MAX_PAGE_SIZE,
  costAtOnce: 1_000_000,
  timeout: 10_000,
  unread: 30_000,
  batch: 0,
  introspection: true,
  suggestions: true,
};

/** A timer bears no more. */
const MAX_TIMEOUT = 2 ** 31 - 1;

/**
 * The limits that are given, the default ones for those that are not. `Infinity` is no limit.
 * @throws SeedgraphError INVALID_LIMIT.
 */
export function limitsFrom(given: Partial<Limits> = {}): Limits {
  const limits = { ...defaultLimits };
  for (const [name, value] of Object.entries(given)) {
    if (value !== undefined) Object.assign(limits, { [name]: checked(name, value) });
  }
  return limits;
}

function checked(name: string, value: number | boolean): number | boolean {
  const refuse = (expected: string) =>
    new SeedgraphError('INVALID_LIMIT', `The limit "${name}" is ${expected}; given ${value}.`, {
      path: ['limits', name],
      details: { given: value },
    });
  if (!(name in defaultLimits)) throw refuse(`none; there are ${Object.keys(defaultLimits).join(', ')}`);
  if (name === 'introspection' || name === 'suggestions') {
    if (typeof value !== 'boolean') throw refuse('true or false');
    return value;
  }
  if (typeof value !== 'number' || value < 0 || !(Number.isInteger(value) || value === Infinity)) {
    throw refuse('a whole number from 0, or Infinity');
  }
  if (name === 'pageSize' && (value < 1 || value > MAX_PAGE_SIZE)) throw refuse(`a whole number from 1 to ${MAX_PAGE_SIZE}`);
  if ((name === 'timeout' || name === 'unread') && value > MAX_TIMEOUT)
    throw refuse(`a number of milliseconds from 0, for any time, to ${MAX_TIMEOUT}`);
  return value;
}
