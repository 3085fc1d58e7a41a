import { GraphQLError, type GraphQLErrorExtensions } from 'graphql';
import { SeedgraphError } from '../definition/index.ts';
import { argumentPath } from './argument-path.ts';
import type { ArgumentPath } from './error.ts';

/** What clients see of an error, and whether it was one that nobody foresaw. */
export interface ClientError {
  readonly error: GraphQLError;
  readonly unexpected: boolean;
}

/**
 * The error that a client gets. Errors raised on purpose keep their message and get `extensions.code`, `extensions.argument`
 * (the path of the input that is wrong) and their details; GraphQL's own get `code`; everything else is masked.
 */
export function clientError(thrown: unknown, code = 'BAD_USER_INPUT'): ClientError {
  const given = thrown instanceof GraphQLError ? thrown : undefined;
  const coded = seedgraphError(thrown);
  if (coded) return { error: codedError(coded, given), unexpected: false };
  if (given && isOriginal(given)) return { error: ownError(given, code), unexpected: false };
  const extensions = { code: 'INTERNAL_SERVER_ERROR', ...httpOf(given) };
  return { error: new GraphQLError('Unexpected error.', { ...placeOf(given), extensions }), unexpected: true };
}

/** The form that clients see of an error raised on purpose; `given` is the GraphQL error around it, where there is one. */
function codedError(coded: SeedgraphError, given?: GraphQLError): GraphQLError {
  const { code, details } = coded;
  const argument = coded.inputPath.length > 0 ? coded.inputPath : given && inputPath(given);
  const extensions = {
    code,
    ...(argument && { argument }),
    ...(Object.keys(details).length > 0 && { details }),
    ...httpOf(given),
  };
  // Without a path it was found before execution, where GraphQL's message says which variable or literal it is.
  const message = given && !given.path ? given.message : coded.message;
  return new GraphQLError(message, { ...placeOf(given), extensions });
}

/** An error that GraphQL raised itself: it says what is wrong with the document or its variables. */
function ownError(given: GraphQLError, code: string): GraphQLError {
  const argument = given.extensions.argument ?? inputPath(given);
  const extensions = { code, ...(argument && { argument }), ...given.extensions };
  return new GraphQLError(given.message, { ...placeOf(given), extensions });
}

/** Where in the input an error is that was found before execution. */
function inputPath(given: GraphQLError): ArgumentPath | undefined {
  if (given.path) return undefined;
  const [, variable, at] = /^Variable "\$(\w+)" .*?(?: at "([^"]+)")?; /s.exec(given.message) ?? [];
  if (variable) return (at ?? variable).split(/[.[\]]+/).filter(Boolean);
  return argumentPath(given);
}

function placeOf(given: GraphQLError | undefined) {
  return { nodes: given?.nodes, source: given?.source, positions: given?.positions, path: given?.path };
}

/** How the server answers; it takes this out again before sending. */
function httpOf(given: GraphQLError | undefined): Pick<GraphQLErrorExtensions, 'http'> {
  return given?.extensions.http === undefined ? {} : { http: given.extensions.http };
}

function isOriginal(error: GraphQLError): boolean {
  const { originalError } = error;
  return originalError === undefined || (originalError instanceof GraphQLError && isOriginal(originalError));
}

function seedgraphError(thrown: unknown): SeedgraphError | undefined {
  if (thrown instanceof SeedgraphError) return thrown;
  return thrown instanceof GraphQLError ? seedgraphError(thrown.originalError) : undefined;
}
