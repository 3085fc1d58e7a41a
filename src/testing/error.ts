import { SeedgraphError } from '../definition/index.ts';

/** What the test kit raises. Codes: UNKNOWN_DOMAIN, PRESET_REQUIRED, SEEDING_FAILED, NOT_EXECUTABLE, GATEWAY_DISPOSED. */
export class TestingError extends SeedgraphError {}
