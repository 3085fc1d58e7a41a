import { GraphQLError } from 'graphql';

/** What was asked for, where it can be told, and what is allowed. */
export interface Excess {
  readonly limit: number;
  readonly given?: number;
}

/** How HTTP tells it. `spec` leaves the status to what GraphQL over HTTP says of the media type that was asked for. */
interface Refusal {
  readonly http?: { readonly status: number; readonly spec?: boolean };
}

/** An error that names a limit: a stable code, the limit and what was given in `extensions.details`. */
export function limitError(code: string, message: string, excess: Excess, { http }: Refusal = {}): GraphQLError {
  return new GraphQLError(message, { extensions: { code, details: excess, ...(http && { http }) } });
}
