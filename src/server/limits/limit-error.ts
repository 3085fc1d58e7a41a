import { type ASTNode, GraphQLError } from 'graphql';

/** What was asked for, where it can be told, and what is allowed. */
export interface Excess {
  readonly limit: number;
  readonly given?: number;
}

/** How a refusal is told: where in the document, and the HTTP status. */
export interface Refusal {
  readonly nodes?: readonly ASTNode[];
  /** Left out for operations that did not come by HTTP. */
  readonly http?: { readonly status: number; readonly spec?: boolean };
}

/**
 * An error that names a limit: a stable code, the limit and what was given in `extensions.details`.
 * `http.spec` leaves the status to what GraphQL over HTTP says of the media type that was asked for.
 */
export function limitError(code: string, message: string, excess: Excess, { nodes, http }: Refusal = {}): GraphQLError {
  return new GraphQLError(message, { nodes: nodes ?? null, extensions: { code, details: excess, ...(http && { http }) } });
}
