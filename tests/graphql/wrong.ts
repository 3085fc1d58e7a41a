/** What a client is told. */
export interface Expected {
  readonly code: string;
  readonly argument?: readonly (string | number)[];
  /** What the message must mention: what was given, or what would be right. */
  readonly says: readonly string[];
}

/** A request that is refused, and how. */
export interface Wrong extends Expected {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly headers?: Record<string, string>;
}
