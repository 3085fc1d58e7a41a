import { SeedgraphError } from '../definition/error.ts';

/** What setting up a server raises. Codes: TOKEN_REQUIRED, INVALID_TOKENS, ADDRESS_IN_USE, UNREADABLE_ENVIRONMENT_FILE. */
export class ServerError extends SeedgraphError {}
