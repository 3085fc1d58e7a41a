import { SeedgraphError } from '../definition/index.ts';

/** What planning raises. Codes: UNKNOWN_PRESET, INVALID_CONFIGURATION, INVALID_SEED; InfeasibleError has INFEASIBLE_PLAN. */
export class PlanError extends SeedgraphError {}
