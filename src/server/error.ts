import { SeedgraphError } from '../definition/error.ts';

/** What setting up a server raises. Codes: TOKEN_REQUIRED, INVALID_TOKENS. */
export class ServerError extends SeedgraphError {}
