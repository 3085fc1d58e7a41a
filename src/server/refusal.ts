/** A request that is turned away before GraphQL sees it. */
export interface Refusal {
  readonly status: number;
  /** Stable, for programs. */
  readonly code: string;
  /** What was given, and what would be right. */
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Its body: JSON in the form of a GraphQL response, so that clients find the code where they always do. */
export function refusalBody({ code, message }: Refusal): string {
  return JSON.stringify({ errors: [{ message, extensions: { code } }] });
}

/** Its headers; those of the refusal itself come last. */
export function refusalHeaders({ headers }: Refusal): Record<string, string> {
  return { 'content-type': 'application/json', ...headers };
}
